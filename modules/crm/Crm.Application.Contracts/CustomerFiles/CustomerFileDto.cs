using Crm.Activities;
using Crm.Contacts;
using Crm.Customers;
using Parties.Documents;
using Parties.Parties;

namespace Crm.CustomerFiles;

/// <param name="Today">The reader's day.</param>
/// <param name="LastContactAt">When somebody last talked with them, in UTC.</param>
/// <param name="Open">What is planned, the earliest first; the first is the next step.</param>
/// <param name="Totals">Balance and overdue amount, one for each currency.</param>
/// <param name="TotalsAreWhole">False when a module that may hold a total did not answer or withholds it: then no total means unknown, not zero.</param>
/// <param name="TalksAreForbidden">The reader may not see activities.</param>
public record CustomerFileDto(
    PartyCard Party,
    string? OwnerName,
    CustomerProfile Profile,
    DateOnly Today,
    DateTime? LastContactAt,
    IReadOnlyList<ActivityRow> Open,
    IReadOnlyList<ContactRow> Contacts,
    IReadOnlyList<PartyTotal> Totals,
    bool TotalsAreWhole,
    IReadOnlyList<DocumentPanel> Panels,
    CustomerTimeline Timeline,
    bool TalksAreForbidden)
{
    public ActivityRow? NextStep => Open is [var first, ..] ? first : null;
}

public record CustomerProfile(string? BlockReason = null, string? Interests = null, string? Source = null, FitDto? Fit = null);

/// <param name="Rows">The newest of the kind.</param>
/// <param name="HasMore">There are older ones: see <paramref name="ListUrl"/>.</param>
/// <param name="NewUrl">Where one is made for this customer; null when the reader may not.</param>
public record DocumentPanel(
    string Key, string Title, string Singular, DocumentPanelState State, IReadOnlyList<PartyDocument> Rows, bool HasMore,
    string? NewUrl = null, string? ListUrl = null);

public enum DocumentPanelState
{
    Answered = 1,
    Forbidden = 2,
    Failed = 3,
}

/// <summary>Talks and documents in one line, newest first.</summary>
/// <param name="Before">Ask for what happened before this day to go on; null at the end.</param>
public record CustomerTimeline(IReadOnlyList<TimelineItem> Items, DateOnly? Before);

/// <summary>Either a talk or a document.</summary>
/// <param name="Day">In the reader's zone.</param>
/// <param name="KindTitle">What kind of document, translated.</param>
public record TimelineItem(DateOnly Day, ActivityRow? Talk, PartyDocument? Document, string? KindTitle);
