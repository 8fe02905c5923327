using Benchmarks.DataSet;
using Benchmarks.Floor;
using Benchmarks.Measuring;

namespace Benchmarks;

/// <summary>Loads the data set, measures the product against the floor in turns, prints the ratios and keeps or compares them.</summary>
public static class Benchmark
{
    private const int Looks = 20, MaxWarmUp = 6;
    private const double StillFalling = 0.95;

    /// <summary>What people will open all day, too, and where it will be.</summary>
    private static readonly (string Name, string Url)[] Wanted = [("dashboard", "/Crm/Dashboard"), ("segments", "/Crm/Segments"), ("cases", "/Crm/Cases"), ("campaigns", "/Crm/Campaigns")];

    /// <returns>0; 1 when <c>--check</c> found something worse than in the last entry, or <c>--compare</c> a budget that is exceeded.</returns>
    public static async Task<int> RunAsync(BenchmarkOptions options, TextWriter output)
    {
        if (options.Against is { } larger) { return await Scaling.RunAsync(options, options with { Customers = larger }, output); }
        await output.WriteLineAsync($"{options.Provider}, size {options.Size}");
        await using var database = await BenchmarkDatabase.OpenAsync(options, output);
        var entry = await MeasureAsync(options, database, output);
        await Report.WriteAsync(entry, output);
        return options.Check ? await CheckAsync(options, entry, output) : Keep(options, entry);
    }

    private static int Keep(BenchmarkOptions options, Entry entry)
    {
        new History(options.History).Add(entry);
        return 0;
    }

    private static async Task<int> CheckAsync(BenchmarkOptions options, Entry entry, TextWriter output)
    {
        if (new History(options.History).FindLast(entry) is not { } last)
        {
            await output.WriteLineAsync($"There is no entry for {entry.Database} at {entry.Size} to compare with.");
            return 0;
        }
        var worse = History.Worse(last, entry).ToList();
        await output.WriteLineAsync(worse.Count == 0 ? $"Nothing is worse than at {last.Commit} by more than noise." : $"Worse than at {last.Commit}:");
        foreach (var line in worse) { await output.WriteLineAsync("  " + line); }
        return worse.Count == 0 ? 0 : 1;
    }

    private static async Task<Entry> MeasureAsync(BenchmarkOptions options, BenchmarkDatabase database, TextWriter output)
    {
        await using var connection = database.Open();
        var tasks = Samples.Read(connection, database.TenantId).Tasks.Concat(Deals.Read(connection, database.TenantId).Tasks).Where(task => options.Wants(task.Name)).ToList();
        var statements = await StatementCount.OfAsync(database, tasks, options.Wants(Import.Name) ? Math.Min(1_000, Import.RowsOf(options)) : 0);
        var (server, empty) = options.Published ? (await Publishing.PublishAsync("host/Workspace", output), await Publishing.PublishAsync("tests/EmptyApp", output)) : (Clone.ServerAssembly, Clone.EmptyAssembly);
        var (startUp, startUpRatio) = await StartInTurnsAsync(options, database, server, empty);
        await using var floor = await ServerProcess.StartFloorAsync(database);
        await using var product = await ServerProcess.StartProductAsync(database, server);
        var visit = await Visit.BeginAsync(product.Address);
        var load = new Load(new ProcessorTime(connection));
        var notYetBuilt = await FindMissingAsync(product, visit);
        await LookAsync(product, floor, visit, tasks);
        await WarmUpAsync(load, options, product, floor, visit, tasks);
        var comparisons = new List<Comparison>();
        Turns? last = null;
        foreach (var connections in options.Connections)
        {
            foreach (var task in tasks)
            {
                last = await Turns.TakeAsync(load, options, connections, product, floor, visit, task);
                comparisons.Add(last.Compare(task, connections, statements[task.Name]));
                await output.WriteLineAsync($"  {task.Name}, {connections}: {comparisons[^1].Cpu} times the floor's processor time");
            }
        }
        if (options.Wants(Import.Name)) // last, since it makes the organisation larger
        {
            comparisons.Add(await Import.TakeAsync(options, database, connection, product, floor, statements[Import.Name]));
            await output.WriteLineAsync($"  {Import.Name}: {comparisons[^1].Cpu} times the floor's processor time");
        }
        return new Entry(Clone.Commit, DateTime.UtcNow, options.Provider.ToString(), options.Size, $"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}", BuildOf(options),
            startUp, startUpRatio, product.Memory, product.OwnMemory, last?.EmptyPage, last?.EmptyFragment, comparisons, notYetBuilt);
    }

