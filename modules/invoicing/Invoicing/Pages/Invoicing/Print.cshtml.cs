using Invoicing.Documents;
using Kernel.Monetary;
using Kernel.Printing;
using Kernel.Reading;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.AspNetCore.Mvc.UI.Theming;
using Volo.Abp.Domain.Entities;

namespace Invoicing.Web;

/// <summary>A document as it goes to the customer: seller and buyer with their identifiers, lines, sums, the total in words.</summary>
[Reads("Invoicing.{kind}", Id = "id")]
public class PrintModel(ISalesDocumentAppService documents, PrintedParties parties, PdfPrinter printer, IThemeManager themes) : DocumentPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public SalesDocumentDto Document { get; private set; } = null!;
    public PrintedParty Seller { get; private set; } = null!;
    public PrintedParty Buyer { get; private set; } = null!;
    public bool MakesPdf => printer.Chromium is not null;
    public string LayoutName => themes.CurrentTheme.GetLayout(StandardLayouts.Empty);

    /// <summary>Null when the reader does not see amounts. Rials are written out as rials, whatever unit the reader's screen shows.</summary>
    public string? TotalInWords => Document.Total is { } total
        ? AmountInWords.Of(total, Display.Language, total.Currency == Currencies.Rial ? L["Rial"].Value : Display.Unit(total.Currency)) : null;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        await ReadAsync();
        return Page();
    }

    public virtual async Task<IActionResult> OnGetPdfAsync()
    {
        await ReadAsync();
        return new PdfResult($"{Document.Number ?? Document.Kind.ToString()}.pdf");
    }

    private async Task ReadAsync()
    {
        Document = await documents.GetAsync(Id);
        if (Document.Kind != Kind)
        {
            throw new EntityNotFoundException(typeof(SalesDocument), Id);
        }
        Seller = await parties.GetSellerAsync();
        Buyer = await parties.GetBuyerAsync(Document);
    }
}
