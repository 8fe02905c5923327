using System.Data.Common;
using System.Diagnostics;
using System.Text;
using Benchmarks.DataSet;
using Kernel.Imports;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Benchmarks.Measuring;

/// <summary>
/// Files of people that the product's job takes in, in turns with the floor that writes the same rows. All figures are for each row of the file; the time is
/// the job's own, without what it waited to be taken up.
/// </summary>
/// <param name="connection">For looks at the database.</param>
/// <param name="services">Of the product, to queue a file with.</param>
internal sealed class Import(BenchmarkDatabase database, DbConnection connection, IServiceProvider services)
{
    public const string Name = "import";

    private const int Share = 4, MostRows = 50_000, LeastRows = 2_000, FewRows = 1_000;

    /// <summary>After which the job is compiled for good.</summary>
    private const int Looks = 2;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200), Patience = TimeSpan.FromMinutes(20);
    private static readonly string[] Tables = ["PtyParties", "PtyContactPoints", "PtyAddresses", "CrmContacts", "KerChanges"];

    /// <summary>A quarter of the size's customers, of few all: what goes on beside an import would count too much.</summary>
    public static int RowsOf(BenchmarkOptions options) => Math.Min(MostRows, Math.Max(Math.Min(LeastRows, options.Customers), options.Customers / Share));

    public static async Task<Comparison> TakeAsync(BenchmarkOptions options, BenchmarkDatabase database, DbConnection connection, ServerProcess product, ServerProcess floor, double statements)
    {
        await using var queue = await database.BuildAsync(); // is not started, so that no job runs here
        var (import, processor, rows) = (new Import(database, connection, queue.Services), new ProcessorTime(connection), RowsOf(options));
        var (ours, theirs) = (new List<Slice>(), new List<Slice>());
        for (var look = 0; look < Looks; look++) { await import.EnsureAlikeAsync(product, floor, processor, Math.Min(rows, FewRows)); }
        for (var round = 0; round < options.Rounds; round++)
        {
            theirs.Add(await import.ByFloorAsync(floor, processor, rows));
            ours.Add(await import.ByProductAsync(product, processor, rows));
        }
        var (productFigures, floorFigures) = (Figures.Of(ours), Figures.Of(theirs));
        return new Comparison(Name, 1, productFigures, floorFigures, Ratio.Of(ours.Zip(theirs, (one, other) => one.Cpu / other.Cpu)), Beyond: null, productFigures.P95 / floorFigures.P95, statements);
    }

    /// <summary>By the job of whoever serves the database.</summary>
    /// <returns>How many rows were refused.</returns>
    public Task<(long Refused, double Seconds)> RunAsync(int rows) => RunAsync(NextFile(rows));

    /// <summary>
    /// Each person adds at least one party, so that nobody comes twice, in this run or in a later one. A file begins with a company, so that every file of
    /// so many rows has as many.
    /// </summary>
    private string NextFile(int rows)
    {
        const int Each = AddressBook.PeopleToACompany;
        return AddressBook.Of((Counts()[0] + Each - 1) / Each * Each, rows);
    }

    private async Task<(long Refused, double Seconds)> RunAsync(string csv)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var run = await AskAsync(imports => imports.StartAsync("contacts", file, "people.csv"));
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(Glance))
        {
            var progress = await AskAsync(imports => imports.GetProgressAsync(run));
            if (!progress.IsFinished) { continue; }
            return progress.State == ImportState.Completed ? (progress.Refused, (progress.FinishedAt - progress.StartedAt)!.Value.TotalSeconds)
                : throw new InvalidOperationException($"The import ended as {progress.State}: {progress.Failure}");
        }
        throw new InvalidOperationException("The import did not end.");
    }

    private async Task<Slice> ByProductAsync(ServerProcess product, ProcessorTime processor, int rows)
    {
        var (file, before) = (NextFile(rows), processor.Of(product.Id));
        var (refused, seconds) = await RunAsync(file);
        return SliceOf(rows, (int)refused, seconds, before, processor.Of(product.Id));
    }

    private async Task<Slice> ByFloorAsync(ServerProcess floor, ProcessorTime processor, int rows)
    {
        var (file, before, watch) = (NextFile(rows), processor.Of(floor.Id), Stopwatch.StartNew());
        var (status, body) = await Load.AskAsync(floor.Address, new HttpRequestMessage(HttpMethod.Post, "/import") { Content = new StringContent(file) });
        if (status != 200) { throw new InvalidOperationException($"The floor answered an import with {status}: {body}"); }
        return SliceOf(rows, 0, watch.Elapsed.TotalSeconds, before, processor.Of(floor.Id));
    }

    private static Slice SliceOf(int rows, int failures, double seconds, (double Server, double Database) before, (double Server, double Database) after) =>
        new(rows, failures, seconds, [1000 * seconds / rows], (after.Server - before.Server) / rows, (after.Database - before.Database) / rows);

    /// <summary>Both sides leave as many rows in each table.</summary>
    private async Task EnsureAlikeAsync(ServerProcess product, ServerProcess floor, ProcessorTime processor, int rows)
    {
        var before = Counts();
        await ByProductAsync(product, processor, rows);
        var between = Counts();
        await ByFloorAsync(floor, processor, rows);
        var after = Counts();
        for (var i = 0; i < Tables.Length; i++)
        {
            var (ours, theirs) = (between[i] - before[i], after[i] - between[i]);
            if (ours != theirs) { throw new InvalidOperationException($"Of an import the product wrote {ours} rows of {Tables[i]}, the floor {theirs}."); }
        }
    }

    private List<long> Counts()
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Join(" UNION ALL ", Tables.Select((table, i) => $"SELECT {i}, COUNT(*) FROM \"{table}\"")) + " ORDER BY 1";
        using var reader = command.ExecuteReader();
        var counts = new List<long>();
        while (reader.Read()) { counts.Add(reader.GetInt64(1)); }
        return counts;
    }

    private async Task<T> AskAsync<T>(Func<IImportManager, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(database.TenantId);
        using var unit = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var answer = await ask(scope.ServiceProvider.GetRequiredService<IImportManager>());
        await unit.CompleteAsync();
        return answer;
    }
}
