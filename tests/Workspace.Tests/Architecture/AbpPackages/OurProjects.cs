using System.Reflection;
using System.Xml.Linq;

namespace Workspace.Tests.Architecture.AbpPackages;

/// <summary>A project outside <c>modules/abp</c>, as its file tells it.</summary>
internal sealed record OurProject(string Name, string File, string[] AbpPackages, string[] References)
{
    public static readonly string Root = FindRoot();
    private static readonly Dictionary<string, OurProject> ByName = Directory.GetFiles(Root, "*.csproj", SearchOption.AllDirectories)
        .Where(file => !file.StartsWith(Path.Combine(Root, "modules", "abp"), StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(Read).ToDictionary(project => project.Name);

    public static IReadOnlyCollection<OurProject> All => ByName.Values;

    /// <summary>ABP's packages that it names and that come with the projects it refers to.</summary>
    public IEnumerable<string> AllAbpPackages() => AbpPackages.Concat(References.Where(ByName.ContainsKey).SelectMany(x => ByName[x].AllAbpPackages())).Distinct();

    /// <summary>Beside these tests where it comes with them, else where its own build put it.</summary>
    public string Assembly()
    {
        var here = Path.Combine(AppContext.BaseDirectory, Name + ".dll");
        if (System.IO.File.Exists(here)) { return here; }
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var own = Path.Combine(Path.GetDirectoryName(File)!, "bin", output.Parent!.Name, output.Name, Name + ".dll");
        return System.IO.File.Exists(own) ? own : throw new FileNotFoundException($"{Name} is not built: build Crm.sln first, these tests read every assembly.", own);
    }

    private static OurProject Read(string file)
    {
        var xml = XDocument.Load(file);
        return new OurProject(Path.GetFileNameWithoutExtension(file), file,
            [.. xml.Descendants("AbpReferences").SelectMany(x => x.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Where(x => !x.StartsWith('$'))],
            [.. xml.Descendants("ProjectReference").Select(x => Path.GetFileNameWithoutExtension(x.Attribute("Include")!.Value.Replace('\\', '/')))]);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder!.FullName, "Crm.sln"))) { folder = folder.Parent; }
        return folder.FullName;
    }
}
