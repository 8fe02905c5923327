using System.ComponentModel.DataAnnotations;
using Crm.Customers;
using Crm.Opportunities;
using Kernel.Monetary;
using Kernel.Rights;
using Parties.Parties;

namespace Crm.Leads;

/// <summary>A lead as the queue shows it. Instants are in UTC.</summary>
public class LeadRow
{
    public Guid Id { get; set; }
    public string? PersonName { get; set; }
    public string? CompanyName { get; set; }
    public LeadStatus Status { get; set; }
    public Guid? SourceId { get; set; }
    public string? Source { get; set; }
    public DateTime FirstTouchAt { get; set; }
    public DateTime LastTouchAt { get; set; }
    public int Round { get; set; }
    public Guid? OwnerId { get; set; }
    public string? OwnerName { get; set; }
    public string? NextStep { get; set; }
    public DateOnly? NextStepOn { get; set; }

    /// <summary>Until when its owner is to answer.</summary>
    public DateTime? AnswerDueAt { get; set; }
    public DateTime? AnsweredAt { get; set; }

    /// <summary>It should have been answered by now.</summary>
    public bool IsLate { get; set; }

    /// <summary>Null where the organisation does not score.</summary>
    public int? Score { get; set; }

    /// <summary>Open, and nobody touched it for a week, unless its next step is still to come.</summary>
    public bool IsStale { get; set; }

    public string Name => CompanyName ?? PersonName ?? "";
}

/// <param name="HasMore">Send the last row's FirstTouchAt, Id and, by score, Score for the next page.</param>
/// <param name="HasScores">The organisation scores.</param>
public record LeadPage(List<LeadRow> Rows, bool HasMore, bool HasScores);

public enum LeadOrder
{
    /// <summary>Who has waited longest.</summary>
    Oldest = 1,

    /// <summary>Of one score, who has waited longest.</summary>
    HighestScore = 2
}

/// <param name="Access">What the reader may do with telephones and mail; <paramref name="Fields"/> holds them as far as he sees them.</param>
public record LeadDto(LeadRow Row, SaveLeadDto Fields, LeadAccess Access, LeadUtmDto Utm, LeadChannel Channel, DateOnly? RecycledUntil, string? Reason, string? OutcomeNote,
    Guid? CustomerId, Guid? OpportunityId, IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<LeadEventRow> Events, FitDto? Fit);

public record LeadAccess(FieldAccess Phone, FieldAccess Email)
{
    public FieldAccess this[PartyField field] => field == PartyField.Email ? Email : Phone;
}

public record LeadUtmDto(string? Source, string? Medium, string? Campaign, string? Term, string? Content)
{
    public bool IsEmpty => this == new LeadUtmDto(null, null, null, null, null);
}

/// <param name="At">UTC.</param>
public record LeadEventRow(LeadEventKind Kind, LeadStatus Status, DateTime At, string? Text, Guid? ById, string? ByName);

public class LeadListInput
{
    /// <summary>Part of the person's or the company's name, or of mobile, telephone or e-mail.</summary>
    public string? Text { get; set; }

    /// <summary>All open ones when null.</summary>
    [EnumDataType(typeof(LeadStatus))]
    public LeadStatus? Status { get; set; }

    public Guid? SourceId { get; set; }

    /// <summary>Only those the current user is in charge of.</summary>
    public bool Mine { get; set; }

    /// <summary>Only those nobody touched for a week.</summary>
    public bool Stale { get; set; }

    /// <summary>Only those that should have been answered by now.</summary>
    public bool Late { get; set; }

    /// <summary>Only those of so many points or more.</summary>
    public int? MinScore { get; set; }

    [EnumDataType(typeof(LeadOrder))]
    public LeadOrder Order { get; set; } = LeadOrder.Oldest;

    /// <summary>Score of the last row of the page before, in that order.</summary>
    public int? AfterScore { get; set; }

    /// <summary>FirstTouchAt and Id of the last row of the page before.</summary>
    public DateTime? AfterAt { get; set; }
    public Guid? AfterId { get; set; }

    [Range(1, 1000)]
    public int Max { get; set; } = 50;
}

/// <summary>Who asks, and what a seller found out.</summary>
public class SaveLeadDto
{
    [StringLength(LeadConsts.MaxNameLength)]
    public string? PersonName { get; set; }

    [StringLength(LeadConsts.MaxNameLength)]
    public string? CompanyName { get; set; }

    [StringLength(LeadConsts.MaxPositionLength)]
    public string? Position { get; set; }

    [StringLength(LeadConsts.MaxContactPointLength)]
    public string? Mobile { get; set; }

    [StringLength(LeadConsts.MaxContactPointLength)]
    public string? Phone { get; set; }

    [StringLength(LeadConsts.MaxContactPointLength)]
    public string? Email { get; set; }

