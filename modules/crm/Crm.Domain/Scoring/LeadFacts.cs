using System.Globalization;
using System.Text.Json;
using Crm.Leads;

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
        [nameof(Lead.UtmSource)] = lead => lead.UtmSource,
        [nameof(Lead.UtmMedium)] = lead => lead.UtmMedium,
        [nameof(Lead.UtmCampaign)] = lead => lead.UtmCampaign,
    };

    /// <summary>The name of the lead's source, which only the caller knows.</summary>
    public const string Source = "Source";

    /// <summary>What a rule may ask of any lead. Besides it the further columns of imports, by their name.</summary>
    public static IReadOnlyList<string> Subjects { get; } = [Source, .. Known.Keys];

    private readonly Lead _lead;
    private readonly string? _source;
    private readonly Dictionary<string, string>? _columns;

    /// <param name="source">The name of the lead's source.</param>
    public LeadFacts(Lead lead, string? source)
    {
        (_lead, _source) = (lead, source);
        _columns = lead.Attributes is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(lead.Attributes);
    }

    public string? this[string subject] =>
        subject == Source ? _source
        : Known.TryGetValue(subject, out var read) ? read(_lead)
        : _columns?.GetValueOrDefault(subject);
}
