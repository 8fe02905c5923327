using Accounting.Cheques;
using Accounting.Rates;
using Accounting.Receipts;
using Invoicing.Documents;
using Kernel.Monetary;
using Kernel.Rights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Accounting.Credit;

/// <summary>
/// What customers stand for, read live: one statement for any number of them, with the parts that a policy may leave out. What is
/// ordered stands in one part at a time, as an order, as a delivery and on an invoice, from the draft on.
/// </summary>
public class CreditExposures(
    IReadOnlyRepository<SalesDocumentView, Guid> documents, IReadOnlyRepository<Receipt, Guid> receipts, IReadOnlyRepository<Cheque, Guid> cheques,
    ExchangeRates rates, IAsyncQueryableExecuter executer) : ITransientDependency
{
    /// <param name="besides">A document that is not counted: the one that is asked about.</param>
    public async Task<List<ExposurePart>> GetPartsAsync(IReadOnlyCollection<Guid> partyIds, DateOnly today, Guid? besides = null)
    {
        using var whole = SystemWork.Begin("an exposure is whole or withheld; whose it is, the caller has narrowed");
        return await executer.ToListAsync(await QueryAsync(partyIds, today, besides));
    }

    private async Task<IQueryable<ExposurePart>> QueryAsync(IReadOnlyCollection<Guid> partyIds, DateOnly today, Guid? besides)
    {
        var all = (await documents.GetQueryableAsync()).Where(document => partyIds.Contains(document.PartyId));
        var counted = besides is { } id ? all.Where(document => document.Id != id) : all;
        var quotes = counted
            .Where(document => document.Kind == DocumentKind.Quote && document.State == DocumentState.Sent && (document.Due == null || document.Due >= today))
            .GroupBy(document => new { document.PartyId, document.Currency })
            .Select(sum => new ExposurePart { PartyId = sum.Key.PartyId, Part = CreditPart.Quotes, Currency = sum.Key.Currency, Amount = sum.Sum(document => document.TotalAmount) });
        var orders = counted
            .Where(document => document.UninvoicedAmount > document.DeliveredAmount)
            .GroupBy(document => new { document.PartyId, document.Currency })
            .Select(sum => new ExposurePart { PartyId = sum.Key.PartyId, Part = CreditPart.Orders, Currency = sum.Key.Currency, Amount = sum.Sum(document => (document.UninvoicedAmount ?? 0) - (document.DeliveredAmount ?? 0)) });
        var deliveries = counted
            .Where(document => document.DeliveredAmount > 0)
            .GroupBy(document => new { document.PartyId, document.Currency })
            .Select(sum => new ExposurePart { PartyId = sum.Key.PartyId, Part = CreditPart.Deliveries, Currency = sum.Key.Currency, Amount = sum.Sum(document => document.DeliveredAmount ?? 0) });
        var invoices = counted
            .Where(document => document.OpenAmount != 0 || (document.Kind == DocumentKind.Invoice && document.State == DocumentState.Draft && document.SourceId != null))
            .GroupBy(document => new { document.PartyId, document.Currency })
            .Select(sum => new ExposurePart
            {
                PartyId = sum.Key.PartyId, Part = CreditPart.Invoices, Currency = sum.Key.Currency,
                Amount = sum.Sum(document => document.State == DocumentState.Draft ? document.TotalAmount : document.OpenAmount),
            });
        var unallocated = (await receipts.GetQueryableAsync())
            .Where(receipt => partyIds.Contains(receipt.PartyId) && receipt.State == ReceiptState.Posted && receipt.Amount.Amount > receipt.AllocatedAmount)
            .GroupBy(receipt => new { receipt.PartyId, receipt.Amount.Currency })
            .Select(sum => new ExposurePart { PartyId = sum.Key.PartyId, Part = CreditPart.Unallocated, Currency = sum.Key.Currency, Amount = sum.Sum(receipt => receipt.AllocatedAmount - receipt.Amount.Amount) });
        var held = (await cheques.GetQueryableAsync())
            .Where(cheque => partyIds.Contains(cheque.PartyId) && (cheque.State == ChequeState.Registered || cheque.State == ChequeState.InCollection))
            .GroupBy(cheque => new { cheque.PartyId, cheque.Amount.Currency })
            .Select(sum => new ExposurePart { PartyId = sum.Key.PartyId, Part = CreditPart.Cheques, Currency = sum.Key.Currency, Amount = sum.Sum(cheque => cheque.Amount.Amount) });
        return quotes.Concat(orders).Concat(deliveries).Concat(invoices).Concat(unallocated).Concat(held);
    }

    /// <summary>What a policy counts, each currency by the rate of the day.</summary>
    /// <returns>Null when a rate is missing.</returns>
    public async Task<Money?> SumAsync(IEnumerable<ExposurePart> parts, Func<CreditPart, bool> counts, string currency, DateOnly on)
    {
        var sum = Money.Zero(currency);
        foreach (var part in parts.Where(part => counts(part.Part)).GroupBy(part => part.Currency))
        {
            if (await rates.TryConvertAsync(new Money(part.Sum(one => one.Amount), part.Key), currency, on) is not { } converted)
            {
                return null;
            }
            sum += converted;
        }
        return sum;
    }
}

public class ExposurePart
{
    public Guid PartyId { get; init; }
    public CreditPart Part { get; init; }
    public string Currency { get; init; } = null!;

    /// <summary>In the smallest unit; negative for what lowers the exposure.</summary>
    public long Amount { get; init; }
}
