using Invoicing.Credit;
using Inventory.Deliveries;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.EInvoices;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Permissions;
using Invoicing.Quotes;
using Kernel.Auditing;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Kernel.Rights;
using Microsoft.AspNetCore.Mvc;
using Parties.Links;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Uow;

namespace Invoicing.Web;

[Reads("Invoicing.{kind}", Id = "id")]
public class DetailsModel(
    ISalesDocumentAppService documents, IQuoteAppService quotes, IOrderAppService orders, IInvoiceAppService invoices,
    ICreditNoteAppService creditNotes, IOrderDeliveries deliveries, DocumentCredit credit, IEInvoiceAppService eInvoices, IEnumerable<IInvoicePayments> payments, Reveals reveals, PartyLinks partyLinks) : DocumentPageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public SalesDocumentDto Document { get; private set; } = null!;
    public IReadOnlyList<DocumentAct> Acts { get; private set; } = [];

    /// <summary>The record of another module that the document was made for; null when there is none that the reader may see.</summary>
    public RecordName? Origin { get; private set; }
    public bool MayEdit { get; private set; }
    /// <summary>The electronic invoices of the document's chain; empty where none are made.</summary>
    public IReadOnlyList<EInvoiceDto> EInvoices { get; private set; } = [];
    public bool MayResend { get; private set; }

    /// <summary>How a draft stands to its customer's credit limit; null when it touches none.</summary>
    public CreditAnswer? Credit { get; private set; }

    /// <summary>What paid an invoice and was paid back of it, as far as the reader may see it; of a credit note what was paid back of its invoice.</summary>
    public IReadOnlyList<InvoicePayment> Payments { get; private set; } = [];

    /// <summary>Where an invoice is paid, or paid back; null when nothing is open, or the reader may not.</summary>
    public string? NewPaymentUrl { get; private set; }

    public bool MayInvoice { get; private set; }
    public string PartyUrl { get; private set; } = "";

    /// <summary>The address at which the customer answers the quote; null when there is none to send.</summary>
    public string? CustomersLink { get; private set; }
    /// <summary>How far an order is delivered; null where nothing is to be delivered, or the reader may not see it.</summary>
    public OrderDelivery? Delivery { get; private set; }

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Document = await documents.GetAsync(Id);
        if (Document.Kind != Kind)
        {
            throw new EntityNotFoundException(typeof(SalesDocument), Id);
        }
        PartyUrl = await partyLinks.PrimaryUrlAsync(Document.PartyId);
        Origin = await FindOriginAsync();
        var acts = new List<DocumentAct>();
        foreach (var act in DocumentActs.Of(Document))
        {
            if (await AuthorizationService.IsGrantedAsync(DocumentActs.PermissionOf(act, Kind)))
            {
                acts.Add(act);
            }
        }
        Acts = acts;
        Delivery = Kind == DocumentKind.Order ? await deliveries.FindAsync(Id) : null;
        MayEdit = Document.State == DocumentState.Draft && await AuthorizationService.IsGrantedAsync(InvoicingPermissions.ToManage(Kind));
        if (Document is { Kind: DocumentKind.Invoice or DocumentKind.CreditNote, State: DocumentState.Issued } && await AuthorizationService.IsGrantedAsync(InvoicingPermissions.Invoices.Default))
        {
            EInvoices = await eInvoices.GetChainAsync(Id);
            MayResend = EInvoices.Any(one => one.DocumentId == Id && one.State == EInvoiceState.Rejected) && await AuthorizationService.IsGrantedAsync(InvoicingPermissions.Invoices.Issue);
        }
        if (Document is { Kind: DocumentKind.Invoice or DocumentKind.CreditNote, State: DocumentState.Issued } && (Kind == DocumentKind.Invoice ? Id : Document.Source?.Id) is { } invoiceId)
        {
            await LoadPaymentsAsync(invoiceId);
        }
        Credit = await credit.FindAnswerAsync(Document);
        MayInvoice = acts.Contains(DocumentAct.CreateInvoice);
        if (Document is { Kind: DocumentKind.Quote, State: DocumentState.Sent } && await AuthorizationService.IsGrantedAsync(InvoicingPermissions.Quotes.Manage))
        {
            CustomersLink = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{await quotes.GetLinkAsync(Id)}";
        }
        return Page();
    }

    private async Task LoadPaymentsAsync(Guid invoiceId)
    {
        var paid = new List<InvoicePayment>();
        foreach (var one in payments)
        {
            paid.AddRange(await one.GetAsync(invoiceId));
            NewPaymentUrl ??= Kind == DocumentKind.Invoice && Document.Open is { IsZero: false } open ? await one.FindNewUrlAsync(Document.PartyId, Id, open) : null;
        }
        Payments = [.. paid.Where(one => Kind == DocumentKind.Invoice || one.IsRefund).OrderBy(one => one.Date)];
    }

    private async Task<RecordName?> FindOriginAsync()
    {
        if (Document.OriginId is not { } id) { return null; }
        foreach (var source in LazyServiceProvider.LazyGetRequiredService<IEnumerable<IRecordSource>>())
        {
            if (await source.GetAsync([id]) is [var found, ..]) { return found; }
        }
        return null;
    }

    [UnitOfWork(isTransactional: false)] // so that the ledger has a transaction of its own
    public virtual Task<IActionResult> OnPostRevealAsync() => reveals.ShowAsync(InvoicingPermissions.ToAmounts(Kind), Id, OnGetAsync);

    public virtual async Task<IActionResult> OnPostAsync(DocumentAct act)
    {
        var url = await DoAsync(act) ?? DocumentUrls.Details(Kind, Id);
        Toast(act == DocumentAct.Delete ? L["Done:Deleted"] : L["Done:" + act]);
        return Redirect(url);
    }

    public virtual async Task<IActionResult> OnPostResendAsync()
    {
        await eInvoices.ResendAsync(Id);
        Toast(L["Done:Resend"]);
        return Redirect(DocumentUrls.Details(Kind, Id));
    }

    /// <summary>Confirms an order or issues an invoice though the customer's credit limit refuses it.</summary>
    public virtual async Task<IActionResult> OnPostOverLimitAsync(string? reason)
    {
        var input = new OverLimitDto { Reason = reason! };
        if (Kind == DocumentKind.Order)
        {
            await orders.ConfirmOverLimitAsync(Id, input);
        }
        else
        {
            await invoices.IssueOverLimitAsync(Id, input);
        }
        Toast(L[Kind == DocumentKind.Order ? "Done:Confirm" : "Done:Issue"]);
        return Redirect(DocumentUrls.Details(Kind, Id));
    }

    /// <returns>Where to go next; null to stay.</returns>
    private async Task<string?> DoAsync(DocumentAct act)
    {
        switch (act, Kind)
        {
            case (DocumentAct.Send, DocumentKind.Quote): await quotes.SendAsync(Id); return null;
            case (DocumentAct.Accept, DocumentKind.Quote): await quotes.AcceptAsync(Id); return null;
            case (DocumentAct.AcceptAndOrder, DocumentKind.Quote): return DocumentUrls.Details(DocumentKind.Order, await quotes.AcceptAndOrderAsync(Id));
            case (DocumentAct.Revise, DocumentKind.Quote): return DocumentUrls.Edit(DocumentKind.Quote, await quotes.ReviseAsync(Id));
            case (DocumentAct.Decline, DocumentKind.Quote): await quotes.DeclineAsync(Id); return null;
            case (DocumentAct.CreateOrder, DocumentKind.Quote): return DocumentUrls.Details(DocumentKind.Order, await quotes.CreateOrderAsync(Id));
            case (DocumentAct.Confirm, DocumentKind.Order): await orders.ConfirmAsync(Id); return null;
            case (DocumentAct.Cancel, DocumentKind.Order): await orders.CancelAsync(Id); return null;
            case (DocumentAct.Close, DocumentKind.Order): await orders.CloseAsync(Id); return null;
            case (DocumentAct.CreateInvoice, DocumentKind.Order): return DocumentUrls.Details(DocumentKind.Invoice, await orders.CreateInvoiceAsync(Id));
            case (DocumentAct.Issue, DocumentKind.Invoice): await invoices.IssueAsync(Id); return null;
            case (DocumentAct.Issue, DocumentKind.CreditNote): await creditNotes.IssueAsync(Id); return null;
            case (DocumentAct.Credit, DocumentKind.Invoice): return DocumentUrls.Details(DocumentKind.CreditNote, await invoices.CreateCreditNoteAsync(Id));
            case (DocumentAct.Void, DocumentKind.Invoice): return DocumentUrls.Details(DocumentKind.CreditNote, await invoices.VoidAsync(Id));
            case (DocumentAct.Delete, _): await DeleteAsync(); return DocumentUrls.List(Kind);
            default: throw new EntityNotFoundException();
        }
    }

    private Task DeleteAsync() => Kind switch
    {
        DocumentKind.Quote => quotes.DeleteAsync(Id),
        DocumentKind.Order => orders.DeleteAsync(Id),
        DocumentKind.Invoice => invoices.DeleteAsync(Id),
        _ => creditNotes.DeleteAsync(Id),
    };
}
