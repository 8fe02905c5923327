using System.Diagnostics;

namespace Benchmarks.Measuring;

/// <param name="Cpu">Milliseconds for each request: the server's, and the database's.</param>
internal record Slice(int Requests, int Failures, double Seconds, IReadOnlyList<double> Milliseconds, double ServerCpu, double DatabaseCpu)
{
    public double Cpu => ServerCpu + DatabaseCpu;
    public double PerSecond => Requests / Seconds;
}

/// <summary>Sends requests over so many connections, each as soon as the last was answered, and where it follows, what that led to.</summary>
internal sealed class Load(ProcessorTime processor)
{
    /// <summary>What was put off, such as the ledger of reads, is part of what put it off and not of what comes next.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(700);

    public async Task<Slice> RunAsync(ServerProcess server, Func<int, HttpRequestMessage> request, int connections, TimeSpan length, bool follows = false, Visit? visit = null)
    {
        using var client = Client(server.Address, connections, follows);
        var (before, watch, next, failures) = (processor.Of(server.Id), Stopwatch.StartNew(), -1, 0);
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            var own = new List<double>();
            while (watch.Elapsed < length)
            {
                using var message = request(Interlocked.Increment(ref next));
                var start = Stopwatch.GetTimestamp();
                using var answer = await client.SendAsync(message);
                await answer.Content.CopyToAsync(Stream.Null);
                visit?.Keep(answer);
                own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if ((int)answer.StatusCode is not (200 or 302)) { Interlocked.Increment(ref failures); }
            }
            return own;
        }));
        var seconds = watch.Elapsed.TotalSeconds;
        await Task.Delay(Settling);
        var after = processor.Of(server.Id);
        var all = times.SelectMany(own => own).Order().ToList();
        return new Slice(all.Count, failures, seconds, all, (after.Server - before.Server) / all.Count, (after.Database - before.Database) / all.Count);
    }

    /// <summary>One answer, for a look at it.</summary>
    public static async Task<(int Status, string Body)> AskAsync(Uri address, HttpRequestMessage message, bool follows = false)
    {
        using var client = Client(address, 1, follows);
        using (message)
        {
            using var answer = await client.SendAsync(message);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    private static HttpClient Client(Uri address, int connections, bool follows) => new(new SocketsHttpHandler
    {
        UseCookies = false, AllowAutoRedirect = follows, MaxConnectionsPerServer = connections, UseProxy = false
    }) { BaseAddress = address };
}
