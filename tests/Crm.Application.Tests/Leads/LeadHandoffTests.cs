using Crm.Assignment;
using Crm.LeadForms;
using Crm.Leads;
using Crm.Reports;
using Crm.Scoring;
using Crm.WorkCalendars;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.Uow;
using Workspace;
using Workspace.Leavers;

namespace Crm.Application.Tests.Leads;

/// <summary>A lead that comes in finds somebody by the rules, who is to answer in time.</summary>
public class LeadHandoffTests : WorkspaceTest<WorkspaceModule>
{
    /// <summary>Wednesday 4 November 2026, 16:00 in Tehran.</summary>
    private static readonly DateTime Wednesday = new(2026, 11, 4, 12, 30, 0, DateTimeKind.Utc);

    private ILeadAppService Leads => Get<ILeadAppService>();

    public LeadHandoffTests() => TestClock.Fixed = Wednesday; // here, so that the test's own flow of execution has it

    [Fact]
    public async Task Enquiries_are_shared_out_in_turn_and_the_answer_is_due_in_working_time()
    {
        await RuleAsync(["sara", "nima"], answerMinutes: 90);
        for (var i = 0; i < 4; i++) { await SendAsync($"0912123456{i}"); }

        var rows = (await As.Admin(() => Leads.GetListAsync(new LeadListInput()))).Rows;

        rows.GroupBy(row => row.OwnerId).ToDictionary(owned => owned.Key!.Value, owned => owned.Count())
            .ShouldBe(new Dictionary<Guid, int> { [As.IdOf("sara")] = 2, [As.IdOf("nima")] = 2 }, ignoreOrder: true);
        // an hour is left on Wednesday; Thursday begins at eight
        rows.ShouldAllBe(row => row.AnswerDueAt == new DateTime(2026, 11, 5, 5, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task Who_waits_too_long_is_found_and_an_answer_ends_the_waiting()
    {
        await RuleAsync(["sara"], answerMinutes: 30);
        await SendAsync("09121234567");
        TestClock.Fixed = Wednesday.AddMinutes(31);

        var late = (await As.Sales(() => Leads.GetListAsync(new LeadListInput { Late = true }))).Rows.ShouldHaveSingleItem();
        late.IsLate.ShouldBeTrue();
        await SendAsync("09121234567"); // they write again, which is no answer of ours
        (await As.Sales(() => Leads.GetListAsync(new LeadListInput { Late = true }))).Rows.Count.ShouldBe(1);
        await As.Sales(() => Leads.TouchAsync(late.Id, new LeadTouchDto { Kind = LeadEventKind.Call }));

        (await As.Sales(() => Leads.GetListAsync(new LeadListInput { Late = true }))).Rows.ShouldBeEmpty();
        (await As.Sales(() => Leads.GetAsync(late.Id))).Row.AnsweredAt.ShouldBe(TestClock.Fixed);
        var times = (await As.Admin(() => Get<ISellingProcessAppService>().GetAnswerTimesAsync(new ProcessInput { From = new DateOnly(2026, 11, 1), Before = new DateOnly(2026, 12, 1) }))).ShouldHaveSingleItem();
        (times.UserId, times.Answered, times.Waiting, times.Late, times.Median).ShouldBe((As.IdOf("sara"), 1, 0, 1, 31.0));
    }

    [Fact]
    public async Task The_first_rule_that_fits_counts_and_what_none_fits_stays_in_the_queue_until_it_is_shared_out()
    {
        await RuleAsync(["nima"], place: "Shiraz");
        await SendAsync("09121111111", "Shiraz");
        await SendAsync("09122222222", "Tabriz");
        var owners = (await As.Admin(() => Leads.GetListAsync(new LeadListInput()))).Rows.OrderBy(row => row.OwnerId is null).Select(row => row.OwnerId).ToList();
        owners.ShouldBe([As.IdOf("nima"), null]);

        await RuleAsync(["sara"]);
        (await As.Admin(() => Get<IAssignmentAppService>().AssignQueueAsync())).ShouldBe(new AssignedQueueDto(1, 0));

        (await As.Admin(() => Leads.GetListAsync(new LeadListInput()))).Rows.Select(row => row.OwnerId).ShouldBe([As.IdOf("nima"), As.IdOf("sara")], ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_leaves_or_is_locked_out_is_passed_by_and_the_substitute_takes_what_nobody_else_can()
    {
        await RuleAsync(["sara", "nima"], substitute: "reza");
        await GiveNoticeAsync("sara");
        await SendAsync("09121111111");
        await SendAsync("09122222222");
        (await OwnersAsync()).ShouldBe([As.IdOf("nima"), As.IdOf("nima")]);

        await LockOutAsync("nima");
        await SendAsync("09123333333");

        var third = (await As.Admin(() => Leads.GetListAsync(new LeadListInput()))).Rows.Single(row => row.OwnerId == As.IdOf("reza"));
        (await As.Admin(() => Leads.GetAsync(third.Id))).Events.ShouldContain(known => known.Kind == LeadEventKind.AssignedToSubstitute && known.Text == "Rule");
        third.AnswerDueAt.ShouldNotBeNull();
        (await As.Admin(() => Get<IAssignmentAppService>().GetListAsync())).Single().Members.ShouldAllBe(member => member.IsAway);
    }

    [Fact]
    public async Task Where_nobody_is_left_the_lead_stays_in_the_queue_and_says_so()
    {
        await RuleAsync(["sara"]);
        await GiveNoticeAsync("sara");
        await SendAsync("09121111111");

        var lead = (await As.Admin(() => Leads.GetListAsync(new LeadListInput()))).Rows.ShouldHaveSingleItem();
        lead.OwnerId.ShouldBeNull();
        (await As.Admin(() => Leads.GetAsync(lead.Id))).Events.ShouldContain(known => known.Kind == LeadEventKind.FoundNobody && known.Text == "Rule");
        (await As.Admin(() => Get<IAssignmentAppService>().AssignQueueAsync())).ShouldBe(new AssignedQueueDto(0, 1));

        await As.Admin(() => WorkAsync(() => Get<LeaverManager>().LiftAsync(As.IdOf("sara"))));
        (await As.Admin(() => Get<IAssignmentAppService>().AssignQueueAsync())).ShouldBe(new AssignedQueueDto(1, 0));
    }

    [Fact]
    public async Task A_form_whose_own_owner_leaves_is_shared_out_by_the_rules()
    {
        await RuleAsync(["nima"]);
        await GiveNoticeAsync("sara");
        await SendAsync("09121111111", owner: "sara");

        (await OwnersAsync()).ShouldBe([As.IdOf("nima")]);
    }

    [Fact]
    public async Task A_holiday_added_today_moves_the_time_to_answer()
    {
        await As.Admin(() => Get<IWorkCalendarAppService>().AddHolidayAsync(new HolidayDto { Day = new DateOnly(2026, 11, 5), Name = "Bad air" }));
        await RuleAsync(["sara"], answerMinutes: 90);
        await SendAsync("09121234567");

        (await As.Sales(() => Leads.GetListAsync(new LeadListInput()))).Rows.Single().AnswerDueAt.ShouldBe(new DateTime(2026, 11, 7, 5, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_score_is_explained_on_the_lead_and_stands_in_the_queue()
    {
        await As.Admin(() => Get<IScoringAppService>().CreateAsync(new CreateScoreRuleDto { Subject = "City", Test = ScoreTest.Is, Value = "shiraz", Points = 30 }));
        await As.Admin(() => Get<IScoringAppService>().CreateAsync(new CreateScoreRuleDto { Subject = "Channel", Test = ScoreTest.Is, Value = "WebForm", Points = 20, HalfLifeDays = 7 }));
        await RuleAsync(["sara"]);
        await SendAsync("09121234567", "Shiraz");
        TestClock.Fixed = Wednesday.AddDays(7);
        await As.Nobody(() => Get<LeadScorer>().ScoreDueAsync()); // the round of that day

        var row = (await As.Sales(() => Leads.GetListAsync(new LeadListInput()))).Rows.Single();
        var score = await As.Sales(() => Get<IScoringAppService>().GetScoreAsync(row.Id));

        (row.Score, score.Score).ShouldBe((40, 40));
        score.Points.Select(point => (Math.Round(point.Points), point.Given)).ShouldBe([(30, 30), (10, 20)]);
    }

    private Task<Guid> RuleAsync(string[] members, string? place = null, int answerMinutes = 60, string? substitute = null) => As.Admin(() => Get<IAssignmentAppService>().CreateAsync(new CreateAssignmentRuleDto
    {
        Name = "Rule", Place = place, AnswerMinutes = answerMinutes, Members = [.. members.Select(As.IdOf)],
        SubstituteId = substitute is null ? null : As.IdOf(substitute)
    }));

    private Task GiveNoticeAsync(string user) => As.Admin(() => WorkAsync(() =>
        Get<LeaverManager>().GiveNoticeAsync(As.IdOf(user), null, null, DateOnly.FromDateTime(Wednesday))));

    private Task LockOutAsync(string user) => As.Admin(() => WorkAsync(async () =>
    {
        var users = Get<IdentityUserManager>();
        await users.SetLockoutEndDateAsync(await users.GetByIdAsync(As.IdOf(user)), Wednesday.AddHours(1));
    }));

    private async Task WorkAsync(Func<Task> act)
    {
        using var work = Get<IUnitOfWorkManager>().Begin();
        await act();
        await work.CompleteAsync();
    }

    private async Task<List<Guid?>> OwnersAsync() => [.. (await As.Admin(() => Leads.GetListAsync(new LeadListInput()))).Rows.Select(row => row.OwnerId)];

    private async Task SendAsync(string mobile, string? city = null, string? owner = null)
    {
        var key = await As.Admin(async () =>
        {
            var forms = Get<ILeadFormAppService>();
            var known = (await forms.GetListAsync()).FirstOrDefault()?.Id ?? await forms.CreateAsync(new SaveLeadFormDto { Name = "Site", Title = "Write", ThankYou = "Thanks", AsksCity = true, OwnerId = owner is null ? null : As.IdOf(owner) });
            return (await forms.GetAsync(known)).Key;
        });
        await using var scope = App.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<LeadFormDoor>().SendAsync(key, Guid.NewGuid(),
            new LeadEnquiry("Neda", null, null, mobile, null, city, "Presses", new LeadUtm(null, null, null, null, null)))).ShouldBeTrue();
    }
}
