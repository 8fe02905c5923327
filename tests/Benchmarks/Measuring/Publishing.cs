using System.Diagnostics;

namespace Benchmarks.Measuring;

/// <summary>Programs as <c>etc/publish.sh</c> makes them for an installation: with their runtime, compiled ahead of time.</summary>
internal static class Publishing
{
    /// <param name="project">Its folder, from the clone's root.</param>
    /// <returns>The published assembly.</returns>
    public static async Task<string> PublishAsync(string project, TextWriter output)
    {
        var (folder, watch) = (Path.Combine(Clone.Root, "artifacts", "benchmark", Path.GetFileName(project)), Stopwatch.StartNew());
        using var publish = Process.Start(new ProcessStartInfo(Path.Combine(Clone.Root, "etc", "publish.sh"), [folder, project]) { WorkingDirectory = Clone.Root })!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) { throw new InvalidOperationException($"{project} could not be published."); }
        await output.WriteLineAsync(FormattableString.Invariant($"  {project} published in {watch.Elapsed.TotalSeconds:0} s"));
        return Path.Combine(folder, Path.GetFileName(project) + ".dll");
    }
}
