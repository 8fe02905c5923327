using Kernel.Monetary;

namespace Invoicing.Invoices;

/// <summary>Keeps the paid part of invoices, in the unit of work of the payment.</summary>
public interface IInvoiceSettlement
{
    /// <returns>What was open before.</returns>
    /// <exception cref="Volo.Abp.BusinessException">The amount is more than the invoice's open amount, or in another currency.</exception>
    Task<Money> SettleAsync(Guid invoiceId, Money amount);

    /// <summary>Takes a settlement back, when its payment is reversed.</summary>
    Task ReleaseAsync(Guid invoiceId, Money amount);

    /// <param name="among">Only these; null for the first 200.</param>
    /// <returns>The party's unpaid invoices that the reader sees with their amounts, the earliest due first.</returns>
    Task<List<OpenInvoiceDto>> GetOpenAsync(Guid partyId, IReadOnlyCollection<Guid>? among = null);
}

public record OpenInvoiceDto(Guid Id, Guid PartyId, string Number, DateOnly Date, DateOnly? Due, Money Total, Money Open);
