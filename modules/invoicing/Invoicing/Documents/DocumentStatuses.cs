namespace Invoicing.Documents;

/// <summary>How a document stands on a day.</summary>
public static class DocumentStatuses
{
    /// <param name="open">Open amount of an issued invoice, in the smallest unit.</param>
    public static DocumentStatus Of(DocumentKind kind, DocumentState state, DateOnly? due, long total, long open, DateOnly today) => state switch
    {
        DocumentState.Sent when due < today => DocumentStatus.Expired,
        DocumentState.Issued when kind == DocumentKind.Invoice => OfIssued(due, total, open, today),
        _ => (DocumentStatus)state,
    };

    /// <returns>neutral, good, warn, bad or info.</returns>
    public static string Tone(DocumentStatus status) => status switch
    {
        DocumentStatus.Accepted or DocumentStatus.Ordered or DocumentStatus.Invoiced or DocumentStatus.Issued or DocumentStatus.Paid => "good",
        DocumentStatus.Sent or DocumentStatus.Confirmed or DocumentStatus.PartlyInvoiced or DocumentStatus.Unpaid => "info",
        DocumentStatus.Expired or DocumentStatus.PartlyPaid => "warn",
        DocumentStatus.Declined or DocumentStatus.Overdue => "bad",
        _ => "neutral",
    };

    private static DocumentStatus OfIssued(DateOnly? due, long total, long open, DateOnly today) =>
        open <= 0 ? DocumentStatus.Paid
        : due < today ? DocumentStatus.Overdue
        : open < total ? DocumentStatus.PartlyPaid
        : DocumentStatus.Unpaid;
}
