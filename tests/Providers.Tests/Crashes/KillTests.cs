using System.Diagnostics;
using System.Globalization;
using Benchmarks;
using Benchmarks.DataSet;
using Benchmarks.Measuring;
using Kernel.Imports;
using Xunit.Abstractions;

namespace Providers.Tests.Crashes;

/// <summary>
/// The server is killed (SIGKILL) while it imports, posts and delivers events, all at once, and started again. Three kills on PostgreSQL and one on SQLite;
/// <c>CRM_KILLS=50 dotnet test tests/Providers.Tests --filter FullyQualifiedName~KillTests</c> is the full run.
/// </summary>
public class KillTests(ITestOutputHelper output)
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("CRM_KILLS") ?? "3", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [PostgresFact]
    public Task On_PostgreSql_a_killed_server_loses_nothing_and_does_nothing_twice() => RunAsync(
        ["--database=PostgreSql", $"--connection={PostgresCluster.Instance.Create()};Options=-c synchronous_commit=on"],
        [Crashes.AnywhereAsync, Crashes.InsideTheWriteAsync, Crashes.BeforeTheAnswerAsync], Kills);

    [Fact]
    public Task On_SQLite_a_killed_server_loses_nothing_and_does_nothing_twice() => RunAsync(["--database=Sqlite"], [Crashes.AnywhereAsync], (Kills + 2) / 3);

    private async Task RunAsync(string[] options, Crash[] ways, int kills)
    {
        await using var database = await BenchmarkDatabase.OpenAsync(BenchmarkOptions.From([.. options, "--size=10"]), TextWriter.Null);
        await using var imports = await Imports.OpenAsync(database);
        var proof = new Proof(database);
        var work = new Work(database, await proof.AnyCustomerAsync());
        for (var kill = 0; kill < kills; kill++)
        {
            await using var server = await ServerProcess.StartToCrashAsync(database);
            await proof.PromisesAreKeptAsync(work);
            var (visit, underWay) = (await Visit.BeginAsync(server.Address), new TaskCompletionSource());
            await imports.QueueOneAsync();
            var working = work.DoAsync(server, visit, underWay);
            await Task.WhenAny(underWay.Task, working);
            await EventuallyAsync(async () => (await imports.GetProgressAsync(imports.Runs[^1])).State != ImportState.Queued);
            var how = await ways[kill % ways.Length](database, server);
            await working;
            var progress = await imports.GetProgressAsync(imports.Runs[^1]);
            output.WriteLine($"kill {kill + 1}, {how}: {work.Issued.Count} of {work.Begun.Count} invoices acknowledged, {work.Told.Count} of {work.TriedToTell.Count} events, import {progress.State} at row {progress.Rows}");
        }
        var watch = Stopwatch.StartNew();
        await using var last = await ServerProcess.StartToCrashAsync(database);
        await work.FinishAsync(last, await Visit.BeginAsync(last.Address));
        await EventuallyAsync(async () => await proof.CountAsync("SELECT (SELECT COUNT(*) FROM \"AbpEventOutbox\") + (SELECT COUNT(*) FROM \"AbpEventInbox\" WHERE NOT \"Processed\")") == 0);
        foreach (var run in imports.Runs) { await EventuallyAsync(async () => (await imports.GetProgressAsync(run)).State == ImportState.Completed); }
        await proof.PromisesAreKeptAsync(work);
        await proof.NothingTwiceAsync(work, imports);
        output.WriteLine(FormattableString.Invariant($"all of it done {watch.Elapsed.TotalSeconds:0.0} s after the last start: {work.Begun.Count} invoices, {work.TriedToTell.Count} events, {imports.Runs.Count} imports"));
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var watch = Stopwatch.StartNew(); !await holds(); await Task.Delay(100))
        {
            if (watch.Elapsed > Patience) { throw new InvalidOperationException("What was left undone is not done after two minutes."); }
        }
    }
}
