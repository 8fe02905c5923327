using Kernel.Monetary;

namespace Invoicing.Invoices;

/// <summary>
/// What paid an invoice. Whoever keeps payments implements it, in a class whose name ends in <c>InvoicePayments</c>, else it is not found; the
/// invoice's page asks every implementation that the host has.
/// </summary>
public interface IInvoicePayments
{
    /// <returns>Those that the reader may see and that still stand, the oldest first.</returns>
    Task<IReadOnlyList<InvoicePayment>> GetAsync(Guid invoiceId);

    /// <returns>Where a payment of the party is taken; null when the reader may not.</returns>
    Task<string?> FindNewUrlAsync(Guid partyId);
}

/// <param name="Kind">What it is called in the reader's language, such as "Receipt".</param>
/// <param name="Amount">What of it paid this invoice; null when the reader may not see it.</param>
public record InvoicePayment(string Kind, string Number, DateOnly Date, Money? Amount, string Url);
