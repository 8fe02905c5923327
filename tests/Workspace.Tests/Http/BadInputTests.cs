using System.Net;
using Invoicing.Documents;
using Parties.Parties;
using Workspace;

namespace Workspace.Tests.Http;

/// <summary>What was typed wrong is refused in the user's language, stays in the form, and changes nothing.</summary>
public class BadInputTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData("fa", "کد ملی")]
    [InlineData("en", "national id")]
    public async Task A_wrong_national_id_is_refused_and_kept(string language, string said)
    {
        using var visitor = await SignedIn("sara", language);
        var form = await visitor.GetAsync("/Crm/Customers/Create?Kind=Person");

        var answer = await form.SubmitAsync(new() { ["Input.FirstName"] = "رضا", ["Input.LastName"] = "کریمی", ["Input.NationalId"] = "۰۶۸۴۱۵۹۴۱۵" }, "main form[method=post]");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.TextOf("main").ShouldContain(said, Case.Insensitive);
        answer.Document.QuerySelector("[name='Input.NationalId']")!.GetAttribute("value").ShouldBe("۰۶۸۴۱۵۹۴۱۵");
        answer.Document.QuerySelector("[name='Input.LastName']")!.GetAttribute("value").ShouldBe("کریمی");
        (await As.Admin(() => Get<IPartyAppService>().GetListAsync(new PartyListInput()))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_that_the_Jalali_year_does_not_have_is_refused_and_kept()
    {
        var acme = await Given.Customer();
        using var visitor = await SignedIn("admin", "fa");
        var form = await visitor.GetAsync($"/Invoicing/Invoices/Create?partyId={acme}");

        var answer = await form.SubmitAsync(new() { ["Input.Date"] = "۱۴۰۴/۱۲/۳۰", ["Input.Lines[0].Description"] = "پرس", ["Input.Lines[0].Quantity"] = "۲", ["Input.Lines[0].UnitPrice"] = "۵۰۰۰" }, "main form[method=post]");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Document.QuerySelector("[name='Input.Date']")!.GetAttribute("value").ShouldBe("۱۴۰۴/۱۲/۳۰");
        answer.Has(".field-validation-error, .invalid-feedback, .ui-error").ShouldBeTrue(answer.Html);
    }

    [Theory]
    [InlineData("/Invoicing/Quotes/Create?partyId=", "Input.Lines[0].Description", "fa", "دیگر نیست")]
    [InlineData("/Invoicing/Quotes/Create?partyId=", "Input.Lines[0].Description", "en", "does not exist any more")]
    [InlineData("/Crm/Opportunities/Create?customerId=", "Input.Title", "fa", "دیگر نیست")]
    [InlineData("/Crm/Opportunities/Create?customerId=", "Input.Title", "en", "does not exist any more")]
    public async Task A_form_whose_customer_went_out_of_sight_meanwhile_is_refused_and_kept(string page, string field, string language, string said)
    {
        var acme = await Given.Customer();
        using var visitor = await SignedIn("admin", language);
        var form = await visitor.GetAsync(page + acme);
        await As.Admin(() => Get<IPartyAppService>().DeleteAsync(acme));

        var answer = await form.SubmitAsync(new() { [field] = "پرس", ["Input.Lines[0].Quantity"] = "2", ["Input.Lines[0].UnitPrice"] = "5000" }, "main form[method=post]");

        answer.Status.ShouldBe(HttpStatusCode.NotFound, answer.Text);
        answer.TextOf("main").ShouldContain(said);
        answer.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value").ShouldBe("پرس");
        (await As.Admin(() => Get<ISalesDocumentAppService>().GetListAsync(new SalesDocumentListInput { Kind = DocumentKind.Quote }))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_negative_quantity_is_refused_and_kept()
    {
        var acme = await Given.Customer();
        using var visitor = await SignedIn("admin", "fa");
        var form = await visitor.GetAsync($"/Invoicing/Invoices/Create?partyId={acme}");

        var answer = await form.SubmitAsync(new() { ["Input.Lines[0].Description"] = "پرس", ["Input.Lines[0].Quantity"] = "-۲", ["Input.Lines[0].UnitPrice"] = "۵۰۰۰" }, "main form[method=post]");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.TextOf("main").ShouldContain("تعداد");
        answer.Document.QuerySelector("[name='Input.Lines[0].Quantity']")!.GetAttribute("value").ShouldBe("-۲");
    }

    /// <summary>What the request reads on its way to the handler must not keep SQLite's one writer from it.</summary>
    [Fact]
    public async Task A_form_that_lay_open_until_rights_and_settings_were_forgotten_is_taken()
    {
        using var visitor = await SignedIn("sara", "en");
        var form = await visitor.GetAsync("/Crm/Customers/Create?Kind=Person");
        TestCache.Forget();

        var answer = await form.SubmitAsync(new() { ["Input.FirstName"] = "Mina", ["Input.LastName"] = "Karimi" }, "main form[method=post]");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain("Mina Karimi");
    }
}
