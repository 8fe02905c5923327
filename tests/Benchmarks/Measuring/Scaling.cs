using Benchmarks.DataSet;

namespace Benchmarks.Measuring;

/// <summary>How much longer people wait in a large organisation than in a small one: both are loaded and served side by side, and asked in turns.</summary>
internal static class Scaling
{
    private const int WarmUps = 6;

    /// <summary>By how much the slowest twentieth of the answers may take longer.</summary>
    private static readonly (string Task, double Most)[] Budgets = [("file", 1.3), ("list", 1.3), ("search-phone", 1.3), ("search-name", 3)];

    /// <returns>0; 1 when a budget was clearly exceeded: by the middle of the rounds and not only by noise.</returns>
    public static async Task<int> RunAsync(BenchmarkOptions small, BenchmarkOptions large, TextWriter output)
    {
        await using var one = await Side.OpenAsync(small, output);
        await using var other = await Side.OpenAsync(large, output);
        await output.WriteLineAsync($"\n{small.Provider}, {Clone.Configuration} build of {Clone.Commit}: {large.Size} to {small.Size}\n");
        await output.WriteLineAsync($"| task, connections | p95 ms at {small.Size} | at {large.Size} | p95 ratio | at most | CPU ms at {small.Size} | at {large.Size} | failed |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|---|");
        var exceeded = false;
        foreach (var connections in small.Connections)
        {
            foreach (var (task, most) in Budgets.Where(budget => small.Wants(budget.Task)))
            {
                var (ours, theirs) = (new List<Slice>(), new List<Slice>());
                for (var round = -WarmUps; round < small.Rounds; round++)
                {
                    var asked = round < 0 ? small.Connections[^1] : connections; // more requests warm up sooner
                    var (slice, turn) = (await one.RunAsync(task, asked, small.Seconds), await other.RunAsync(task, asked, small.Seconds));
                    if (round < 0) { continue; }
                    ours.Add(slice);
                    theirs.Add(turn);
                }
                var ratio = Ratio.Of(theirs.Zip(ours, (slow, fast) => P95(slow) / P95(fast)));
                var (at, instead) = (Figures.Of(ours), Figures.Of(theirs));
                exceeded |= ratio.Low > most;
                await output.WriteLineAsync(FormattableString.Invariant(
                    $"| {task}, {connections} | {at.P95:0.0} | {instead.P95:0.0} | {ratio} | {most} | {at.Cpu:0.00} | {instead.Cpu:0.00} | {at.Failures + instead.Failures} |"));
            }
        }
        return exceeded ? 1 : 0;
    }

    private static double P95(Slice slice) => slice.Milliseconds[Math.Min(slice.Milliseconds.Count - 1, (int)(slice.Milliseconds.Count * 0.95))];

    private sealed class Side(BenchmarkDatabase database, ServerProcess product, Visit visit, Load load, IReadOnlyList<BenchTask> tasks) : IAsyncDisposable
    {
        public static async Task<Side> OpenAsync(BenchmarkOptions options, TextWriter output)
        {
            await output.WriteLineAsync($"size {options.Size}");
            var database = await BenchmarkDatabase.OpenAsync(options, output);
            await using var connection = database.Open();
            var product = await ServerProcess.StartProductAsync(database, Clone.ServerAssembly);
            return new Side(database, product, await Visit.BeginAsync(product.Address), new Load(new ProcessorTime(connection)), Samples.Read(connection, database.TenantId).Tasks);
        }

        public Task<Slice> RunAsync(string name, int connections, double seconds)
        {
            var task = tasks.Single(task => task.Name == name);
            return load.RunAsync(product, i => visit.Ask(task, i), connections, TimeSpan.FromSeconds(seconds), task.IsFile);
        }

        public async ValueTask DisposeAsync()
        {
            await product.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
