using Invoicing.Documents;
using Invoicing.Permissions;

namespace Invoicing.Web;

public enum DocumentAct
{
    Send,
    Accept,
    AcceptAndOrder,
    Decline,
    Revise,
    CreateOrder,
    Confirm,
    Cancel,
    Close,
    CreateInvoice,
    Issue,
    Credit,
    Void,
    Delete,
}

/// <summary>What can be done with a document in its state, the likeliest first, and the permission each act needs.</summary>
public static class DocumentActs
{
    public static IReadOnlyList<DocumentAct> Of(SalesDocumentDto document) => (document.Kind, document.State) switch
    {
        (DocumentKind.Quote, DocumentState.Draft) => [DocumentAct.Send, DocumentAct.Delete],
        (DocumentKind.Quote, DocumentState.Sent) when document.Status == DocumentStatus.Expired => [DocumentAct.Revise, DocumentAct.Decline],
        (DocumentKind.Quote, DocumentState.Sent) => [DocumentAct.AcceptAndOrder, DocumentAct.Accept, DocumentAct.Decline, DocumentAct.Revise],
        (DocumentKind.Quote, DocumentState.Declined) => [DocumentAct.Revise],
        (DocumentKind.Quote, DocumentState.Accepted) => [DocumentAct.CreateOrder],
        (DocumentKind.Order, DocumentState.Draft) => [DocumentAct.Confirm, DocumentAct.Delete],
        (DocumentKind.Order, DocumentState.Confirmed) => [DocumentAct.CreateInvoice, DocumentAct.Cancel],
        (DocumentKind.Order, DocumentState.PartlyInvoiced) => [DocumentAct.CreateInvoice, DocumentAct.Close],
        (DocumentKind.Invoice, DocumentState.Issued) when document is { Settled.IsZero: true, Credited.IsZero: true } => [DocumentAct.Credit, DocumentAct.Void],
        (DocumentKind.Invoice, DocumentState.Issued) when document.Total is null || document.Credited < document.Total => [DocumentAct.Credit],
        (DocumentKind.Invoice or DocumentKind.CreditNote, DocumentState.Draft) => [DocumentAct.Issue, DocumentAct.Delete],
        _ => [],
    };

    public static string PermissionOf(DocumentAct act, DocumentKind kind) => act switch
    {
        DocumentAct.CreateOrder or DocumentAct.AcceptAndOrder => InvoicingPermissions.Orders.Manage,
        DocumentAct.CreateInvoice => InvoicingPermissions.Invoices.Manage,
        DocumentAct.Credit => InvoicingPermissions.CreditNotes.Manage,
        DocumentAct.Void => InvoicingPermissions.CreditNotes.Issue,
        DocumentAct.Issue => kind == DocumentKind.Invoice ? InvoicingPermissions.Invoices.Issue : InvoicingPermissions.CreditNotes.Issue,
        _ => InvoicingPermissions.ToManage(kind),
    };

    /// <summary>Acts that cannot be undone ask first.</summary>
    public static bool Asks(DocumentAct act) => act is DocumentAct.Issue or DocumentAct.Delete or DocumentAct.Cancel or DocumentAct.Close or DocumentAct.Void;
}
