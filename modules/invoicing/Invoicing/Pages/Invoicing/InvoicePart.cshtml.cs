using Invoicing.Documents;
using Invoicing.Localization;
using Invoicing.Orders;
using Invoicing.Permissions;
using Kernel.Reading;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Domain.Entities;

namespace Invoicing.Web;

/// <summary>Chooses how much of an order's lines goes on its next invoice; all that is left is offered.</summary>
[Authorize(InvoicingPermissions.Invoices.Manage)]
[Reads("Invoicing.Orders", Id = "id")]
public class InvoicePartModel(ISalesDocumentAppService documents, IOrderAppService orders) : KernelPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public List<PartInput> Input { get; set; } = [];

    public SalesDocumentDto Order { get; private set; } = null!;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        LocalizationResourceType = typeof(InvoicingResource);
        Order = await documents.GetAsync(Id);
        if (Order is not { Kind: DocumentKind.Order, State: DocumentState.Confirmed or DocumentState.PartlyInvoiced })
        {
            throw new EntityNotFoundException(typeof(SalesDocument), Id);
        }
        Input = [.. Order.Lines.Where(line => line.Left > 0).Select(line => new PartInput { Ordinal = line.Ordinal, Quantity = line.Left })];
        return Page();
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        LocalizationResourceType = typeof(InvoicingResource);
        ValidateModel();
        var lines = Input.ConvertAll(line => new PartInvoiceLineDto { Ordinal = line.Ordinal, Quantity = line.Quantity ?? 0 });
        var invoice = await orders.CreatePartInvoiceAsync(Id, new PartInvoiceDto { Lines = lines });
        Toast(L["Done:CreateInvoice"]);
        return Redirect(DocumentUrls.Details(DocumentKind.Invoice, invoice));
    }

    public class PartInput
    {
        public int Ordinal { get; set; }
        public decimal? Quantity { get; set; }
    }
}
