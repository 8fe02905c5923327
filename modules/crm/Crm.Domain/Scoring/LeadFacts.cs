using System.Globalization;
using System.Text.Json;
using Crm.Customers;
using Crm.Leads;
using Crm.Opportunities;

namespace Crm.Scoring;

/// <summary>
/// What a rule may ask of a lead, as text. Telephones and mail are not among it: a score would tell of them to whoever does not
/// see them.
/// </summary>
public class LeadFacts
{
    private static readonly Dictionary<string, Func<Lead, string?>> Known = new()
    {
        [nameof(Lead.Channel)] = lead => lead.Channel.ToString(),
        [nameof(Lead.CompanyName)] = lead => lead.CompanyName,
        [nameof(Lead.Position)] = lead => lead.Position,
        [nameof(Lead.Province)] = lead => lead.Province,
        [nameof(Lead.City)] = lead => lead.City,
        [nameof(Lead.Interest)] = lead => lead.Interest,
        [nameof(Lead.Pain)] = lead => lead.Pain,
        [nameof(Lead.Requirements)] = lead => lead.Requirements,
        [nameof(Lead.HasBudget)] = lead => lead.HasBudget == true ? "true" : null,
        [nameof(Lead.Urgency)] = lead => lead.Urgency?.ToString(),
        [nameof(Lead.Deciders)] = lead => lead.Deciders?.ToString(CultureInfo.InvariantCulture),
        [nameof(Lead.Authority)] = lead => lead.Authority?.ToString(),
        [nameof(Lead.Status)] = lead => lead.Status.ToString(),
        [nameof(Lead.Fit)] = lead => lead.Fit?.ToString(),
        [nameof(Lead.UtmSource)] = lead => lead.UtmSource,
        [nameof(Lead.UtmMedium)] = lead => lead.UtmMedium,
        [nameof(Lead.UtmCampaign)] = lead => lead.UtmCampaign,
    };

    /// <summary>Facts that are codes, with the enumeration that they are of: people call them by a name of their language.</summary>
    private static readonly Dictionary<string, string> Coded = new()
    {
        [nameof(Lead.Channel)] = nameof(LeadChannel), [nameof(Lead.Urgency)] = nameof(LeadUrgency), [nameof(Lead.Authority)] = nameof(BuyingRole), [nameof(Lead.Status)] = nameof(LeadStatus),
        [nameof(Lead.Fit)] = nameof(CustomerFit),
    };

    public const string Source = "Source";

    /// <summary>What a rule may ask of any lead. Besides it the further columns of imports, by their name.</summary>
    public static IReadOnlyList<string> Subjects { get; } = [Source, .. Known.Keys];

    private readonly Lead _lead;
    private readonly Func<string, IEnumerable<string>> _names;
    private readonly Dictionary<string, string>? _columns;

    /// <param name="names">What <c>Source:ID</c> or <c>Enum:TYPE.CODE</c> is called, in every language: a rule is written in one of them.</param>
    public LeadFacts(Lead lead, Func<string, IEnumerable<string>> names)
    {
        (_lead, _names) = (lead, names);
        _columns = lead.Attributes is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(lead.Attributes);
    }

    /// <returns>One text for each name that it has; nothing when nothing is known.</returns>
    public IEnumerable<string> this[string subject] =>
        subject == Source ? _lead.SourceId is { } source ? _names($"Source:{source}") : []
        : TextOf(subject) is not { } text ? []
        : Coded.TryGetValue(subject, out var type) ? _names($"Enum:{type}.{text}").Prepend(text)
        : [text];

    private string? TextOf(string subject) => Known.TryGetValue(subject, out var read) ? read(_lead) : _columns?.GetValueOrDefault(subject);
}
