using Crm.Leads;

namespace Crm.Scoring;

/// <summary>
/// How promising leads are by the rules of an organisation, with each point explained by its rule. What fades does so by whole days
/// (UTC) since the lead was last touched, so that a score holds for days on end and can be kept beside the lead.
/// </summary>
/// <param name="names">See <see cref="LeadFacts"/>.</param>
public class LeadScoring(IReadOnlyCollection<ScoreRule> rules, Func<string, IEnumerable<string>> names)
{
    /// <summary>What is left of fading points when they can no longer be seen in a rounded score.</summary>
    private const double Faded = 0.5;

    /// <summary>The organisation scores at all.</summary>
    public bool HasRules => rules.Count > 0;

    /// <returns>The score, rounded as <see cref="Of"/> does; the rules that hold and what each is worth on the day, the weightiest first.</returns>
    public (int Score, IReadOnlyList<(ScoreRule Rule, double Points)> Points) Explain(Lead lead, DateOnly day)
    {
        var (held, age) = (Holding(lead), Age(lead, day));
        return (Sum(held, age), [.. held.Select(rule => (rule, rule.Worth(age))).OrderByDescending(point => Math.Abs(point.Item2))]);
    }

    /// <returns>Rounded half away from zero, and the first day on which it will be another; null when it stays.</returns>
    public (int Score, DateOnly? Until) Of(Lead lead, DateOnly day)
    {
        var (held, age) = (Holding(lead), Age(lead, day));
        var score = Sum(held, age);
        for (var days = 1; held.Sum(rule => rule.HalfLifeDays is null ? 0 : Math.Abs(rule.Worth(age + days - 1))) >= Faded; days++)
        {
            if (Sum(held, age + days) != score)
            {
                return (score, day.AddDays(days));
            }
        }
        return (score, null);
    }

    private List<ScoreRule> Holding(Lead lead)
    {
        if (rules.Count == 0)
        {
            return [];
        }
        var facts = new LeadFacts(lead, names);
        return [.. rules.Where(rule => facts[rule.Subject].Any(rule.Holds))];
    }

    private static int Age(Lead lead, DateOnly day) => Math.Max(0, day.DayNumber - DateOnly.FromDateTime(lead.LastTouchAt).DayNumber);

    private static int Sum(List<ScoreRule> held, int age) => (int)Math.Round(held.Sum(rule => rule.Worth(age)), MidpointRounding.AwayFromZero);
}
