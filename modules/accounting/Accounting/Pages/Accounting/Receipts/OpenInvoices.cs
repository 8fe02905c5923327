using Accounting.Receipts;
using Invoicing.Invoices;
using Kernel.Monetary;

namespace Accounting.Web.Receipts;

/// <summary>A party's open invoices with what is about to be allocated to each.</summary>
public record OpenInvoices(IReadOnlyList<OpenInvoiceDto> Open, AllocationsInput Input);

public class AllocationsInput
{
    /// <summary>How much pays which invoice, by its id: others may be paid, or come, while the form lies open.</summary>
    public Dictionary<Guid, decimal?> Allocations { get; set; } = [];

    public List<ReceiptAllocationInput> ToDto() =>
        [.. Allocations.Where(one => one.Value is > 0 or < 0).Select(one => new ReceiptAllocationInput { InvoiceId = one.Key, Amount = one.Value!.Value })];

    /// <summary>Suggests to pay the earliest due first, as far as the money goes; all of it where the amount is not known yet.</summary>
    public static Dictionary<Guid, decimal?> Suggest(IEnumerable<OpenInvoiceDto> open, Money? money)
    {
        var allocations = new Dictionary<Guid, decimal?>();
        var left = money;
        foreach (var invoice in open)
        {
            Money? part = left is { } rest && rest.Currency == invoice.Open.Currency ? Money.Min(rest, invoice.Open) : null;
            allocations[invoice.Id] = part is { IsPositive: true } some ? some.ToDecimal() : null;
            left -= part ?? (left is { } none ? Money.Zero(none.Currency) : null);
        }
        return allocations;
    }
}
