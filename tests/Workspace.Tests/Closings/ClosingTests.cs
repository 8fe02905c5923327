using System.Net;
using Accounting;
using Accounting.Closings;
using Accounting.Journal;
using Invoicing.Documents;
using Invoicing.Invoices;
using Volo.Abp;
using Workspace;

namespace Workspace.Tests.Closings;

/// <summary>In a closed period nothing is posted, whichever way the posting comes.</summary>
public class ClosingTests : WorkspaceTest<WorkspaceModule>
{
    [Fact]
    public async Task What_would_post_into_a_closed_period_is_refused_and_leaves_nothing_behind()
    {
        var acme = await Given.Customer();
        var old = await Given.Payment(acme, 500m);
        await As.Admin(() => Get<IClosingAppService>().CloseAsync(new CloseBooksDto { Through = Given.Day }));

        (await Should.ThrowAsync<BusinessException>(() => Given.Payment(acme, 100m, date: Given.Day))).Code.ShouldBe(AccountingErrorCodes.PeriodClosed);
        (await Should.ThrowAsync<BusinessException>(() => Given.Invoice(acme, 100m, Given.Day))).Code.ShouldBe(AccountingErrorCodes.PeriodClosed);

        (await As.Admin(() => Get<IJournalAppService>().GetListAsync(new JournalListInput()))).Rows.ShouldHaveSingleItem();
        (await As.Admin(() => Get<ISalesDocumentAppService>().GetListAsync(new SalesDocumentListInput { Kind = DocumentKind.Invoice })))
            .Rows.ShouldHaveSingleItem().Number.ShouldBeNull("the invoice is a draft still, and no number was used up");
        await Given.Payment(acme, 100m, date: Given.Day.AddDays(1));
        old.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task Books_close_forward_open_with_a_reason_and_keep_their_history()
    {
        var closings = Get<IClosingAppService>();
        TestClock.Fixed = new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc);
        await As.Admin(() => closings.CloseAsync(new CloseBooksDto { Through = new DateOnly(2026, 10, 22) }));

        (await RefusalOf(() => closings.CloseAsync(new CloseBooksDto { Through = new DateOnly(2026, 10, 1) }))).ShouldBe(AccountingErrorCodes.ClosedAlready);
        (await RefusalOf(() => closings.CloseAsync(new CloseBooksDto { Through = new DateOnly(2026, 12, 1) }))).ShouldBe(AccountingErrorCodes.ClosingInFuture);
        (await RefusalOf(() => closings.ReopenAsync(new ReopenBooksDto { Through = new DateOnly(2026, 10, 22), Reason = "late bill" }))).ShouldBe(AccountingErrorCodes.OpenAlready);
        await As.Admin(() => closings.ReopenAsync(new ReopenBooksDto { Through = null, Reason = "late bill" }));

        (await As.Admin(() => closings.GetClosedThroughAsync())).ShouldBeNull();
        (await As.Admin(() => closings.GetListAsync())).Select(act => act.Reason).ShouldBe(["late bill", null]);
    }

    [Theory]
    [InlineData("fa", "دفترها تا ۱۴۰۵/۰۸/۱۰ بسته است")]
    [InlineData("en", "The books are closed through 1 Nov 2026")]
    public async Task The_page_of_an_invoice_says_in_words_that_the_period_is_closed(string language, string words)
    {
        var acme = await Given.Customer();
        var draft = await As.Admin(() => Get<IInvoiceAppService>().CreateAsync(new DraftDocumentDto
        {
            PartyId = acme, Date = Given.Day, Currency = "IRR", Lines = [new DraftLineDto { Description = "Press", Quantity = 1, UnitPrice = 100 }],
        }));
        await As.Admin(() => Get<IClosingAppService>().CloseAsync(new CloseBooksDto { Through = Given.Day }));
        using var visitor = await SignedIn("admin", language);
        var page = await visitor.GetAsync(DocumentUrls.Details(DocumentKind.Invoice, draft));

        var answer = await page.SubmitAsync([], "main form[method=post][action*='Issue']");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer.TextOf("main").ShouldContain(words);
    }

    [Fact]
    public async Task Months_of_the_fiscal_year_are_closed_on_their_page_by_who_may()
    {
        TestClock.Fixed = new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc);
        using var visitor = await SignedIn("admin", "fa");
        (await visitor.GetAsync("/Accounting/Closings")).TextOf("main").ShouldContain("سال مالی ۱۴۰۵");
        var page = await visitor.GetAsync("/Accounting/Closings?year=1404");

        var closed = await page.SubmitAsync([], "main form[method=post][action*='Close']");

        closed.TextOf("main").ShouldContain("سال مالی ۱۴۰۴", customMessage: "the year stays");
        closed.TextOf("main").ShouldContain("بسته تا ۱۴۰۴/۰۱/۳۱");
        using var guest = await SignedIn("guest");
        (await guest.GetAsync("/Accounting/Closings")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string?> RefusalOf(Func<Task> act) => (await Should.ThrowAsync<BusinessException>(() => As.Admin(act))).Code;
}
