using Crm.Opportunities;
using Kernel.Monetary;

namespace Crm.Leads;

/// <summary>Who asks. At least one of mobile, phone and e-mail, each in normal form.</summary>
public record LeadIdentity(
    string? PersonName, string? CompanyName, string? Position, string? Mobile, string? Phone, string? Email, string? Province, string? City);

/// <summary>What a seller must find out: budget, need, timeline, who decides, who else sells, what speaks against it.</summary>
public record LeadNeeds
{
    public bool? HasBudget { get; init; }

    /// <summary>In rial or whatever they speak of; null while nobody knows.</summary>
    public Money? Budget { get; init; }
    public string? Interest { get; init; }
    public string? Pain { get; init; }
    public string? Requirements { get; init; }
    public string? WishedResult { get; init; }
    public LeadUrgency? Urgency { get; init; }
    public DateOnly? BuyOn { get; init; }

    /// <summary>How many decide.</summary>
    public int? Deciders { get; init; }
    public string? BuyingProcess { get; init; }

    /// <summary>What the person we talk with has to say.</summary>
    public BuyingRole? Authority { get; init; }
    public string? Competitors { get; init; }
    public string? Objections { get; init; }
}

/// <summary>The address by which a visitor came, as campaigns mark it.</summary>
public record LeadUtm(string? Source = null, string? Medium = null, string? Campaign = null, string? Term = null, string? Content = null);
