using Kernel.Monetary;

namespace Invoicing.Invoices;

/// <summary>An invoice or a credit note now counts. Handlers run in the unit of work that issued it.</summary>
/// <param name="Net">After discount, before tax.</param>
/// <param name="Discount">What the lines were lowered by; <paramref name="Net"/> is already without it.</param>
/// <param name="Total">Net and tax. Positive for a credit note too.</param>
/// <param name="SourceId">The invoice that a credit note corrects, where it is known.</param>
/// <param name="SourceOpen">What of that invoice was open before.</param>
public record InvoiceIssuedEvent(
    Guid DocumentId, Guid PartyId, string Number, DateOnly Date, DateOnly? Due,
    Money Net, Money Discount, Money Tax, Money Total, bool IsCreditNote, Guid? SourceId = null, Money? SourceOpen = null);
