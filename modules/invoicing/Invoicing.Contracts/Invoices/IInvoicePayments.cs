using Kernel.Monetary;

namespace Invoicing.Invoices;

/// <summary>
/// What paid an invoice. Whoever keeps payments implements it, in a class whose name ends in <c>InvoicePayments</c>, else it is not found; the
/// invoice's page asks every implementation that the host has.
/// </summary>
public interface IInvoicePayments
{
    /// <returns>What paid it and what of it was paid back, as far as the reader may see it and it still stands, the oldest first.</returns>
    Task<IReadOnlyList<InvoicePayment>> GetAsync(Guid invoiceId);

    /// <param name="open">What of the invoice is open; below zero when the party is in credit on it.</param>
    /// <returns>Where it is paid, or paid back; null when there is nothing to pay here, or the reader may not.</returns>
    Task<string?> FindNewUrlAsync(Guid partyId, Guid invoiceId, Money open);
}

/// <param name="Kind">What it is called in the reader's language, such as "Receipt".</param>
/// <param name="Amount">What of it paid this invoice, or was paid back; null when the reader may not see it.</param>
public record InvoicePayment(string Kind, string Number, DateOnly Date, Money? Amount, string Url, bool IsRefund = false);
