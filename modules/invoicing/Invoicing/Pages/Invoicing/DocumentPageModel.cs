using Invoicing.Documents;
using Invoicing.Localization;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Invoicing.Web;

/// <summary>One set of pages serves the four kinds; the address says which.</summary>
[Authorize]
public abstract class DocumentPageModel : KernelPageModel
{
    /// <summary>The constraint of the kind in a page's address.</summary>
    public const string KindRoute = "{kind:regex(^(Quotes|Orders|Invoices|CreditNotes)$)}";

    [FromRoute(Name = "kind")]
    public string Slug { get; set; } = "";

    public DocumentKind Kind => DocumentUrls.KindOf(Slug)!.Value;

    protected DocumentPageModel() => LocalizationResourceType = typeof(InvoicingResource);

    public static string IconOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Quote => "quote",
        DocumentKind.Order => "order",
        DocumentKind.Invoice => "invoice",
        _ => "credit",
    };
}