    [StringLength(LeadConsts.MaxPlaceLength)]
    public string? Province { get; set; }

    [StringLength(LeadConsts.MaxPlaceLength)]
    public string? City { get; set; }

    public Guid? SourceId { get; set; }
    public bool? HasBudget { get; set; }

    /// <summary>In major units.</summary>
    [Range(0, 1e15)]
    public decimal? Budget { get; set; }

    [StringLength(Currencies.CodeLength, MinimumLength = Currencies.CodeLength)]
    public string BudgetCurrency { get; set; } = Currencies.Rial;

    [StringLength(LeadConsts.MaxTextLength)]
    public string? Interest { get; set; }

    [StringLength(LeadConsts.MaxTextLength)]
    public string? Pain { get; set; }

    [StringLength(LeadConsts.MaxTextLength)]
    public string? Requirements { get; set; }

    [StringLength(LeadConsts.MaxTextLength)]
    public string? WishedResult { get; set; }

    [EnumDataType(typeof(LeadUrgency))]
    public LeadUrgency? Urgency { get; set; }
    public DateOnly? BuyOn { get; set; }

    [Range(0, 100)]
    public int? Deciders { get; set; }

    [StringLength(LeadConsts.MaxTextLength)]
    public string? BuyingProcess { get; set; }

    [EnumDataType(typeof(BuyingRole))]
    public BuyingRole? Authority { get; set; }

    [StringLength(LeadConsts.MaxTextLength)]
    public string? Competitors { get; set; }

    [StringLength(LeadConsts.MaxTextLength)]
    public string? Objections { get; set; }
}

public class CreateLeadDto : SaveLeadDto
{
    /// <summary>Who is in charge; the current user when left out.</summary>
    public Guid? OwnerId { get; set; }

    public string? UtmSource { get; set; }
    public string? UtmMedium { get; set; }
    public string? UtmCampaign { get; set; }
    public string? UtmTerm { get; set; }
    public string? UtmContent { get; set; }
}

public class LeadStatusDto
{
    [EnumDataType(typeof(LeadStatus))]
    public LeadStatus Status { get; set; }

    /// <summary>The day of the next contact; one in the future needs it.</summary>
    public DateOnly? On { get; set; }
}

public class LeadTouchDto
{
    [EnumDataType(typeof(LeadEventKind))]
    public LeadEventKind Kind { get; set; } = LeadEventKind.Call;

    [StringLength(LeadConsts.MaxTextLength)]
    public string? Text { get; set; }

    /// <summary>They answered.</summary>
    public bool WasReached { get; set; } = true;
}

public class LeadNextStepDto
{
    [StringLength(LeadConsts.MaxNextStepLength)]
    public string? NextStep { get; set; }

    public DateOnly? On { get; set; }
}

public class HandOverLeadDto
{
    [Required]
    public Guid? OwnerId { get; set; }

    [StringLength(LeadConsts.MaxTextLength)]
    public string? Note { get; set; }
}

public class DisqualifyLeadDto
{
    public Guid? ReasonId { get; set; }

    /// <summary>Worth nothing from the start: it counts in no rate.</summary>
    public bool AsJunk { get; set; }

    [StringLength(LeadConsts.MaxTextLength)]
    public string? Note { get; set; }
}

public class RecycleLeadDto
{
    [Required]
    public DateOnly? Until { get; set; }

    [Required, StringLength(LeadConsts.MaxTextLength)]
    public string Reason { get; set; } = null!;
}

public class ConvertLeadDto
{
    /// <summary>A known customer; a new one is made when it is left out.</summary>
    public Guid? CustomerId { get; set; }

    /// <summary>Whoever converts has seen the similar ones and means another.</summary>
    public bool IsAnother { get; set; }

    public bool OpensOpportunity { get; set; } = true;

    [StringLength(OpportunityConsts.MaxTitleLength)]
    public string? Title { get; set; }

    /// <summary>In major units of the budget's currency; the budget when left out.</summary>
    [Range(0, 1e15)]
    public decimal? Amount { get; set; }

    public DateOnly? ExpectedClose { get; set; }
}

public record ConvertedLeadDto(Guid CustomerId, Guid? OpportunityId);

public class LeadSourceInput
{
    /// <summary>Came in on this day (UTC) or later.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Came in before this day (UTC).</summary>
    public DateOnly? Before { get; set; }
}

/// <param name="Source">Null for those without one.</param>
/// <param name="Share">Converted / (all − junk), as a fraction; null when nothing is left to divide by.</param>
public record LeadSourceRow(Guid? SourceId, string? Source, int All, int Junk, int Qualified, int Converted)
{
    public decimal? Share => All > Junk ? (decimal)Converted / (All - Junk) : null;
}
