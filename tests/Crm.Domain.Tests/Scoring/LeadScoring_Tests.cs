using Crm.Leads;

namespace Crm.Scoring;

public class LeadScoring_Tests
{
    private static readonly DateTime Now = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);
    private static readonly Guid Reference = Guid.NewGuid();

    [Fact]
    public void Each_point_is_explained_by_its_rule_and_what_fades_is_halved_each_half_life()
    {
        var lead = new Lead(Guid.NewGuid(), new LeadIdentity("Neda", "Acme", null, "09121234567", null, null, null, "Shiraz"), LeadChannel.WebForm, Reference, Now, Guid.NewGuid(), null);
        lead.Keep("""{"Total Time":"1,250"}""");
        ScoreRule[] rules =
        [
            Rule("CompanyName", ScoreTest.IsKnown, null, 10), Rule("City", ScoreTest.Is, "shiraz", 5), Rule("Total Time", ScoreTest.AtLeast, "۹۰۰", 40, halfLife: 10),
            Rule("Channel", ScoreTest.Is, "Import", -30), Rule("Position", ScoreTest.IsKnown, null, 7),
        ];

        Scoring(rules).Of(lead, Today).Score.ShouldBe(55);
        var (score, points) = Scoring(rules).Explain(lead, Today.AddDays(20));
        score.ShouldBe(25);
        points.Select(point => (point.Rule.Subject, point.Points)).ShouldBe([("Total Time", 10.0), ("CompanyName", 10.0), ("City", 5.0)], ignoreOrder: true);
        Scoring(rules).Of(lead, Today.AddDays(20)).Score.ShouldBe(25);
    }

    [Fact]
    public void Without_rules_nobody_scores()
    {
        (Scoring().HasRules, Scoring(Rule("CompanyName", ScoreTest.IsKnown, null, 10)).HasRules).ShouldBe((false, true));
        Scoring().Explain(Lead(), Today).Score.ShouldBe(0);
    }

    [Theory]
    [InlineData("Source", "reference")]
    [InlineData("Source", "معرف")]
    [InlineData("Channel", "WebForm")]
    [InlineData("Channel", "فرم وب")]
    public void A_rule_names_sources_and_choices_as_they_are_called_in_any_language(string subject, string value) =>
        Scoring(Rule(subject, ScoreTest.Is, value, 20)).Of(Lead(), Today).Score.ShouldBe(20);

    [Fact]
    public void A_score_holds_until_the_day_on_which_it_is_another()
    {
        var (lead, scoring) = (Lead(), Scoring(Rule("CompanyName", ScoreTest.IsKnown, null, 10), Rule("City", ScoreTest.IsKnown, null, 40, halfLife: 7), Rule("Channel", ScoreTest.IsKnown, null, -15, halfLife: 30)));

        var (score, until) = scoring.Of(lead, Today);
        for (var day = Today; day < Today.AddDays(400); day = day.AddDays(1))
        {
            if (day == until) { (score, until) = scoring.Of(lead, day); }
            scoring.Of(lead, day).Score.ShouldBe(score, $"on {day}");
        }
        (score, until).ShouldBe((10, null), "what has faded changes no more");
    }

    [Fact]
    public void Points_that_do_not_fade_hold_for_ever() => Scoring(Rule("CompanyName", ScoreTest.IsKnown, null, 10)).Of(Lead(), Today).ShouldBe((10, null));

    [Theory]
    [InlineData(ScoreTest.Is, null, 10, null, CrmErrorCodes.ScoreWithoutValue)]
    [InlineData(ScoreTest.AtLeast, "many", 10, null, CrmErrorCodes.ScoreWithoutValue)]
    [InlineData(ScoreTest.IsKnown, null, 0, null, CrmErrorCodes.ScorePointsOutOfRange)]
    [InlineData(ScoreTest.IsKnown, null, 101, null, CrmErrorCodes.ScorePointsOutOfRange)]
    [InlineData(ScoreTest.IsKnown, null, 10, 0, CrmErrorCodes.ScoreHalfLifeOutOfRange)]
    public void A_rule_says_what_it_compares_with_and_what_it_is_worth(ScoreTest test, string? value, int points, int? halfLife, string code) =>
        Crm.Rule.ShouldBreak(() => Rule("City", test, value, points, halfLife), code);

    private static Lead Lead() => new(Guid.NewGuid(), new LeadIdentity("Neda", "Acme", null, "09121234567", null, null, null, "Shiraz"), LeadChannel.WebForm, Reference, Now, Guid.NewGuid(), null);

    private static LeadScoring Scoring(params ScoreRule[] rules) => new(rules, key =>
        key == $"Source:{Reference}" ? ["Reference", "معرف"] : key == "Enum:LeadChannel.WebForm" ? ["Web form", "فرم وب"] : []);

    private static ScoreRule Rule(string subject, ScoreTest test, string? value, int points, int? halfLife = null) => new(Guid.NewGuid(), subject, test, value, points, halfLife, null);
}
