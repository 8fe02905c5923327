using System.Diagnostics;
using System.Globalization;
using System.Net;
using Benchmarks;
using Benchmarks.DataSet;
using Benchmarks.Measuring;
using Kernel.Imports;
using Providers.Tests.Crashes;
using Xunit.Abstractions;

namespace Providers.Tests;

/// <summary>
/// A disk that is really full, under a server that writes invoices, tells events and imports a file: what people, programs and operators are told, and that
/// everything goes on when there is room again, with nothing lost, nothing twice and no new start.
/// </summary>
public class FullDiskTests(ITestOutputHelper output)
{
    private const string NoteForm = "form[action*='handler=Note']";
    private const int MostNotes = 1_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3), Siege = TimeSpan.FromSeconds(20);

    [SmallDiskFact]
    public async Task On_SQLite_a_full_disk_is_told_and_costs_nothing_but_time()
    {
        using var disk = new SmallDisk(megabytes: 128);
        await RunAsync(disk, ["--database=Sqlite", $"--folder={disk.Folder}"]);
    }

    [SmallDiskFact(postgres: true)]
    public async Task On_PostgreSql_a_full_disk_is_told_and_costs_nothing_but_time()
    {
        using var disk = new SmallDisk(megabytes: 256);
        var cluster = PostgresCluster.StartAnother(); // one whose disk is full makes no checkpoint, nor a database for anybody else
        try
        {
            await RunAsync(disk, ["--database=PostgreSql", $"--connection={cluster.CreateIn(disk.CreateFolder("postgres", "postgres"))}", $"--folder={disk.Folder}"]);
        }
        finally
        {
            cluster.End();
        }
    }

    private async Task RunAsync(SmallDisk disk, string[] options)
    {
        await using var database = await BenchmarkDatabase.OpenAsync(BenchmarkOptions.From([.. options, "--size=10"]), TextWriter.Null);
        await using var imports = await Imports.OpenAsync(database);
        var proof = new Proof(database);
        var customer = await proof.AnyCustomerAsync();
        var work = new Work(database, customer);
        await using var server = await ServerProcess.StartToCrashAsync(database);
        using var persian = await SignedInAsync(server, "fa");
        using var english = await SignedInAsync(server, "en");

        var (visit, underWay) = (await Visit.BeginAsync(server.Address), new TaskCompletionSource());
        await imports.QueueOneAsync();
        var working = work.DoAsync(server, visit, underWay);
        await Task.WhenAny(underWay.Task, working);
        disk.Fill();

        var (notes, refused) = await NoteUntilRefusedAsync(persian, customer, disk);
        refused.Text.ShouldContain("دیگر جایی برای ذخیره نیست");
        refused.Document.QuerySelector("textarea[name='Note.Text']")!.TextContent.ShouldContain("یادداشت", customMessage: "what was typed is kept");
        var (more, again) = await NoteUntilRefusedAsync(english, customer, disk);
        again.Text.ShouldContain("There is no more room to save anything");
        again.Text.ShouldNotContain("Exception");
        await working; // programs were refused too
        (await english.GetAsync($"/Crm/Customers/File/{customer}")).Status.ShouldBe(HttpStatusCode.OK, "reading goes on");
        (await english.GetAsync("/health/ready")).Text.ShouldBe("Degraded");
        (await english.GetAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<Exception>(imports.StartAnotherAsync);
        imports.FilesOnDisk.ShouldBe(imports.Runs.Count, "a file that found no room leaves nothing behind");

        await Task.Delay(Siege);
        var lines = server.Output.Split('\n');
        output.WriteLine(server.Output);
        lines.Count(line => line.Contains("The disk is full", StringComparison.Ordinal)).ShouldBe(1);
        lines.Length.ShouldBeLessThan(40, "nothing else tells it again and again");

        disk.MakeRoom();
        var watch = Stopwatch.StartNew();
        (await NoteAsync(persian, customer, "جا باز شد")).Status.ShouldBe(HttpStatusCode.OK);
        await work.FinishAsync(server, visit);
        await EventuallyAsync(async () => await proof.CountAsync("SELECT (SELECT COUNT(*) FROM \"AbpEventOutbox\") + (SELECT COUNT(*) FROM \"AbpEventInbox\" WHERE NOT \"Processed\")") == 0, "events wait");
        foreach (var run in imports.Runs) { await EventuallyAsync(async () => (await imports.GetProgressAsync(run)).State == ImportState.Completed, "an import has not ended"); }
        foreach (var run in imports.Runs) { (await imports.GetProgressAsync(run)).Refused.ShouldBe(0, "a full disk is no fault of the rows"); }
        await proof.PromisesAreKeptAsync(work);
        await proof.NothingTwiceAsync(work, imports);
        (await proof.CountAsync("SELECT COUNT(*) FROM \"CrmActivities\" WHERE \"Text\" LIKE 'یادداشت%'")).ShouldBe(notes + more, "each note that was accepted is there, each refused one is not");
        await EventuallyAsync(async () => (await english.GetAsync("/health/ready")).Text == "Healthy", "it does not know that it is well");
        output.WriteLine(FormattableString.Invariant($"{notes} notes until it was full; all done {watch.Elapsed.TotalSeconds:0.0} s after there was room: {work.Begun.Count} invoices, {work.TriedToTell.Count} events, {imports.Runs.Count} imports"));
    }

    private static async Task<WebVisitor> SignedInAsync(ServerProcess server, string language)
    {
        var visitor = new WebVisitor(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }, server.Address);
        await visitor.SignInAsync("admin", language);
        return visitor;
    }

    /// <summary>What has room within the files that are there already is still accepted.</summary>
    private static async Task<(int Accepted, WebAnswer Refused)> NoteUntilRefusedAsync(WebVisitor visitor, Guid customer, SmallDisk disk)
    {
        for (var i = 0; i < MostNotes; i++)
        {
            disk.Fill();
            var answer = await NoteAsync(visitor, customer, $"یادداشت {i} {new string('x', 1500)}");
            if (answer.Status == HttpStatusCode.OK) { continue; }
            answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, answer.Text);
            return (i, answer);
        }
        throw new InvalidOperationException($"The disk is full, and {MostNotes} notes were accepted.");
    }

    private static async Task<WebAnswer> NoteAsync(WebVisitor visitor, Guid customer, string text) =>
        await (await visitor.GetAsync($"/Crm/Customers/File/{customer}")).SubmitAsync(new() { ["Note.Text"] = text }, NoteForm);

    private static async Task EventuallyAsync(Func<Task<bool>> holds, string otherwise)
    {
        for (var watch = Stopwatch.StartNew(); !await holds(); await Task.Delay(200))
        {
            if (watch.Elapsed > Patience) { throw new InvalidOperationException($"After {Patience.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes: {otherwise}."); }
        }
    }
}
