using Crm.Leads;
using Crm.LeadForms;
using Crm.MyDay;
using Crm.Scoring;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;
using Workspace;

namespace Crm.Application.Tests.Leads;

/// <summary>The score is kept beside the lead, so that the queue can be sorted by it; what is kept is always what reckoning would give.</summary>
public class LeadScoreTests : WorkspaceTest<WorkspaceModule>
{
    private static readonly DateTime Sunday = new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);

    private ILeadAppService Leads => Get<ILeadAppService>();

    public LeadScoreTests() => TestClock.Fixed = Sunday; // here, so that the test's own flow of execution has it

    [Fact]
    public async Task Whatever_is_done_with_a_lead_and_however_many_days_pass_the_kept_score_is_the_one_that_is_reckoned()
    {
        await RuleAsync("CompanyName", 10);
        await RuleAsync("City", 40, halfLife: 3);
        await RuleAsync("Status", 30, halfLife: 10, ScoreTest.Is, "تماس گرفته شد"); // as it is called in Persian
        await RuleAsync("Pain", -15, halfLife: 20);
        var (acme, zagros) = (await LeadAsync("Acme", city: "Shiraz"), await LeadAsync("Zagros", pain: "late deliveries"));
        await ShouldBeKeptAsync((acme, 50), (zagros, -5));

        TestClock.Fixed = Sunday.AddDays(3);
        await RoundAsync();
        await ShouldBeKeptAsync((acme, 30), (zagros, -4));
        await As.Admin(() => Leads.TouchAsync(acme, new LeadTouchDto { Kind = LeadEventKind.Call }));
        await ShouldBeKeptAsync((acme, 80), (zagros, -4));

        for (var day = 4; day <= 40; day++)
        {
            TestClock.Fixed = Sunday.AddDays(day);
            await RoundAsync();
            await ShouldBeKeptAsync();
        }
        await As.Admin(() => Leads.RecycleAsync(zagros, new RecycleLeadDto { Until = new DateOnly(2027, 1, 1), Reason = "Budget next year" }));
        await As.Admin(() => Leads.UpdateAsync(acme, new SaveLeadDto { PersonName = "Neda", Mobile = "09121234567" }));
        await ShouldBeKeptAsync();
        TestClock.Fixed = Sunday.AddDays(400);
        await RoundAsync();
        await ShouldBeKeptAsync((acme, 0));
    }

    [Fact]
    public async Task A_leads_score_is_explained_in_three_statements()
    {
        await RuleAsync("City", 25);
        var acme = await LeadAsync("Acme", city: "Shiraz");
        await As.Admin(() => Get<IScoringAppService>().GetScoreAsync(acme)); // rights are remembered

        var sent = await As.Admin(() => StatementLog.OfAsync(async () => (await Get<IScoringAppService>().GetScoreAsync(acme)).ShouldSatisfyAllConditions(
            score => score.HasRules.ShouldBeTrue(), score => score.Score.ShouldBe(25))));

        sent.Count.ShouldBe(3, string.Join("\n\n", sent)); // the lead, the rules, what sources are called
    }

    [Fact]
    public async Task A_rule_that_comes_or_goes_has_all_leads_reckoned_and_changes_nothing_else_of_them()
    {
        var acme = await LeadAsync("Acme", city: "Shiraz");
        var before = await StoredAsync(acme);
        var rule = await RuleAsync("City", 25);
        await RescoreAsync();
        await ShouldBeKeptAsync((acme, 25));
        (await StoredAsync(acme)).ConcurrencyStamp.ShouldBe(before.ConcurrencyStamp, "whoever is writing on it is not disturbed");

        await As.Admin(() => Get<IScoringAppService>().DeleteAsync(rule));
        await RescoreAsync();

        await ShouldBeKeptAsync((acme, 0));
        (await As.Admin(() => Leads.GetListAsync(new LeadListInput()))).Rows.Single().Score.ShouldBeNull("nobody scores here");
    }

    [Fact]
    public async Task The_queue_shows_the_highest_score_first_page_by_page_and_from_a_score_on()
    {
        await RuleAsync("City", 30);
        await RuleAsync("Pain", 5);
        for (var i = 0; i < 9; i++)
        {
            TestClock.Fixed = Sunday.AddMinutes(i);
            await LeadAsync($"Lead {i}", city: i % 3 == 1 ? "Shiraz" : null, pain: i % 3 == 2 ? "late" : null);
        }
        string[] expected = ["Lead 1", "Lead 4", "Lead 7", "Lead 2", "Lead 5", "Lead 8", "Lead 0", "Lead 3", "Lead 6"];

        var (found, input) = (new List<string>(), new LeadListInput { Order = LeadOrder.HighestScore, Max = 2 });
        for (LeadPage? page = null; page is null or { HasMore: true };)
        {
            page = await As.Admin(() => Leads.GetListAsync(input));
            found.AddRange(page.Rows.Select(row => row.Name));
            (input.AfterScore, input.AfterAt, input.AfterId) = (page.Rows[^1].Score, page.Rows[^1].FirstTouchAt, page.Rows[^1].Id);
        }

        found.ShouldBe(expected);
        (await As.Admin(() => Leads.GetListAsync(new LeadListInput { MinScore = 5 }))).Rows.Select(row => row.Name)
            .ShouldBe(["Lead 1", "Lead 2", "Lead 4", "Lead 5", "Lead 7", "Lead 8"]);
        var statements = await As.Admin(() => StatementLog.OfAsync(() => Leads.GetListAsync(new LeadListInput { Order = LeadOrder.HighestScore })));
        statements.Count.ShouldBeLessThanOrEqualTo(4, string.Join("\n\n", statements));
    }

    [Fact]
    public async Task A_round_sends_as_many_statements_for_many_leads_as_for_few_that_have_as_many_scores()
    {
        await RuleAsync("City", 40, halfLife: 3);
        for (var i = 0; i < 5; i++) { await LeadAsync($"Lead {i}", city: "Shiraz"); }
        TestClock.Fixed = Sunday.AddDays(1);
        var few = await StatementLog.OfAsync(RoundAsync);
        for (var i = 5; i < 60; i++) { await LeadAsync($"Lead {i}", city: "Shiraz"); }
        await As.Admin(async () =>
        {
            foreach (var row in (await Leads.GetListAsync(new LeadListInput { Max = 200 })).Rows) { await Leads.TouchAsync(row.Id, new LeadTouchDto()); }
        });
        TestClock.Fixed = Sunday.AddDays(2);

        var many = await StatementLog.OfAsync(RoundAsync);

        many.Count.ShouldBe(few.Count, string.Join("\n\n", many));
        await ShouldBeKeptAsync();
    }

    [Fact]
    public async Task My_day_shows_the_kept_score()
    {
        await RuleAsync("City", 30);
        var acme = await LeadAsync("Acme", city: "Shiraz");
        await As.Admin(() => Leads.PlanNextStepAsync(acme, new LeadNextStepDto { NextStep = "Call", On = DateOnly.FromDateTime(Sunday) }));

        (await As.Admin(() => Get<IMyDayAppService>().GetAsync(DateOnly.FromDateTime(Sunday)))).ShouldHaveSingleItem().Score.ShouldBe(30);
    }

    /// <summary>Reckons every lead and compares; so do the points that the lead's page explains.</summary>
    private async Task ShouldBeKeptAsync(params (Guid Id, int Score)[] expected)
    {
        foreach (var (id, score) in expected) { (await StoredAsync(id)).Score.ShouldBe(score); }
        await As.Admin(async () =>
        {
            using var work = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
            var (scorer, all) = (Get<LeadScorer>(), await Get<IReadOnlyRepository<Lead, Guid>>().GetListAsync());
            var scoring = await scorer.GetScoringAsync();
            all.ShouldNotBeEmpty();
            foreach (var lead in all)
            {
                lead.Score.ShouldBe(scoring.Of(lead, scorer.Today).Score, $"{lead.Name} on {scorer.Today}");
                (await Get<IScoringAppService>().GetScoreAsync(lead.Id)).Score.ShouldBe(lead.Score);
            }
        });
    }

    private Task<Lead> StoredAsync(Guid id) => As.Admin(() => Get<IReadOnlyRepository<Lead, Guid>>().GetAsync(id));

    private Task RoundAsync() => As.Nobody(() => Get<LeadScorer>().ScoreDueAsync());

    private Task RescoreAsync() => As.Nobody(() => Get<RescoreLeadsJob>().ExecuteAsync(new RescoreLeadsArgs { TenantId = As.TenantId }));

    private Task<Guid> RuleAsync(string subject, int points, int? halfLife = null, ScoreTest test = ScoreTest.IsKnown, string? value = null) =>
        As.Admin(() => Get<IScoringAppService>().CreateAsync(new CreateScoreRuleDto { Subject = subject, Test = test, Value = value, Points = points, HalfLifeDays = halfLife }));

    private Task<Guid> LeadAsync(string company, string? city = null, string? pain = null) =>
        As.Admin(() => Leads.CreateAsync(new CreateLeadDto { CompanyName = company, Mobile = "09121234567", City = city, Pain = pain }));
}
