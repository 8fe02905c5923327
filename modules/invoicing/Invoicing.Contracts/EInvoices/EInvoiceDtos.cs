namespace Invoicing.EInvoices;

public enum EInvoiceState
{
    /// <summary>It is to be sent.</summary>
    Waiting = 1,

    /// <summary>The tax authority has it and did not decide yet.</summary>
    Sent = 2,
    Accepted = 3,

    /// <summary>With the authority's reason; it may be sent again.</summary>
    Rejected = 4,
}

/// <summary>What an electronic invoice is about.</summary>
public enum EInvoiceSubject
{
    Original = 1,

    /// <summary>Takes a whole invoice back.</summary>
    Cancellation = 3,

    /// <summary>Takes a part of an invoice back.</summary>
    Return = 4,
}

/// <param name="Corrects">The tax id of the one before it in the chain; null for the original.</param>
/// <param name="Reference">By which the authority knows what was sent.</param>
/// <param name="SentAt">In UTC.</param>
public record EInvoiceDto(Guid DocumentId, string TaxId, EInvoiceSubject Subject, string? Corrects, EInvoiceState State, string? Reference, string? Fault, DateTime? SentAt);

public static class EInvoiceConsts
{
    public const int MaxReferenceLength = 64;
    public const int MaxFaultLength = 500;
}
