using Crm.Leads;

namespace Crm.Assignment;

public class AssignmentRule_Tests
{
    private static readonly Guid[] Sellers = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
    private static readonly Dictionary<Guid, int> NoLoad = [];
    private static readonly HashSet<Guid> Everybody = [.. Sellers];

    [Fact]
    public void A_hundred_leads_over_four_sellers_are_25_each_always_in_the_same_order()
    {
        var rule = Rule();

        var given = Enumerable.Range(0, 100).Select(_ => rule.Choose(NoLoad, Everybody)!.Value).ToList();

        given.GroupBy(user => user).Select(owned => owned.Count()).ShouldBe([25, 25, 25, 25]);
        given.Take(8).ShouldBe([.. Sellers, .. Sellers]);
    }

    [Fact]
    public void By_load_the_one_with_the_fewest_open_leads_is_next()
    {
        var rule = Rule(AssignmentMode.ByLoad);

        rule.Choose(new Dictionary<Guid, int> { [Sellers[0]] = 3, [Sellers[1]] = 1, [Sellers[2]] = 2, [Sellers[3]] = 4 }, Everybody).ShouldBe(Sellers[1]);
        rule.Choose(new Dictionary<Guid, int> { [Sellers[0]] = 3, [Sellers[1]] = 1, [Sellers[2]] = 2 }, Everybody).ShouldBe(Sellers[3], "who has none is not in the list");
    }

    [Fact]
    public void Whoever_is_away_is_passed_by_and_keeps_his_place_in_the_turn()
    {
        var (rule, here) = (Rule(), new HashSet<Guid> { Sellers[0], Sellers[2], Sellers[3] });

        Enumerable.Range(0, 4).Select(_ => rule.Choose(NoLoad, here)!.Value).ShouldBe([Sellers[0], Sellers[2], Sellers[3], Sellers[0]]);
        rule.Choose(NoLoad, Everybody).ShouldBe(Sellers[1]);
    }

    [Fact]
    public void Where_all_are_away_the_substitute_takes_it_if_there_is_one_and_the_turn_stands_still()
    {
        var (rule, substitute) = (Rule(), Guid.NewGuid());
        rule.Choose(NoLoad, Everybody).ShouldBe(Sellers[0]);
        rule.Choose(NoLoad, new HashSet<Guid>()).ShouldBeNull();
        rule.WhenAllAreAway(substitute);

        rule.Choose(NoLoad, new HashSet<Guid>()).ShouldBeNull("the substitute is away too");
        rule.Choose(NoLoad, new HashSet<Guid> { substitute }).ShouldBe(substitute);
        rule.Choose(NoLoad, Everybody).ShouldBe(Sellers[1]);
    }

    [Theory]
    [InlineData("كرمان", "کرمان", null, true)]
    [InlineData("کرمان", null, "کرمان", true)]
    [InlineData("کرمان", "فارس", "شیراز", false)]
    [InlineData(null, "فارس", null, true)]
    public void A_territory_is_a_province_or_city_however_it_is_written(string? place, string? province, string? city, bool fits)
    {
        var rule = Rule();
        rule.OnlyFor(null, place);

        rule.Fits(Lead(province, city)).ShouldBe(fits);
    }

    [Fact]
    public void A_rule_has_somebody_and_a_time()
    {
        Crm.Rule.ShouldBreak(() => Rule(members: []), CrmErrorCodes.RuleWithoutMembers);
        Crm.Rule.ShouldBreak(() => new AssignmentRule(Guid.NewGuid(), "All", 1, AssignmentMode.InTurn, 0, Sellers, null), CrmErrorCodes.AnswerTimeOutOfRange);
    }

    private static AssignmentRule Rule(AssignmentMode mode = AssignmentMode.InTurn, Guid[]? members = null) => new(Guid.NewGuid(), "All", 1, mode, 60, members ?? Sellers, null);

    private static Lead Lead(string? province, string? city) => new(
        Guid.NewGuid(), new LeadIdentity("Neda", null, null, "09121234567", null, null, province, city), LeadChannel.Hand, null,
        new DateTime(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc), Guid.NewGuid(), null);
}