    /// <returns>The product's start in seconds, and to that of the empty app.</returns>
    private static async Task<(double Seconds, Ratio Ratio)> StartInTurnsAsync(BenchmarkOptions options, BenchmarkDatabase database, string server, string emptyApp)
    {
        var connection = await EmptyApp.CreateDatabaseAsync(database.Folder);
        var (empty, full) = (new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            await using (var app = await ServerProcess.StartEmptyAsync(emptyApp, connection)) { empty.Add(app.StartUp.TotalSeconds); }
            await using (var product = await ServerProcess.StartProductAsync(database, server)) { full.Add(product.StartUp.TotalSeconds); }
        }
        return (Figures.Median(full), Ratio.Of(full.Zip(empty, (ours, theirs) => ours / theirs)));
    }

    private static string BuildOf(BenchmarkOptions options) => options.Published ? "published" : Clone.Configuration;

    private static async Task<List<string>> FindMissingAsync(ServerProcess product, Visit visit)
    {
        var missing = new List<string>();
        foreach (var (name, url) in Wanted)
        {
            var (status, _) = await Load.AskAsync(product.Address, visit.Get(url, isFragment: false));
            missing.Add(status == 404 ? name : $"{name} (is there, has no floor yet)");
        }
        return missing;
    }

    /// <summary>Until what runs most is compiled for good: a slice costs no less than the one before it.</summary>
    private static async Task WarmUpAsync(Load load, BenchmarkOptions options, ServerProcess product, ServerProcess floor, Visit visit, IReadOnlyList<BenchTask> tasks)
    {
        foreach (var task in tasks)
        {
            await load.RunAsync(floor, task.AskFloor, options.Connections[^1], TimeSpan.FromSeconds(2 * options.Seconds));
            var (cost, before) = (double.MaxValue, double.MaxValue);
            for (var slice = 0; slice < (task.IsUsedUp ? 2 : MaxWarmUp) && (slice < 2 || cost < StillFalling * before); slice++)
            {
                before = cost;
                cost = (await load.RunAsync(product, i => visit.Ask(task, i), options.Connections[^1], TimeSpan.FromSeconds((task.IsUsedUp ? 1 : 4) * options.Seconds), task.IsFile, visit)).ServerCpu;
            }
        }
    }

    /// <summary>That each side answers with what was asked for.</summary>
    private static async Task LookAsync(ServerProcess product, ServerProcess floor, Visit visit, IReadOnlyList<BenchTask> tasks)
    {
        foreach (var task in tasks)
        {
            for (var i = 0; i < Looks; i++)
            {
                var (status, body) = await Load.AskAsync(product.Address, visit.Ask(task, i), task.IsFile);
                if (status is not (200 or 302)) { throw new InvalidOperationException($"The product answered {task.Product(i)} with {status}: {body[..Math.Min(2000, body.Length)]}"); }
                (status, var rows) = await Load.AskAsync(floor.Address, task.AskFloor(i));
                if (status != 200) { throw new InvalidOperationException($"The floor answered {task.Floor(i)} with {status}."); }
                EnsureAlike(task, body, rows);
            }
        }
    }

    /// <summary>The floor shows as many rows as the product, or the comparison would be no comparison.</summary>
    private static void EnsureAlike(BenchTask task, string product, string floor)
    {
        if (task.IsFile)
        {
            const int HeadAndPassport = 2;
            if (Count(product, "\n") - HeadAndPassport != Count(floor, "\n")) { throw new InvalidOperationException($"{task.Name}: the product's file has {Count(product, "\n")} lines, the floor's {Count(floor, "\n")}."); }
        }
        foreach (var row in (string[])["ui-row-link", "data-card="])
        {
            var (ours, theirs) = (Count(product, row), Count(floor, row));
            if (ours != (row == "ui-row-link" ? Math.Min(50, theirs) : theirs)) { throw new InvalidOperationException($"{task.Name}: the product shows {ours} rows, the floor {theirs}."); }
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
