using System.Diagnostics;
using System.Reflection;

namespace Benchmarks;

/// <summary>The clone that this program was built in.</summary>
internal static class Clone
{
    public static string Root { get; } = FindRoot();

    /// <summary>The product as it was built with this program, in the same configuration.</summary>
    public static string ServerAssembly => Built("host/Workspace");

    /// <summary>An app with nothing in it, built likewise.</summary>
    public static string EmptyAssembly => Built("tests/EmptyApp");

    public static string Configuration => typeof(Clone).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>Short; with a plus when there is more than was committed.</summary>
    public static string Commit => Git("rev-parse --short HEAD") + (Git("status --porcelain --untracked-files=no").Length > 0 ? "+" : "");

    private static string Built(string project) => Path.Combine(Root, project, "bin", Configuration, "net10.0", Path.GetFileName(project) + ".dll");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Crm.sln"))) { folder = folder.Parent ?? throw new InvalidOperationException("The benchmark runs within a clone of the repository."); }
        return folder.FullName;
    }

    private static string Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", $"-C \"{Root}\" {arguments}") { RedirectStandardOutput = true })!;
        var answer = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return answer;
    }
}
