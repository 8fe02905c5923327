namespace Crm.Leads;

/// <summary>How far the talk with a lead has come. The codes are fixed.</summary>
public enum LeadStatus
{
    NotContacted = 1,
    AttemptingContact = 2,
    Contacted = 3,

    /// <summary>Needs a day.</summary>
    ContactInFuture = 4,
    Interested = 5,
    Keen = 6,
    PreQualified = 7,

    /// <summary>Need, budget, timeline and decision maker are known.</summary>
    Qualified = 8,
    NotInterested = 9,

    /// <summary>Disqualified; needs a reason and counts in no rate.</summary>
    Junk = 10,

    /// <summary>Disqualified; needs a reason and counts as a loss.</summary>
    Lost = 11,

    /// <summary>Became a customer and an opportunity.</summary>
    Converted = 12
}

public static class LeadStatuses
{
    public static bool IsOpen(this LeadStatus status) => status is not (LeadStatus.Junk or LeadStatus.Lost or LeadStatus.Converted);

    /// <summary>Those that people may choose on an open lead.</summary>
    public static IReadOnlyList<LeadStatus> Open { get; } = [.. Enum.GetValues<LeadStatus>().Where(IsOpen)];
}

/// <summary>Through which door it came in.</summary>
public enum LeadChannel
{
    Hand = 1,
    Import = 2,
    Api = 3,
    WebForm = 4
}

public enum LeadUrgency
{
    Now = 1,
    ThisQuarter = 2,
    ThisYear = 3,
    Later = 4
}

public enum LeadEventKind
{
    Created = 1,
    StatusChanged = 2,
    Call = 3,
    Message = 4,
    Meeting = 5,
    Note = 6,
    Assigned = 7,
    Disqualified = 8,

    /// <summary>Back to marketing until a day.</summary>
    Recycled = 9,
    Converted = 10,
    Reopened = 11,

    /// <summary>To the substitute of a rule whose own people are all away.</summary>
    AssignedToSubstitute = 12,

    /// <summary>It stays in the queue: nobody of the rule that fits is at work.</summary>
    FoundNobody = 13
}
