using Kernel.Monetary;

namespace Parties.Documents;

/// <summary>
/// A module's documents of one party. The customer's file asks every source that the host has installed, each in one
/// SQL statement. A class that implements it ends its name in <c>PartyDocumentSource</c>, else it is not found.
/// </summary>
public interface IPartyDocumentSource
{
    /// <param name="max">Of each kind the newest so many.</param>
    /// <param name="today">The reader's day, from which overdue days count.</param>
    /// <param name="before">Only documents dated before this day: the next page.</param>
    Task<PartyDocuments> GetDocumentsAsync(Guid partyId, int max, DateOnly today, DateOnly? before = null);
}

/// <param name="Kinds">All kinds that the source knows, also those without a row; texts are already translated.</param>
/// <param name="Rows">Newest first.</param>
/// <param name="IsForbidden">The reader may not see these documents; the lists are then empty.</param>
public record PartyDocuments(
    IReadOnlyList<PartyDocumentKind> Kinds,
    IReadOnlyList<PartyDocument> Rows,
    IReadOnlyList<PartyTotal> Totals,
    bool IsForbidden = false)
{
    /// <summary>There is no panel at all: the module is switched off for the tenant.</summary>
    public static readonly PartyDocuments None = new([], [], []);
}

/// <param name="Title">Of many, such as "Quotes".</param>
/// <param name="Singular">Of one, such as "Quote".</param>
/// <param name="NewUrl">Where one is made for this party; null when the reader may not.</param>
/// <param name="ListUrl">Where all of this party are listed.</param>
public record PartyDocumentKind(string Key, string Title, string Singular, int Order, string? NewUrl = null, string? ListUrl = null);

/// <param name="Total">Null, as <paramref name="Open"/>, when amounts are withheld from the reader.</param>
/// <param name="Open">What of <paramref name="Total"/> is not settled yet.</param>
/// <param name="Status">Translated.</param>
/// <param name="StatusTone">neutral, good, warn, bad or info.</param>
public record PartyDocument(
    string KindKey, Guid Id, string Number, DateOnly Date, Money? Total, Money? Open, DateOnly? Due,
    string Status, string StatusTone, string Url, string? Note = null);

/// <summary>A figure about a party in one currency.</summary>
/// <param name="Key">
/// One of <see cref="PartyTotals"/>: the balance comes from the ledger (positive: owes us; negative: has credit), the
/// overdue amount from the invoices. A figure of another key brings its own words.
/// </param>
/// <param name="Amount">Whole; null when it is withheld from the reader.</param>
/// <param name="Days">Age of the oldest part, for an overdue amount.</param>
/// <param name="Field">Of a withheld amount that the reader may uncover the permission of its field.</param>
/// <param name="Url">Where it is shown how the figure came about; null when the reader may not.</param>
/// <param name="Label">Translated; null for the two figures that every reader knows.</param>
/// <param name="Hint">Translated: what the figure is measured by.</param>
/// <param name="Tone">neutral, good, warn or bad.</param>
public record PartyTotal(
    string Key, Money? Amount, int Days = 0, string? Field = null, string? Url = null, string? Label = null, string? Hint = null, string Tone = "neutral");

public static class PartyTotals
{
    public const string Balance = "balance";
    public const string Overdue = "overdue";

    /// <summary>What a party with a credit limit stands for.</summary>
    public const string Credit = "credit";
}
