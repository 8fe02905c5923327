using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Providers.Tests;

/// <summary>The workspace as a process of its own, as it runs in production.</summary>
public sealed class Node : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    public string Address { get; }
    public string Output => string.Join(Environment.NewLine, _output);
    public bool HasEnded => _process.HasExited;

    private Node(string address, string folder, string connectionString, string[] options)
    {
        Address = address;
        _process = Process.Start(new ProcessStartInfo("dotnet",
        [
            ProgramFile(), $"--urls={address}", $"--Workspace:DataFolder={folder}", "--Workspace:Demonstration=false",
            "--Database:Provider=PostgreSql", $"--ConnectionStrings:Default={connectionString}", .. options
        ]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <returns>When it answers.</returns>
    public static async Task<Node> StartAsync(string folder, string connectionString, params string[] options)
    {
        var node = new Node($"http://127.0.0.1:{FreePort()}", folder, connectionString, options);
        using var client = new HttpClient();
        for (var until = DateTime.UtcNow.AddMinutes(2); DateTime.UtcNow < until && !node.HasEnded; await Task.Delay(200))
        {
            try
            {
                if ((await client.GetAsync(node.Address + "/Account/Login")).IsSuccessStatusCode) { return node; }
            }
            catch (HttpRequestException) { /* not yet */ }
        }
        throw new InvalidOperationException($"The node does not answer: {node.Output}");
    }

    /// <summary>A browser without script at this node.</summary>
    public WebVisitor Visitor(CookieContainer? cookies = null) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, new Uri(Address), cookies);

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!HasEnded) { await KillAsync(); }
        _process.Dispose();
    }

    /// <summary>The host's own output, not the copy beside the tests, whose settings are the tests'.</summary>
    private static string ProgramFile()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output;
        while (!File.Exists(Path.Combine(root!.FullName, "Crm.sln"))) { root = root.Parent; }
        return Path.Combine(root.FullName, "host", "Workspace", "bin", output.Parent!.Name, output.Name, "Workspace.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
