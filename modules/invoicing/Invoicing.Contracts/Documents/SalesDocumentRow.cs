using Kernel.Monetary;

namespace Invoicing.Documents;

/// <summary>A line of a document list.</summary>
/// <param name="Total">Null, as <paramref name="Open"/>, when amounts are withheld from the reader.</param>
/// <param name="Open">For an issued invoice what is still to be paid; else zero.</param>
public record SalesDocumentRow(
    Guid Id, DocumentKind Kind, string? Number, DateOnly Date, DateOnly? Due, Guid PartyId, string PartyName,
    DocumentStatus Status, Money? Total, Money? Open);

/// <summary>One page of a list, newest first. The next page starts after the last row.</summary>
public record SalesDocumentPage(IReadOnlyList<SalesDocumentRow> Rows, bool HasMore);

public class SalesDocumentListInput
{
    public DocumentKind Kind { get; set; }
    public Guid? PartyId { get; set; }
    public DocumentState? State { get; set; }

    /// <summary>Only invoices that are overdue.</summary>
    public bool Overdue { get; set; }

    /// <summary>Part of a number or of the party's name.</summary>
    public string? Text { get; set; }

    /// <summary>With <see cref="AfterId"/>: the last row of the page before.</summary>
    public DateOnly? AfterDate { get; set; }
    public Guid? AfterId { get; set; }

    public int Max { get; set; } = 50;
}
