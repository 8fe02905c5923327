using Accounting.Receipts;
using Invoicing.Invoices;
using Kernel.Monetary;

namespace Accounting.Web.Receipts;

/// <summary>A party's open invoices with what is about to be allocated to each.</summary>
public record OpenInvoices(IReadOnlyList<OpenInvoiceDto> Open, AllocationsInput Input);

public class AllocationsInput
{
    /// <summary>One for each open invoice, in the same order.</summary>
    public List<AllocationInput> Allocations { get; set; } = [];

    public List<ReceiptAllocationInput> ToDto() =>
        [.. Allocations.Where(allocation => allocation.Amount is > 0 or < 0).Select(allocation =>
            new ReceiptAllocationInput { InvoiceId = allocation.InvoiceId, Amount = allocation.Amount!.Value })];

    /// <summary>Suggests to pay the earliest due first, as far as the money goes; all of it where the amount is not known yet.</summary>
    public static List<AllocationInput> Suggest(IEnumerable<OpenInvoiceDto> open, Money? money)
    {
        var allocations = new List<AllocationInput>();
        var left = money;
        foreach (var invoice in open)
        {
            Money? part = left is { } rest && rest.Currency == invoice.Open.Currency ? Money.Min(rest, invoice.Open) : null;
            allocations.Add(new AllocationInput { InvoiceId = invoice.Id, Amount = part is { IsPositive: true } some ? some.ToDecimal() : null });
            left -= part ?? (left is { } none ? Money.Zero(none.Currency) : null);
        }
        return allocations;
    }
}

public class AllocationInput
{
    public Guid InvoiceId { get; set; }
    public decimal? Amount { get; set; }
}
