using System.Net;
using Parties.Parties;
using Workspace;

namespace Workspace.Tests.Http;

public class PageTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData("fa", "rtl")]
    [InlineData("en", "ltr")]
    public async Task Every_page_of_every_tab_opens_in_both_languages_with_all_its_texts(string language, string direction)
    {
        var acme = await Given.Customer("بازرگانی آکمه");
        var invoice = await Given.Invoice(acme);
        var receipt = await Given.Payment(acme, 500_000m, invoice);
        using var visitor = await SignedIn("admin", language);
        var seen = new HashSet<string>();
        var open = new Queue<string>([$"/Crm/Customers/File/{acme}", $"/Invoicing/Invoices/Details/{invoice}", $"/Accounting/Receipts/Details/{receipt}", "/"]);

        while (open.TryDequeue(out var url))
        {
            if (!seen.Add(url) || seen.Count > 80) { continue; }
            var page = await visitor.GetAsync(url);
            page.Status.ShouldBe(HttpStatusCode.OK, url);
            page.Document.DocumentElement.GetAttribute("dir").ShouldBe(direction, url);
            page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language, url);
            MissingTexts(page).ShouldBeEmpty(url);
            foreach (var link in page.Document.QuerySelectorAll("nav a[href^='/'], .ui-page-head a[href^='/']").Select(a => a.GetAttribute("href")!))
            {
                if (!link.Contains("/Account/", StringComparison.Ordinal) && !link.Contains('?')) { open.Enqueue(link); }
            }
        }

        seen.Count.ShouldBeGreaterThan(15);
    }

    // A text that was not found is shown as its key, such as Crm:Something or Enum:Kind.Value.
    private static IEnumerable<string> MissingTexts(WebAnswer page) =>
        System.Text.RegularExpressions.Regex.Matches(page.Text, @"\b(Menu|Enum|Permission|Crm|Parties|Inventory|Invoicing|Accounting|Kernel|File|Activity|Contact|Customer|Error):[A-Z]\w+").Select(m => m.Value).Distinct();

    [Fact]
    public async Task An_unknown_customer_and_one_of_another_organisation_get_the_same_answer()
    {
        var other = await As.AnotherTenant();
        var theirs = await As.AdminOf(other, () => Get<IPartyAppService>().CreateAsync(new CreatePartyDto { Kind = PartyKind.Company, Name = "Theirs", Roles = [PartyRoles.Customer] }));
        (await As.AdminOf(other, () => Get<IPartyAppService>().GetAsync(theirs))).Name.ShouldBe("Theirs");
        using var visitor = await SignedIn();

        var never = await visitor.GetAsync($"/Crm/Customers/File/{Guid.NewGuid()}");
        var foreign = await visitor.GetAsync($"/Crm/Customers/File/{theirs}");

        never.Status.ShouldBe(HttpStatusCode.NotFound);
        foreign.Status.ShouldBe(HttpStatusCode.NotFound);
        foreign.Text.ShouldBe(never.Text);
    }

    [Fact]
    public async Task The_list_of_customers_is_a_page_for_a_browser_and_a_fragment_for_htmx()
    {
        await Given.Customer("Acme Presses");
        using var visitor = await SignedIn();

        var page = await visitor.GetAsync("/Crm/Customers");
        var fragment = await visitor.GetFragmentAsync("/Crm/Customers?q=acme");

        page.IsWholePage.ShouldBeTrue();
        page.Text.ShouldContain("Acme Presses");
        fragment.IsWholePage.ShouldBeFalse();
        fragment.Text.ShouldContain("Acme Presses");
    }

    [Theory]
    [InlineData("/invoicing/quotes")]
    [InlineData("/Invoicing/creditnotes")]
    public async Task An_address_may_be_written_in_small_letters(string url)
    {
        using var visitor = await SignedIn("admin");

        (await visitor.GetAsync(url)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_Persian_page_names_its_days_in_Jalali_for_people_and_in_Gregorian_for_machines()
    {
        var acme = await Given.Customer("آکمه");
        await Given.Call(acme, "سفارش", new DateTime(2026, 10, 12, 9, 30, 15, DateTimeKind.Utc));
        using var visitor = await SignedIn("admin", "fa");

        var last = (await visitor.GetAsync("/Crm/Customers")).Document.QuerySelector("#rows time")!;

        last.TextContent.ShouldContain("۱۴۰۵/۰۷/۲۰");
        last.GetAttribute("datetime").ShouldBe("2026-10-12T09:30:15Z");
    }

    [Theory]
    [InlineData("كريمي")]
    [InlineData("کریمی")]
    [InlineData("تولیدی کریم")]
    public async Task A_Persian_name_is_found_however_its_letters_were_typed(string typed)
    {
        await Given.Customer("تولیدی کریمی");
        await Given.Customer("بازرگانی نوری");
        using var visitor = await SignedIn("sara", "fa");

        var found = await visitor.GetAsync("/Crm/Customers?q=" + Uri.EscapeDataString(typed));

        found.Text.ShouldContain("تولیدی کریمی");
        found.Text.ShouldNotContain("بازرگانی نوری");
    }

    [Fact]
    public async Task The_one_search_box_finds_a_customer_by_name_and_an_invoice_by_its_number_for_who_may_see_them()
    {
        var invoice = await Given.Invoice(await Given.Customer("Acme Presses"));
        using var visitor = await SignedIn();
        using var guest = await SignedIn("guest");

        (await visitor.GetAsync("/Search?q=acme")).Document.QuerySelectorAll("main a").ShouldContain(a => a.TextContent.Contains("Acme Presses"));
        (await visitor.GetAsync("/Search?q=inv-")).Has($"main a[href='/Invoicing/Invoices/Details/{invoice}']").ShouldBeFalse("a text without a digit is no number");
        (await visitor.GetAsync("/Search?q=0001")).Has($"main a[href='/Invoicing/Invoices/Details/{invoice}']").ShouldBeTrue();
        (await guest.GetAsync("/Search?q=0001")).Has("main a[href^='/Invoicing']").ShouldBeFalse();
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_sign_in()
    {
        using var visitor = Visitor();

        (await visitor.GetAsync("/Crm/Customers")).Url.ShouldContain("/Account/Login");
    }

    [Fact]
    public async Task The_language_is_chosen_before_signing_in()
    {
        using var visitor = Visitor();
        var form = await visitor.GetAsync("/Account/Login");
        var other = form.Document.DocumentElement.GetAttribute("lang") == "fa" ? "en" : "fa";

        var answer = await form.SubmitAsync(new() { ["language"] = other }, "form.ui-door-foot");

        (await visitor.GetAsync("/Account/Login")).Document.DocumentElement.GetAttribute("lang").ShouldBe(other, answer.Url);
    }

    [Fact]
    public async Task Who_has_no_rights_sees_no_tabs_and_opens_no_page()
    {
        var acme = await Given.Customer();
        using var visitor = await SignedIn("guest");

        var start = await visitor.GetAsync("/");
        start.Status.ShouldBe(HttpStatusCode.OK);
        start.Document.QuerySelectorAll("nav a[href^='/Crm'], nav a[href^='/Invoicing']").ShouldBeEmpty();
        foreach (var url in (string[])["/Crm/Customers", $"/Crm/Customers/File/{acme}", "/Invoicing/Invoices", "/Invoicing/Quotes/Create?handler=Product", "/Accounting/Receipts", "/Inventory/Products", "/Parties/Parties"])
        {
            (await visitor.GetAsync(url)).Status.ShouldBe(HttpStatusCode.Forbidden, url);
        }
    }

    [Fact]
    public async Task The_default_password_that_everybody_knows_opens_no_administrators_door()
    {
        using var visitor = Visitor();
        var form = await visitor.GetAsync("/Account/Login");

        var answer = await form.SubmitAsync(new() { ["Input.Organisation"] = "", ["Input.UserName"] = "admin", ["Input.Password"] = "1q2w3E*" });

        answer.Url.ShouldContain("/Account/Login");
    }

    [Fact]
    public async Task Two_people_sign_in_with_a_wrong_password_and_an_unknown_organisation_and_learn_nothing()
    {
        using var visitor = Visitor();
        var form = await visitor.GetAsync("/Account/Login");

        var wrongPassword = await form.SubmitAsync(new() { ["Input.Organisation"] = "arman", ["Input.UserName"] = "sara", ["Input.Password"] = "wrong" });
        var unknown = await form.SubmitAsync(new() { ["Input.Organisation"] = "nobody", ["Input.UserName"] = "sara", ["Input.Password"] = "wrong" });

        wrongPassword.Url.ShouldContain("/Account/Login");
        unknown.TextOf("form").ShouldBe(wrongPassword.TextOf("form"));
    }
}
