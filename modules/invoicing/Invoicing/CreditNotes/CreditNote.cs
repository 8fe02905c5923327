using Invoicing.Documents;
using Invoicing.Invoices;

namespace Invoicing.CreditNotes;

/// <summary>Corrects an issued invoice. Its amounts are positive and lower what the customer owes.</summary>
public class CreditNote : SalesDocument
{
    private CreditNote() { } // EF Core

    internal CreditNote(Guid id, DocumentContent content, Guid invoiceId) : base(id, DocumentKind.CreditNote, content, invoiceId) { }

    /// <summary>A credit note from another system, where the invoice is not known.</summary>
    public CreditNote(Guid id, DocumentContent content) : base(id, DocumentKind.CreditNote, content, sourceId: null) { }

    /// <summary>Customer and currency stay those of the invoice.</summary>
    public override void Rewrite(DocumentContent content) =>
        base.Rewrite(content with { PartyId = PartyId, Currency = Currency });

    /// <param name="invoice">The one it corrects; null only for one from another system.</param>
    public void Issue(string number, Invoice? invoice)
    {
        if (invoice?.Id != SourceId)
        {
            throw new ArgumentException("The invoice is not the one that the credit note was made from.", nameof(invoice));
        }
        Finish(number, DocumentState.Issued);
        var open = invoice?.Open;
        invoice?.TakeCredit(Total);
        AddLocalEvent(new InvoiceIssuedEvent(Id, PartyId, number, Date, Due, Net, Discount, Tax, Total, IsCreditNote: true, SourceId, open));
    }
}
