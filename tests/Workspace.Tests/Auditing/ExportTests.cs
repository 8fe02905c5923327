using System.Net;
using Kernel.Reading;
using Microsoft.Data.Sqlite;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Workspace;

namespace Workspace.Tests.Auditing;

public class ExportTests : WorkspaceTest<WorkspaceModule>
{
    private const string Form = "form:has(#Purpose)";

    [Fact]
    public async Task An_export_asks_what_for_writes_the_ledger_and_leads_from_the_file_back_to_it()
    {
        await Given.Customer("Acme", mobile: "09121111111");
        await Given.Customer("=HYPERLINK(\"x\")");
        using var admin = await SignedIn();
        var form = await admin.GetAsync("/Export/parties?q=");
        form.Text.ShouldContain("2");

        var refused = await form.SubmitAsync(new() { ["Purpose"] = "x" }, Form);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ExportsAsync()).ShouldBeEmpty();

        var file = await form.SubmitAsync(new() { ["Purpose"] = "Letters for the new year" }, Form);
        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Html.ShouldContain("+989121111111");
        file.Html.ShouldContain("'=HYPERLINK");
        var written = (await ExportsAsync()).ShouldHaveSingleItem();
        (written.Rows, written.UserName).ShouldBe((2, "admin"));
        file.Html.Trim().Split('\n')[^1].ShouldContain(written.Detail![..10]);
    }

    [Fact]
    public async Task When_the_ledger_cannot_be_written_nothing_is_served()
    {
        await Given.Customer("Acme", mobile: "09121111111");
        using var admin = await SignedIn();
        var form = await admin.GetAsync("/Export/parties");
        await BreakLedgerAsync();

        var answer = await form.SubmitAsync(new() { ["Purpose"] = "Letters for the new year" }, Form);

        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Html.ShouldNotContain("989121111111");
    }

    [Fact]
    public async Task Whoever_may_not_export_gets_no_form_and_no_file()
    {
        using var guest = await SignedIn("guest");
        (await guest.GetAsync("/Export/parties")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var admin = await SignedIn();
        (await admin.GetAsync("/Export/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.GetAsync("/Export/parties?handler=File&ticket=forged")).Html.ShouldNotContain("text/csv");
    }

    private Task<List<ReadRecord>> ExportsAsync() => As.Admin(() => Get<IReadOnlyRepository<ReadRecord, Guid>>().GetListAsync(read => read.Kind == ReadKind.Export));

    private async Task BreakLedgerAsync()
    {
        await using var connection = new SqliteConnection(await Get<IConnectionStringResolver>().ResolveAsync());
        await connection.OpenAsync();
        var command = connection.CreateCommand();
        command.CommandText = "DROP TABLE KerReads";
        await command.ExecuteNonQueryAsync();
    }
}
