using Invoicing.Documents;
using Invoicing.Invoices;

namespace Invoicing.Orders;

/// <summary>What a customer wants delivered, until its due day.</summary>
public class Order : SalesDocument
{
    private Order() { } // EF Core

    public Order(Guid id, DocumentContent content, Guid? quoteId = null) : base(id, DocumentKind.Order, content, quoteId) { }

    public void Confirm(string number) => Finish(number, DocumentState.Confirmed);

    public void Cancel() => Move(DocumentState.Confirmed, DocumentState.Cancelled);

    public Invoice ToInvoice(Guid id, DateOnly date, DateOnly? due)
    {
        Move(DocumentState.Confirmed, DocumentState.Invoiced);
        return new Invoice(id, ToContent(date, due), Id);
    }

    /// <summary>Its draft invoice was thrown away, so that another one can be made.</summary>
    public void ReleaseInvoice() => Move(DocumentState.Invoiced, DocumentState.Confirmed);
}
