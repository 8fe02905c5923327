using Invoicing.Documents;
using Invoicing.Orders;
using Volo.Abp;

namespace Invoicing.Quotes;

/// <summary>An offer to a customer, valid until its due day.</summary>
public class Quote : SalesDocument
{
    private Quote() { } // EF Core

    public Quote(Guid id, DocumentContent content) : base(id, DocumentKind.Quote, content, sourceId: null) { }

    public void Send(string number) => Finish(number, DocumentState.Sent);

    /// <exception cref="BusinessException">The quote is not sent, or no longer valid on that day.</exception>
    public void Accept(DateOnly on)
    {
        if (State == DocumentState.Sent && Due < on)
        {
            throw new BusinessException(InvoicingErrorCodes.QuoteExpired).WithData("Number", Number!).WithData("Due", Due!);
        }
        Move(DocumentState.Sent, DocumentState.Accepted);
    }

    public void Decline() => Move(DocumentState.Sent, DocumentState.Declined);

    public Order ToOrder(Guid id, DateOnly date)
    {
        Move(DocumentState.Accepted, DocumentState.Ordered);
        return new Order(id, ToContent(date, due: null), Id);
    }

    /// <summary>Its draft order was thrown away, so that another one can be made.</summary>
    public void ReleaseOrder() => Move(DocumentState.Ordered, DocumentState.Accepted);
}
