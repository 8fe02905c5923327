using Crm.Leads;

namespace Crm.Scoring;

public class LeadScore_Tests
{
    private static readonly DateTime Now = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Each_point_is_explained_by_its_rule_and_what_fades_is_halved_each_half_life()
    {
        var lead = new Lead(Guid.NewGuid(), new LeadIdentity("Neda", "Acme", null, "09121234567", null, null, null, "Shiraz"), LeadChannel.WebForm, null, Now, Guid.NewGuid(), null);
        lead.Keep("""{"Total Time":"1,250"}""");
        ScoreRule[] rules =
        [
            Rule("CompanyName", ScoreTest.IsKnown, null, 10), Rule("City", ScoreTest.Is, "shiraz", 5), Rule("Total Time", ScoreTest.AtLeast, "۹۰۰", 40, halfLife: 10),
            Rule("Source", ScoreTest.Is, "Reference", 20), Rule("Channel", ScoreTest.Is, "Import", -30), Rule("Position", ScoreTest.IsKnown, null, 7),
        ];

        LeadScore.Of(lead, null, rules, Now).ShouldBe(55);
        LeadScore.Explain(lead, null, rules, Now.AddDays(20)).Select(point => (point.Rule.Subject, point.Points)).ShouldBe([("Total Time", 10.0), ("CompanyName", 10.0), ("City", 5.0)], ignoreOrder: true);
        LeadScore.Of(lead, "reference", rules, Now.AddDays(20)).ShouldBe(45);
    }

    [Theory]
    [InlineData(ScoreTest.Is, null, 10, null, CrmErrorCodes.ScoreWithoutValue)]
    [InlineData(ScoreTest.AtLeast, "many", 10, null, CrmErrorCodes.ScoreWithoutValue)]
    [InlineData(ScoreTest.IsKnown, null, 0, null, CrmErrorCodes.ScorePointsOutOfRange)]
    [InlineData(ScoreTest.IsKnown, null, 101, null, CrmErrorCodes.ScorePointsOutOfRange)]
    [InlineData(ScoreTest.IsKnown, null, 10, 0, CrmErrorCodes.ScoreHalfLifeOutOfRange)]
    public void A_rule_says_what_it_compares_with_and_what_it_is_worth(ScoreTest test, string? value, int points, int? halfLife, string code) =>
        Crm.Rule.ShouldBreak(() => Rule("City", test, value, points, halfLife), code);

    [Fact]
    public void The_ranking_is_measured_by_the_chance_that_a_won_one_stands_above_a_lost_one()
    {
        LeadScore.Auc([(3, true), (2, true), (1, false)]).ShouldBe(1);
        LeadScore.Auc([(1, true), (1, false)]).ShouldBe(0.5);
        LeadScore.Auc([(4, true), (3, false), (2, true), (1, false)]).ShouldBe(0.75);
    }

    private static ScoreRule Rule(string subject, ScoreTest test, string? value, int points, int? halfLife = null) => new(Guid.NewGuid(), subject, test, value, points, halfLife, null);
}
