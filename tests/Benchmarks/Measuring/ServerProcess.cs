using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Benchmarks.DataSet;

namespace Benchmarks.Measuring;

/// <summary>A server in a process of its own.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    public Uri Address { get; }
    public int Id => _process.Id;

    /// <summary>What it has logged.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>From the start of the process to its first whole answer.</summary>
    public TimeSpan StartUp { get; private set; }

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public static Task<ServerProcess> StartProductAsync(BenchmarkDatabase database, string assembly) =>
        StartAsync(assembly, database.Settings.Select(setting => $"--{setting.Key}={setting.Value}"), "/Account/Login");

    /// <param name="connection">Of its database.</param>
    public static Task<ServerProcess> StartEmptyAsync(string assembly, string connection) => StartAsync(assembly, [connection], "/");

    public static Task<ServerProcess> StartFloorAsync(BenchmarkDatabase database) => StartAsync(
        typeof(ServerProcess).Assembly.Location, ["floor", $"--database={database.Provider}", $"--connection={database.Connection}", $"--tenant={database.TenantId}"], "/");

    /// <summary>The product with the door that <see cref="Crashes.CrashModule"/> adds.</summary>
    public static Task<ServerProcess> StartToCrashAsync(BenchmarkDatabase database) => StartAsync(
        typeof(ServerProcess).Assembly.Location, [.. database.Settings.Select(setting => $"--{setting.Key}={setting.Value}").Prepend("crash")], "/Account/Login");

    private static async Task<ServerProcess> StartAsync(string assembly, IEnumerable<string> arguments, string firstPage)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var watch = Stopwatch.StartNew();
        // A published program brings its runtime along, and is started by its own name.
        var program = Path.ChangeExtension(assembly, null);
        var start = new ProcessStartInfo(program, [.. arguments, $"--urls={address}"]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        var process = Process.Start(start)!;
        var server = new ServerProcess(process, address);
        process.OutputDataReceived += (_, line) => server._output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address };
        while (!await AnswersAsync(client, firstPage))
        {
            if (process.HasExited || watch.Elapsed > Patience) { throw new InvalidOperationException($"{assembly} did not start to serve."); }
            await Task.Delay(20);
        }
        server.StartUp = watch.Elapsed;
        return server;
    }

    /// <summary>Resident, in MB.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Of that what is only in memory and in no file, in MB: heaps, and compiled code once, though it is mapped twice.</summary>
    public double OwnMemory => File.ReadLines($"/proc/{Id}/smaps_rollup")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(parts => parts[0] is "Pss_Anon:" or "Pss_Shmem:")
        .Sum(parts => double.Parse(parts[1], CultureInfo.InvariantCulture)) / 1024;

    private static async Task<bool> AnswersAsync(HttpClient client, string page)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>By SIGKILL: it learns nothing of it.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }
}
