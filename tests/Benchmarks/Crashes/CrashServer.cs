using Workspace;

namespace Benchmarks.Crashes;

/// <summary>Serves the workspace with <see cref="CrashModule"/>, in a process that a test kills.</summary>
internal static class CrashServer
{
    public static async Task<int> RunAsync(string[] args)
    {
        var app = await WorkspaceHost.CreateAsync<CrashModule>(args);
        await app.RunAsync();
        return 0;
    }
}
