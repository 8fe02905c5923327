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

    /// <summary>Pays back what of an invoice was credited beyond what was open.</summary>
    /// <returns>What was open before, below zero.</returns>
    /// <exception cref="Volo.Abp.BusinessException">The amount is more than the credit on the invoice, or in another currency.</exception>
    Task<Money> PayBackAsync(Guid invoiceId, Money amount);

    /// <summary>Takes what was paid back into the credit again, when its refund is reversed.</summary>
    Task UndoPayBackAsync(Guid invoiceId, Money amount);

    /// <param name="among">Only these; null for the first 200.</param>
    /// <returns>The party's invoices on which it is in credit, open below zero, that the reader sees with their amounts, the oldest first.</returns>
    Task<List<OpenInvoiceDto>> GetInCreditAsync(Guid partyId, IReadOnlyCollection<Guid>? among = null);

    /// <param name="among">Only these; null for the first 200.</param>
    /// <returns>The party's unpaid invoices that the reader sees with their amounts, the earliest due first.</returns>
    Task<List<OpenInvoiceDto>> GetOpenAsync(Guid partyId, IReadOnlyCollection<Guid>? among = null);
}

public record OpenInvoiceDto(Guid Id, Guid PartyId, string Number, DateOnly Date, DateOnly? Due, Money Total, Money Open);
