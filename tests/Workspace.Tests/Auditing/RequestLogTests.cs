using System.Net;
using Invoicing.Documents;
using Invoicing.Quotes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.AuditLogging;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Auditing;

/// <summary>What a page's POST changed and the log of the request are written together or not at all.</summary>
public class RequestLogTests : WorkspaceTest<WorkspaceModule>
{
    private const string Send = "form[action*='act=Send' i]";

    [Fact]
    public async Task Each_request_is_logged_once_with_its_answer_and_its_calls()
    {
        var quote = await DraftAsync();
        using var visitor = await SignedIn();
        var form = await visitor.GetAsync(DocumentUrls.Details(DocumentKind.Quote, quote));

        (await form.SubmitAsync([], Send)).Status.ShouldBe(HttpStatusCode.OK);
        (await form.SubmitAsync([], Send)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "it was sent already");

        var logs = (await LogsAsync()).FindAll(log => log.Url == DocumentUrls.Details(DocumentKind.Quote, quote));
        logs.ConvertAll(log => (log.UserName, log.HttpMethod, log.HttpStatusCode)).ShouldBe([("admin", "POST", 302), ("admin", "POST", 422)]);
        logs.ShouldAllBe(log => log.Actions.Count(call => call.MethodName == nameof(IQuoteAppService.SendAsync)) == 1);
        logs[0].ExtraProperties.ShouldBeEmpty();
        (logs[0].Exceptions, logs[1].Exceptions is not null).ShouldBe((null, true));
    }

    [Fact]
    public async Task Nothing_is_changed_that_cannot_be_logged()
    {
        var quote = await DraftAsync();
        using var visitor = await SignedIn();
        var form = await visitor.GetAsync(DocumentUrls.Details(DocumentKind.Quote, quote));
        Execute("CREATE TRIGGER \"NoLogs\" BEFORE INSERT ON \"AbpAuditLogs\" BEGIN SELECT RAISE(ABORT, 'no logs'); END");

        (await Should.ThrowAsync<DbUpdateException>(() => form.SubmitAsync([], Send))).InnerException!.Message.ShouldContain("no logs");

        (await As.Admin(() => Get<IQuoteAppService>().GetLinkAsync(quote))).ShouldBeNull("it is a draft still");
    }

    private async Task<Guid> DraftAsync()
    {
        var party = await Given.Customer("Acme");
        return await As.Admin(() => Get<IQuoteAppService>().CreateAsync(new DraftDocumentDto
        {
            PartyId = party, Date = Given.Day, Currency = "IRR",
            Lines = [new DraftLineDto { Description = "Presses", Quantity = 1, UnitPrice = 100, TaxPercent = 0 }]
        }));
    }

    private Task<List<AuditLog>> LogsAsync() => As.Admin(async () =>
    {
        using var unit = Get<IUnitOfWorkManager>().Begin();
        return (await Get<IRepository<AuditLog, Guid>>().WithDetailsAsync(log => log.Actions)).OrderBy(log => log.ExecutionTime).ToList();
    });

    private void Execute(string statement)
    {
        using var connection = new SqliteConnection(Database.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
