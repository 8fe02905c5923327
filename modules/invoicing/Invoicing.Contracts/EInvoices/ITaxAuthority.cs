using Kernel.Monetary;

namespace Invoicing.EInvoices;

/// <summary>
/// The tax system on the other side. Sending the same tax id again is answered as the first time, so that whoever was killed after
/// sending can send once more.
/// </summary>
public interface ITaxAuthority
{
    /// <returns>The reference by which to ask for the outcome.</returns>
    Task<string> SendAsync(TaxMessage message);

    Task<TaxVerdict> AskAsync(string reference);
}

/// <param name="BuyerId">National id, company id or economic code; null when it is not known.</param>
public record TaxMessage(
    string TaxId, EInvoiceSubject Subject, string? Corrects, string Number, DateOnly Date, string? BuyerId, Money Net, Money Tax, Money Total);

/// <param name="IsAccepted">Null while the authority has not decided.</param>
/// <param name="Fault">Why it was rejected.</param>
public record TaxVerdict(bool? IsAccepted, string? Fault = null);
