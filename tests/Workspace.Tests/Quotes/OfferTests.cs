using System.Net;
using Invoicing.Documents;
using Invoicing.Orders;
using Invoicing.Quotes;
using Microsoft.Extensions.DependencyInjection;
using Workspace;

namespace Workspace.Tests.Quotes;

/// <summary>A customer without an account answers his quote by its link, and learns nothing else.</summary>
public class OfferTests : WorkspaceTest<WorkspaceModule>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Theory]
    [InlineData("fa", "می‌پذیرم", "پذیرفته شده است")]
    [InlineData("en", "I accept", "is accepted")]
    public async Task The_customer_reads_and_accepts_his_quote_by_the_link_and_the_seller_makes_the_order(string language, string button, string accepted)
    {
        var quote = await Given.Quote(await Given.Customer("Acme"), 1_234_567m, Today);
        using var customer = await Anybody(language);

        var offer = await customer.GetAsync(await LinkOf(quote));
        offer.Status.ShouldBe(HttpStatusCode.OK);
        offer.TextOf("#answer").ShouldContain(button);
        offer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var answered = await Accept(offer);

        answered.TextOf("#state").ShouldContain(accepted);
        answered.TextOf("#state").ShouldContain("Sima Rad");
        answered.Has("#answer").ShouldBeFalse();
        using var seller = await SignedIn("admin", language);
        var page = await seller.GetAsync(DocumentUrls.Details(DocumentKind.Quote, quote));
        page.TextOf("main").ShouldContain("Sima Rad");
        page.TextOf("main").ShouldContain("before noon");
        page.Has("#customers-link").ShouldBeFalse("it is answered");
        var order = await page.SubmitAsync([], "form[action*='CreateOrder']");
        order.Url.ShouldStartWith("/Invoicing/Orders/Details/");
    }

    [Fact]
    public async Task Answering_twice_late_or_an_old_version_is_answered_in_words_and_changes_nothing()
    {
        var acme = await Given.Customer("Acme");
        using var customer = await Anybody();
        var (twice, late, old) = (await Given.Quote(acme, date: Today), await Given.Quote(acme, date: Today.AddDays(-60)), await Given.Quote(acme, date: Today));
        var forms = new List<WebAnswer>();
        var lateLink = await LinkOf(late);
        foreach (var quote in new[] { twice, old }) { forms.Add(await customer.GetAsync(await LinkOf(quote))); }
        var version = await As.Admin(() => Get<IQuoteAppService>().ReviseAsync(old));
        await As.Admin(() => Get<IQuoteAppService>().SendAsync(version));

        (await Accept(forms[0])).Status.ShouldBe(HttpStatusCode.OK);
        var again = await forms[0].SubmitAsync(new() { ["Input.Name"] = "Mallory" }, "#answer", "button[formaction*='Decline']");
        var superseded = await Accept(forms[1]);
        var expired = await customer.GetAsync(lateLink);

        (again.Status, superseded.Status).ShouldBe((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity));
        again.TextOf("main").ShouldContain("answered already");
        superseded.TextOf("main").ShouldContain("newer version");
        superseded.Html.ShouldNotContain(version.ToString());
        expired.TextOf("#state").ShouldContain("no longer valid");
        expired.Has("#answer").ShouldBeFalse();
        (await StateOf(twice), await StateOf(old), await StateOf(version)).ShouldBe((DocumentState.Accepted, DocumentState.Superseded, DocumentState.Sent));
        (await As.Admin(() => Get<ISalesDocumentAppService>().GetAsync(twice))).Answer!.Name.ShouldBe("Sima Rad");
    }

    [Fact]
    public async Task Of_two_answers_at_the_same_moment_one_counts()
    {
        var quote = await Given.Quote(await Given.Customer(), date: Today);
        using var customer = await Anybody();
        var form = await customer.GetAsync(await LinkOf(quote));

        var answers = await Task.WhenAll(Task.Run(() => Accept(form)), Task.Run(() => Accept(form)));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1, string.Join(", ", answers.Select(answer => answer.Status)));
        (await StateOf(quote)).ShouldBe(DocumentState.Accepted);
    }

    [Fact]
    public async Task A_link_that_is_altered_made_up_or_of_a_quote_that_is_gone_is_not_found_and_a_draft_has_none()
    {
        var acme = await Given.Customer("Secretive");
        var quote = await Given.Quote(acme, date: Today);
        var draft = await As.Admin(() => Get<IQuoteAppService>().ReviseAsync(quote));
        var link = await LinkOf(quote);
        using var customer = await Anybody();

        (await As.Admin(() => Get<IQuoteAppService>().GetLinkAsync(draft))).ShouldBeNull();
        var at = link.Length - 20;
        foreach (var url in new[] { link[..at] + (link[at] == 'A' ? 'B' : 'A') + link[(at + 1)..], "/Invoicing/Offer/x", "/Invoicing/Offer/" + quote, link[..^4] })
        {
            var answer = await customer.GetAsync(url);
            answer.Status.ShouldBe(HttpStatusCode.NotFound, url);
            answer.Html.ShouldNotContain("Secretive");
        }
        (await customer.GetAsync(DocumentUrls.Details(DocumentKind.Quote, quote))).Url.ShouldContain("/Account/Login", customMessage: "the link opens nothing else");
    }

    [Fact]
    public async Task A_link_of_one_organisation_is_read_in_it_whoever_is_signed_in_elsewhere()
    {
        var quote = await Given.Quote(await Given.Customer("Acme"), date: Today);
        var link = await LinkOf(quote);
        await As.AnotherTenant();
        using var stranger = Visitor();
        await stranger.SignInAsync("admin", "en", "other");

        (await stranger.GetAsync(link)).TextOf("main").ShouldContain("Acme");
        (await stranger.GetAsync(DocumentUrls.Details(DocumentKind.Quote, quote))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("fa")]
    [InlineData("en")]
    public async Task A_seller_copies_the_link_writes_a_new_version_and_old_ones_stay_readable(string language)
    {
        var quote = await Given.Quote(await Given.Customer("Acme"), 900m, Today);
        using var seller = await SignedIn("admin", language);
        var page = await seller.GetAsync(DocumentUrls.Details(DocumentKind.Quote, quote));
        page.Document.QuerySelector("#customers-link")!.GetAttribute("value")!.ShouldStartWith("http://localhost/Invoicing/Offer/");

        var edit = await page.SubmitAsync([], "form[action*='Revise']");
        edit.Url.ShouldStartWith("/Invoicing/Quotes/Edit/");
        var draft = await edit.SubmitAsync(new() { ["Input.Lines[0].UnitPrice"] = "800" }, "main form[method=post]");
        var sent = await draft.SubmitAsync([], "form[action*='Send']");

        sent.TextOf("h1").ShouldContain("QUO-1405-00001-2");
        (await StateOf(quote)).ShouldBe(DocumentState.Superseded);
        var old = await seller.GetAsync(DocumentUrls.Details(DocumentKind.Quote, quote));
        (old.Status, old.Has("form[action*='act=']")).ShouldBe((HttpStatusCode.OK, false));
        old.Document.QuerySelectorAll("a[href*='/Invoicing/Quotes/Details/']").ShouldNotBeEmpty("the newer version is one step away");
    }

    private async Task<WebVisitor> Anybody(string language = "en")
    {
        var visitor = Visitor();
        await (await visitor.GetAsync("/Account/Login")).SubmitAsync(new() { ["language"] = language }, "form[action*='/display' i]");
        return visitor;
    }

    private static Task<WebAnswer> Accept(WebAnswer form) =>
        form.SubmitAsync(new() { ["Input.Name"] = "Sima Rad", ["Input.Remark"] = "before noon" }, "#answer", "button[formaction*='Accept']");

    private async Task<string> LinkOf(Guid quote) => (await As.Admin(async () =>
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IQuoteAppService>().GetLinkAsync(quote);
    }))!;

    private async Task<DocumentState> StateOf(Guid id) => (await As.Admin(() => Get<ISalesDocumentAppService>().GetAsync(id))).State;
}
