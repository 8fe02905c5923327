using System.Net;
using Invoicing.Documents;
using Invoicing.Settings;
using Kernel.Printing;
using Parties.Parties;
using Volo.Abp.SettingManagement;
using Workspace;

namespace Workspace.Tests.Quotes;

/// <summary>Documents on paper name seller and buyer by their identifiers and the total in words.</summary>
public class PrintTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData("fa", "صورتحساب فروش کالا و خدمات", "یک میلیون و دویست هزار ریال")]
    [InlineData("en", "Invoice", "one million two hundred thousand rials")]
    public async Task An_invoice_on_paper_names_both_sides_and_the_total_in_words(string language, string title, string words)
    {
        await As.Admin(() => Get<ISettingManager>().SetAsync(InvoicingSettings.Seller.EconomicCode, "14005893875", "T", As.TenantId.ToString()));
        var acme = await As.Admin(() => Get<IPartyAppService>().CreateAsync(new CreatePartyDto
        {
            Kind = PartyKind.Company, Name = "Acme", Roles = [PartyRoles.Customer],
            Identifiers = [new PartyIdentifierDto { Type = PartyIdentifierType.CompanyId, Value = "10380284790" }],
        }));
        var invoice = await Given.Invoice(acme, 1_200_000m);
        using var visitor = await SignedIn("admin", language);

        var page = await visitor.GetAsync(DocumentUrls.Print(DocumentKind.Invoice, invoice));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("h1").ShouldBe(title);
        page.TextOf("#words").ShouldContain(words);
        page.Text.ShouldContain("14005893875");
        page.Text.ShouldContain("10380284790");
        page.Has(".ui-bar").ShouldBeFalse("only the document is printed");
        (await visitor.GetAsync(DocumentUrls.Print(DocumentKind.Order, invoice))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Where_Chromium_is_a_document_is_saved_as_a_pdf_and_where_it_is_not_the_page_says_so()
    {
        var quote = await Given.Quote(await Given.Customer("Acme"));
        using var visitor = await SignedIn();
        var page = await visitor.GetAsync(DocumentUrls.Print(DocumentKind.Quote, quote));
        if (Get<PdfPrinter>().Chromium is null)
        {
            page.Text.ShouldContain("Chromium is not installed");
            (await visitor.GetAsync(DocumentUrls.Print(DocumentKind.Quote, quote) + "?handler=Pdf")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            return;
        }
        var pdf = await visitor.GetAsync(page.Document.QuerySelector("a[href*='handler=Pdf']")!.GetAttribute("href")!);
        pdf.Status.ShouldBe(HttpStatusCode.OK);
        pdf.Html.ShouldStartWith("%PDF-");
    }
}
