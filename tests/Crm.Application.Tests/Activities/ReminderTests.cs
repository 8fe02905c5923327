using Crm.Activities;
using Kernel.Notifications;
using Kernel.Rights;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace;

namespace Crm.Application.Tests.Activities;

public class ReminderTests : WorkspaceTest<WorkspaceModule>
{
    /// <summary>A Monday, 11:30 in Tehran.</summary>
    private static readonly DateTime Now = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 2);

    public ReminderTests() => TestClock.Fixed = Now; // here, so that the test's own flow of execution has it

    private IActivityAppService Activities => Get<IActivityAppService>();

    [Fact]
    public async Task A_meeting_reminds_its_owner_once_at_the_time()
    {
        var meeting = await PlanAsync("Visit", Now.AddHours(2), remind: 30);

        await RoundAsync(Now.AddMinutes(89));
        (await ToldAsync("sara")).ShouldBeEmpty("it is not yet time");
        await RoundAsync(Now.AddMinutes(90));
        await RoundAsync(Now.AddMinutes(91));

        var told = (await ToldAsync("sara")).ShouldHaveSingleItem();
        told.TextKey.ShouldBe("Reminder:Is");
        told.Args.ShouldBe(["Visit", Now.AddHours(2)]);
        told.Url.ShouldBe(ActivityUrls.Details(meeting));
        (await ToldAsync("nima")).ShouldBeEmpty("it is one's own");
        (await JobsAsync("Crm.ReminderMail")).ShouldBe(0, "only in the app was chosen");
    }

    [Fact]
    public async Task A_day_without_a_time_reminds_from_eight_in_Tehran_and_by_mail_as_chosen()
    {
        await As.Sales(async () => await Activities.PlanAsync(new PlanActivityDto
        {
            PartyId = await Given.Customer(), Subject = "Send the offer", DueOn = Today.AddDays(1), RemindMinutes = 0, RemindBy = ReminderBy.Email
        }));

        await RoundAsync(new DateTime(2026, 11, 3, 4, 29, 0, DateTimeKind.Utc));
        (await JobsAsync("Crm.ReminderMail")).ShouldBe(0);
        await RoundAsync(new DateTime(2026, 11, 3, 4, 30, 0, DateTimeKind.Utc));

        (await JobsAsync("Crm.ReminderMail")).ShouldBe(1);
        (await ToldAsync("sara")).ShouldBeEmpty("only by mail was chosen");
    }

    [Fact]
    public async Task What_was_moved_or_done_does_not_remind_at_its_old_time()
    {
        var moved = await PlanAsync("Moved", Now.AddHours(2), remind: 30);
        var done = await PlanAsync("Done", Now.AddHours(2), remind: 30, ActivityKind.Call);
        await As.Sales(() => Activities.RescheduleAsync(moved, new RescheduleActivityDto { DueOn = Today.AddDays(1), StartsAt = Now.AddDays(1) }));
        await As.Sales(() => Activities.CompleteAsync(done, new CompleteActivityDto()));

        await RoundAsync(Now.AddHours(2));
        (await ToldAsync("sara")).ShouldBeEmpty();

        await RoundAsync(Now.AddDays(1).AddMinutes(-30));
        (await ToldAsync("sara")).ShouldHaveSingleItem().Args[0].ShouldBe("Moved");
    }

    [Fact]
    public async Task What_repeats_reminds_each_time()
    {
        var weekly = await PlanAsync("Weekly", Now.AddHours(2), remind: 10, ActivityKind.Call, repeat: ActivityRepeat.Weekly);
        await RoundAsync(Now.AddHours(2));
        await As.Sales(() => Activities.CompleteAsync(weekly, new CompleteActivityDto()));

        await RoundAsync(Now.AddDays(7).AddHours(2));

        (await ToldAsync("sara")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_invited_is_reminded_too_unless_he_declined_and_a_private_one_is_nobody_elses()
    {
        var meeting = await PlanAsync("Visit", Now.AddHours(2), remind: 0, isPrivate: true);
        var meetings = Get<Crm.Meetings.IMeetingAppService>();
        await As.Sales(() => meetings.InviteAsync(meeting, new() { UserId = As.IdOf("nima") }));
        await As.Sales(() => meetings.InviteAsync(meeting, new() { UserId = As.IdOf("reza") }));
        await As.Finance(() => meetings.AnswerAsync(meeting, new() { Answer = Crm.Meetings.AttendeeAnswer.Declined }));

        await RoundAsync(Now.AddHours(2));

        (await ToldAsync("nima")).Count(row => row.TextKey == "Reminder:Is").ShouldBe(1);
        (await ToldAsync("reza")).Count(row => row.TextKey == "Reminder:Is").ShouldBe(0);
        (await ToldAsync("admin")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_invited_and_then_took_the_meeting_over_is_reminded_once()
    {
        var meeting = await PlanAsync("Visit", Now.AddHours(2), remind: 0, party: await Given.Customer(owner: "nima"), planner: "admin");
        await As.Admin(() => Get<Crm.Meetings.IMeetingAppService>().InviteAsync(meeting, new() { UserId = As.IdOf("nima") }));
        await As.Admin(async () =>
        {
            using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
            (await Get<IRepository<Activity, Guid>>().GetAsync(meeting)).HandOver(As.IdOf("nima"));
            await unitOfWork.CompleteAsync();
        });

        await RoundAsync(Now.AddHours(2));

        (await ToldAsync("nima")).Where(row => row.TextKey == "Reminder:Is").ShouldHaveSingleItem().Url.ShouldBe(ActivityUrls.Details(meeting));
        (await ToldAsync("admin")).ShouldNotContain(row => row.TextKey == "Reminder:Is");
    }

    [Fact]
    public async Task A_round_that_is_interrupted_before_its_commit_has_told_nothing_and_the_next_one_tells_once()
    {
        await PlanAsync("Visit", Now.AddHours(1), remind: 0);
        TestClock.Fixed = Now.AddHours(1);
        await using (var scope = App.Services.CreateAsyncScope())
        {
            var notifications = new InterruptedNotifications(scope.ServiceProvider.GetRequiredService<INotifications>(), scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>());
            await ActivatorUtilities.CreateInstance<ReminderRound>(scope.ServiceProvider, notifications).RunAsync();
            notifications.Told.ShouldBe(1);
        }
        (await ToldAsync("sara")).ShouldBeEmpty();

        await RoundAsync(Now.AddHours(1));
        await RoundAsync(Now.AddHours(1));

        (await ToldAsync("sara")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_a_day_late_is_let_be()
    {
        await PlanAsync("Long ago", Now.AddHours(1), remind: 0);
        await RoundAsync(Now.AddDays(2));
        await RoundAsync(Now.AddDays(2));
        (await ToldAsync("sara")).ShouldBeEmpty();
        using var system = SystemWork.Begin("a test");
        (await As.Sales(() => Get<IRepository<ActivityReminder>>().GetListAsync())).ShouldBeEmpty("it is not looked at again and again");
    }

    [Fact]
    public async Task A_round_reads_as_much_for_thirty_reminders_as_for_two()
    {
        var acme = await Given.Customer();
        var few = await ReadsAsync(acme, 2, Now.AddHours(1));
        var many = await ReadsAsync(acme, 30, Now.AddHours(2));
        many.ShouldBe(few);
        (await StatementLog.OfAsync(() => Get<ReminderRound>().RunAsync())).Count.ShouldBeLessThanOrEqualTo(3, "a round with nothing due asks for organisations, and whether any has something due");
    }

    /// <summary>Tells and writes it down, and then the power goes.</summary>
    private class InterruptedNotifications(INotifications real, IUnitOfWorkManager unitsOfWork) : INotifications
    {
        public int Told { get; private set; }

        public async Task RaiseAsync(IReadOnlyCollection<Notice> notices)
        {
            Told += notices.Count;
            await real.RaiseAsync(notices);
            await unitsOfWork.Current!.SaveChangesAsync();
            throw new IOException("The power goes.");
        }
    }

    private async Task<int> ReadsAsync(Guid acme, int reminders, DateTime at)
    {
        TestClock.Fixed = Now;
        for (var i = 0; i < reminders; i++)
        {
            await As.Sales(() => Activities.PlanAsync(new PlanActivityDto { PartyId = acme, Kind = ActivityKind.Call, Subject = $"Call {i}", DueOn = Today, StartsAt = at, RemindMinutes = 0 }));
        }
        TestClock.Fixed = at;
        var told = (await ToldAsync("sara")).Count;
        var sent = await StatementLog.OfAsync(() => Get<ReminderRound>().RunAsync());
        (await ToldAsync("sara")).Count.ShouldBe(Math.Min(30, told + reminders));
        return sent.Count(statement => statement.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase));
    }

    private Task<Guid> PlanAsync(
        string subject, DateTime at, int remind, ActivityKind kind = ActivityKind.Meeting, ActivityRepeat repeat = ActivityRepeat.Never, Guid? party = null, string planner = "sara",
        bool isPrivate = false) =>
        As.User(planner, async () => await Activities.PlanAsync(new PlanActivityDto
        {
            PartyId = party ?? await Given.Customer(), Kind = kind, Subject = subject, DueOn = DateOnly.FromDateTime(at), StartsAt = at, RemindMinutes = remind, Repeat = repeat, IsPrivate = isPrivate
        }));

    private async Task RoundAsync(DateTime at)
    {
        TestClock.Fixed = at;
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReminderRound>().RunAsync();
    }

    private Task<IReadOnlyList<NotificationRow>> ToldAsync(string user) => As.User(user, async () =>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        return (await Get<IUserNotifications>().GetListAsync()).Rows;
    });

    private async Task<int> JobsAsync(string name)
    {
        using var all = Get<IDataFilter>().Disable<IMultiTenant>();
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        return (await Get<IRepository<BackgroundJobRecord, Guid>>().GetListAsync(job => job.JobName == name)).Count;
    }
}
