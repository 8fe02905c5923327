using Invoicing.Documents;
using Invoicing.Invoices;
using Kernel.Monetary;
using Volo.Abp.Auditing;
using Volo.Abp;

namespace Invoicing.Orders;

/// <summary>What a customer wants delivered, until its due day. It is invoiced whole or in parts, never more than was ordered.</summary>
public class Order : SalesDocument
{
    /// <summary>What is left to invoice with tax, in the smallest unit; 0 while it is a draft and when it was given up.</summary>
    public long UninvoicedAmount { get; private set; }

    /// <summary>What of it is with the customer and on no invoice, with tax, in the smallest unit; also when the rest was given up.</summary>
    public long DeliveredAmount { get; private set; }

    /// <summary>Where its goods are reserved and leave; null for the main warehouse.</summary>
    public Guid? WarehouseId { get; private set; }

    /// <summary>How often something of it was invoiced, delivered or taken back: two acts at the same moment meet in it, and the second is refused.</summary>
    [DisableAuditing]
    public int Turns { get; private set; }

    private Order() { } // EF Core

    public Order(Guid id, DocumentContent content, Guid? quoteId = null) : base(id, DocumentKind.Order, content, quoteId) =>
        WarehouseId = content.WarehouseId;

    public override void Rewrite(DocumentContent content)
    {
        base.Rewrite(content);
        WarehouseId = content.WarehouseId;
    }

    public void Confirm(string number)
    {
        Finish(number, DocumentState.Confirmed);
        UninvoicedAmount = Total.Amount;
    }

    /// <exception cref="BusinessException">A part is invoiced: then only the rest can be given up.</exception>
    public void Cancel()
    {
        if (State is DocumentState.PartlyInvoiced or DocumentState.Invoiced)
        {
            throw new BusinessException(InvoicingErrorCodes.OrderPartlyInvoiced).WithData("Number", Number!);
        }
        Move(DocumentState.Confirmed, DocumentState.Cancelled);
        UninvoicedAmount = 0;
    }

    /// <summary>Gives up what is not invoiced yet.</summary>
    /// <exception cref="BusinessException">Something is with the customer that is on no invoice.</exception>
    public void Close()
    {
        if (Lines.Any(line => line.DeliveredQuantity > line.InvoicedQuantity))
        {
            throw new BusinessException(InvoicingErrorCodes.OrderDeliveredNotInvoiced).WithData("Number", Number!);
        }
        Move(DocumentState.PartlyInvoiced, DocumentState.Closed);
        UninvoicedAmount = 0;
    }

    /// <summary>A draft invoice of all that is left.</summary>
    public Invoice ToInvoice(Guid id, DateOnly date, DateOnly? due) =>
        ToInvoice(id, date, due, Lines.Where(line => line.Left > 0).ToDictionary(line => line.Ordinal, line => line.Left));

    /// <param name="quantities">How much of which line, by its place; nothing of the others.</param>
    /// <exception cref="BusinessException">The order is not confirmed, or a quantity is more than is left of its line.</exception>
    public Invoice ToInvoice(Guid id, DateOnly date, DateOnly? due, IReadOnlyDictionary<int, decimal> quantities)
    {
        if (State is not (DocumentState.Confirmed or DocumentState.PartlyInvoiced))
        {
            throw new BusinessException(InvoicingErrorCodes.OrderNotInvoiceable).WithData("Number", Number ?? "");
        }
        if (quantities.Count == 0)
        {
            throw new BusinessException(InvoicingErrorCodes.NothingToInvoice).WithData("Number", Number!);
        }
        var parts = quantities.OrderBy(part => part.Key).Select(part => LineAt(part.Key).ToPart(part.Value, Currency)).ToList();
        Take(parts.Select(part => (part.SourceOrdinal, part.Quantity)));
        return new Invoice(id, new DocumentContent(PartyId, date, due, Currency, Note, parts, DiscountPercent), Id);
    }

    /// <summary>Its draft invoice is written again: what stands on it now is taken instead.</summary>
    public void RewriteInvoice(Invoice draft, DocumentContent content)
    {
        draft.EnsureDraft();
        GiveBack(draft);
        Take(content.Lines.Select(line => (line.SourceOrdinal, line.Quantity)));
    }

    /// <summary>Its invoice was thrown away as a draft, or taken back whole: what stood on it can be invoiced again, unless the order was closed.</summary>
    /// <exception cref="BusinessException">The order is closed, and what is with the customer would be on no invoice.</exception>
    public void ReleaseInvoice(Invoice invoice)
    {
        GiveBack(invoice);
        Settle();
    }

    /// <param name="quantities">How much of which line went out, by its place; negative came back.</param>
    public void NoteDelivery(IReadOnlyDictionary<int, decimal> quantities)
    {
        foreach (var (ordinal, quantity) in quantities)
        {
            LineAt(ordinal).NoteDelivery(quantity);
        }
        Settle();
    }

    /// <returns>By how much <see cref="DeliveredAmount"/> would grow if this went out.</returns>
    public Money WorthOf(IReadOnlyDictionary<int, decimal> quantities) =>
        new(quantities.Sum(one => LineAt(one.Key).DeliveredAmountWith(one.Value) - LineAt(one.Key).DeliveredAmount), Currency);

    private void Take(IEnumerable<(int? Ordinal, decimal Quantity)> parts)
    {
        foreach (var (ordinal, quantity) in parts)
        {
            if (ordinal is { } place)
            {
                LineAt(place).Take(quantity);
            }
        }
        Settle();
    }

    private void GiveBack(Invoice invoice)
    {
        foreach (var line in invoice.Lines.Where(line => line.SourceOrdinal is not null))
        {
            LineAt(line.SourceOrdinal!.Value).GiveBack(line.Quantity);
        }
    }

    /// <summary>How the order stands after its lines changed. One that was given up stays so.</summary>
    private void Settle()
    {
        Turns++;
        DeliveredAmount = Lines.Sum(line => line.DeliveredAmount);
        if (State == DocumentState.Closed && Lines.Any(line => line.DeliveredQuantity > line.InvoicedQuantity))
        {
            throw new BusinessException(InvoicingErrorCodes.ClosedOrderDelivered).WithData("Number", Number!);
        }
        if (State is DocumentState.Closed or DocumentState.Cancelled)
        {
            return;
        }
        UninvoicedAmount = Lines.Sum(line => line.LeftAmount);
        State = Lines.All(line => line.Left == 0) ? DocumentState.Invoiced
            : Lines.Any(line => line.InvoicedQuantity > 0) ? DocumentState.PartlyInvoiced
            : DocumentState.Confirmed;
    }

    private SalesDocumentLine LineAt(int ordinal) => Lines.FirstOrDefault(line => line.Ordinal == ordinal)
        ?? throw new BusinessException(InvoicingErrorCodes.MoreThanOrdered).WithData("Line", ordinal).WithData("Quantity", 0m).WithData("Left", 0m);
}
