using Crm.Activities;
using Crm.Calendars;
using Crm.CustomerFiles;
using Crm.Leads;
using Crm.Meetings;
using Crm.Opportunities;
using Kernel.Notifications;
using Kernel.Rights;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Volo.Abp.Validation;
using Workspace;

namespace Crm.Application.Tests.Activities;

public class MeetingTests : WorkspaceTest<WorkspaceModule>
{
    /// <summary>A Monday, 11:30 in Tehran.</summary>
    private static readonly DateTime Now = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 2);

    public MeetingTests() => TestClock.Fixed = Now; // here, so that the test's own flow of execution has it

    private IActivityAppService Activities => Get<IActivityAppService>();
    private IMeetingAppService Meetings => Get<IMeetingAppService>();
    private ICalendarAppService Calendar => Get<ICalendarAppService>();

    [Fact]
    public async Task A_colleague_is_told_answers_and_the_organiser_learns_of_it()
    {
        var meeting = await PlanAsync("Visit", Now.AddHours(3));
        await As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto { UserId = As.IdOf("nima") }));
        (await ToldAsync("nima")).ShouldHaveSingleItem().TextKey.ShouldBe("Meeting:YouAreInvited");
        (await JobsAsync()).ShouldBe(1);

        var answer = new AnswerInvitationDto { Answer = AttendeeAnswer.Tentative, Comment = "a little later" };
        await As.User("nima", () => Meetings.AnswerAsync(meeting, answer));
        await As.User("nima", () => Meetings.AnswerAsync(meeting, answer)); // pressed twice, and said once

        var attendee = (await As.Sales(() => Meetings.GetAttendeesAsync(meeting))).ShouldHaveSingleItem();
        (attendee.Answer, attendee.Comment, attendee.AnsweredAt).ShouldBe((AttendeeAnswer.Tentative, "a little later", Now));
        var told = (await ToldAsync("sara")).ShouldHaveSingleItem();
        told.TextKey.ShouldBe("Meeting:Said.Tentative");
        told.Args[2].Text.ShouldBe("a little later");
    }

    [Fact]
    public async Task What_somebody_said_by_telephone_is_written_down_with_who_did_and_asked_anew_when_the_time_is_another()
    {
        var meeting = await PlanAsync("Visit", Now.AddHours(3));
        await As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto { Email = "neda@acme.example", Name = "Neda" }));
        var neda = (await As.Sales(() => Meetings.GetAttendeesAsync(meeting))).Single().Id;

        await As.Sales(() => Meetings.RecordAnswerAsync(meeting, neda, new AnswerInvitationDto { Answer = AttendeeAnswer.Declined, Comment = "is on a journey" }));

        var attendee = (await As.Sales(() => Meetings.GetAttendeesAsync(meeting))).ShouldHaveSingleItem();
        (attendee.Answer, attendee.Comment, attendee.RecordedById).ShouldBe((AttendeeAnswer.Declined, "is on a journey", As.IdOf("sara")));
        attendee.RecordedBy.ShouldNotBeNullOrEmpty();
        (await ToldAsync("sara")).ShouldBeEmpty("she wrote it herself");
        await Should.ThrowAsync<EntityNotFoundException>(() => As.User("nima", () => Meetings.RecordAnswerAsync(meeting, neda, new AnswerInvitationDto())));
        await As.Sales(() => Activities.RescheduleAsync(meeting, new RescheduleActivityDto { DueOn = Today, StartsAt = Now.AddHours(5) }));
        (await As.Sales(() => Meetings.GetAttendeesAsync(meeting))).Single().ShouldSatisfyAllConditions(
            one => one.Answer.ShouldBe(AttendeeAnswer.None), one => one.RecordedById.ShouldBeNull());
    }

    [Fact]
    public async Task The_file_in_which_a_calendar_program_answered_is_read_for_whoever_has_its_address()
    {
        var meeting = await PlanAsync("Visit", Now.AddHours(3));
        var other = await PlanAsync("Another", Now.AddHours(6));
        await As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto { UserId = As.IdOf("nima") }));
        await As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto { Email = "neda@acme.example", Name = "Neda" }));

        (await ReadAsync(Reply(meeting, "Neda@ACME.example", "TENTATIVE"))).ShouldBe(new ReplyReadDto("Neda", AttendeeAnswer.Tentative));

        var said = (await As.Sales(() => Meetings.GetAttendeesAsync(meeting))).Single(attendee => attendee.Answer == AttendeeAnswer.Tentative);
        (said.Name, said.Comment, said.RecordedById).ShouldBe(("Neda", "by train", As.IdOf("sara")));
        await RefusedAsync(CrmErrorCodes.ReplyNotRead, "no calendar at all");
        await RefusedAsync(CrmErrorCodes.ReplyNotRead, Reply(meeting, "neda@acme.example", "DELEGATED"));
        await RefusedAsync(CrmErrorCodes.ReplyOfAnotherMeeting, Reply(other, "neda@acme.example"));
        await RefusedAsync(CrmErrorCodes.ReplyOfNobodyInvited, Reply(meeting, "coyote@acme.example"));
        await As.Sales(() => Activities.RescheduleAsync(meeting, new RescheduleActivityDto { DueOn = Today, StartsAt = Now.AddHours(5) }));
        await RefusedAsync(CrmErrorCodes.ReplyOutOfDate, Reply(meeting, "neda@acme.example"));

        Task<ReplyReadDto> ReadAsync(string text) => As.Sales(() => Meetings.ReadReplyAsync(meeting, new ReadReplyDto { Text = text }));
        async Task RefusedAsync(string code, string text) => (await Should.ThrowAsync<BusinessException>(() => ReadAsync(text))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Who_is_invited_is_read_in_one_statement_with_names_that_are_remembered()
    {
        var meeting = await PlanAsync("Visit", Now.AddHours(3));
        await As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto { UserId = As.IdOf("nima") }));
        await As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto { Email = "neda@acme.example" }));
        await As.Sales(() => Meetings.GetAttendeesAsync(meeting)); // rights and names are remembered

        var sent = await As.Sales(() => StatementLog.OfAsync(async () => (await Meetings.GetAttendeesAsync(meeting)).Count.ShouldBe(2)));

        sent.Count.ShouldBe(1, string.Join("\n\n", sent));
    }

    private static string Reply(Guid meeting, string email, string answer = "ACCEPTED") =>
        $"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{meeting:N}@workspace\r\nSEQUENCE:0\r\nATTENDEE;PARTSTAT={answer}:mailto:{email}\r\nCOMMENT:by train\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Fact]
    public async Task No_answer_is_none()
    {
        var meeting = await PlanAsync("Visit", Now.AddHours(3));
        await As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto { UserId = As.IdOf("nima") }));

        var refused = await Should.ThrowAsync<AbpValidationException>(() => As.User("nima", () => Meetings.AnswerAsync(meeting, new AnswerInvitationDto { Answer = AttendeeAnswer.None })));

        refused.ValidationErrors.ShouldHaveSingleItem().MemberNames.ShouldBe([nameof(AnswerInvitationDto.Answer)]);
        (await ToldAsync("sara")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_not_invited_has_nothing_to_answer_and_who_is_no_longer_is_told()
    {
        var meeting = await PlanAsync("Visit", Now.AddHours(3));
        await Should.ThrowAsync<EntityNotFoundException>(() => As.User("nima", () => Meetings.AnswerAsync(meeting, new AnswerInvitationDto())));
        await As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto { UserId = As.IdOf("nima") }));
        var attendee = (await As.Sales(() => Meetings.GetAttendeesAsync(meeting))).Single();

        TestClock.Fixed = Now.AddMinutes(1);
        await As.Sales(() => Meetings.WithdrawAsync(meeting, attendee.Id));

        (await ToldAsync("nima"))[0].TextKey.ShouldBe("Meeting:IsOff");
        await Should.ThrowAsync<EntityNotFoundException>(() => As.User("nima", () => Meetings.AnswerAsync(meeting, new AnswerInvitationDto())));
    }

    [Fact]
    public async Task A_person_is_invited_at_the_address_that_is_known_and_without_one_it_is_said_so()
    {
        var meeting = await PlanAsync("Visit", Now.AddHours(3));
        var neda = await PersonAsync("Neda", "neda@acme.example");
        var omid = await PersonAsync("Omid", null);
        await As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto { PersonId = neda }));
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto { PersonId = omid })))).Code.ShouldBe(CrmErrorCodes.AttendeeWithoutEmail);
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto())))).Code.ShouldBe(CrmErrorCodes.AttendeeMissing);

        var row = (await As.Sales(() => Meetings.GetAttendeesAsync(meeting))).ShouldHaveSingleItem();
        (row.Name, row.Email).ShouldBe(("Neda Karimi", null));
    }

    [Fact]
    public async Task One_is_invited_at_a_time_and_nobody_is_dropped_in_silence()
    {
        var meeting = await PlanAsync("Visit", Now.AddHours(3));
        var neda = await PersonAsync("Neda", "neda@acme.example");
        InviteDto[] several =
        [
            new() { UserId = As.IdOf("nima"), PersonId = neda }, new() { UserId = As.IdOf("nima"), Email = "omid@acme.example" },
            new() { PersonId = neda, Email = "omid@acme.example" }, new() { UserId = As.IdOf("nima"), PersonId = neda, Email = "omid@acme.example" },
        ];
        foreach (var input in several)
        {
            (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Meetings.InviteAsync(meeting, input)))).Code.ShouldBe(CrmErrorCodes.OneAttendeeAtOnce);
        }
        (await As.Sales(() => Meetings.GetAttendeesAsync(meeting))).ShouldBeEmpty();

        await As.Sales(() => Meetings.InviteAsync(meeting, new InviteDto { UserId = As.IdOf("nima"), Email = " " }));
        (await As.Sales(() => Meetings.GetAttendeesAsync(meeting))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_private_is_busy_to_others_by_every_way_in()
    {
        var acme = await Given.Customer("Acme");
        var secret = await PlanAsync("Doctor", Now.AddHours(3), acme, isPrivate: true);
        await As.Sales(() => Activities.PlanAsync(new PlanActivityDto { PartyId = acme, Subject = "Open to all", DueOn = Today }));
        var days = new ActivitiesBetweenInput { From = Today, Before = Today.AddDays(1), Everyone = true };

        // the administrator sees every record
        var seen = await As.Admin(() => Calendar.GetAsync(days));
        var busy = seen.Single(entry => entry.Kind == CalendarEntryKind.Busy);
        (busy.Title, busy.With, busy.Id, busy.Activity, busy.StartsAt).ShouldBe((null, null, Guid.Empty, null, Now.AddHours(3)));
        busy.OwnerName!.ShouldContain("یزدانی");
        seen.Count(entry => entry.Kind == CalendarEntryKind.Activity).ShouldBe(1);
        await Should.ThrowAsync<EntityNotFoundException>(() => As.Admin(() => Activities.GetAsync(secret)));
        (await As.Admin(() => Activities.GetBetweenAsync(days))).ShouldAllBe(row => row.Subject == "Open to all");
        (await As.Admin(() => Activities.GetOpenAsync(new OpenActivitiesInput { Everyone = true }))).Rows.ShouldAllBe(row => row.Subject == "Open to all");
        (await As.Admin(() => Get<ICustomerFileAppService>().GetAsync(acme))).Open.ShouldAllBe(row => row.Subject == "Open to all");
        await Should.ThrowAsync<EntityNotFoundException>(() => As.Admin(() => Activities.RescheduleAsync(secret, new RescheduleActivityDto { DueOn = Today.AddDays(1), StartsAt = Now.AddDays(1) })));

        (await As.Sales(() => Calendar.GetAsync(days))).Select(entry => entry.Title).ShouldBe(["Doctor", "Open to all"], ignoreOrder: true);
        (await As.Sales(() => Get<ICustomerFileAppService>().GetAsync(acme))).Open.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Whoever_is_invited_to_a_private_meeting_sees_it()
    {
        var secret = await PlanAsync("Between us", Now.AddHours(3), isPrivate: true);
        await As.Sales(() => Meetings.InviteAsync(secret, new InviteDto { UserId = As.IdOf("admin") }));
        (await As.Admin(() => Activities.GetAsync(secret))).Subject.ShouldBe("Between us");
        var mine = (await As.Admin(() => Calendar.GetAsync(new ActivitiesBetweenInput { From = Today, Before = Today.AddDays(1) }))).ShouldHaveSingleItem();
        (mine.Kind, mine.Title).ShouldBe((CalendarEntryKind.Invitation, "Between us"));
    }

    [Fact]
    public async Task When_colleagues_are_busy_is_seen_without_what_with()
    {
        await PlanAsync("Doctor", Now.AddHours(3), isPrivate: true);
        var visit = await PlanAsync("Visit", Now.AddHours(5), length: 30);
        await As.Sales(() => Meetings.InviteAsync(visit, new InviteDto { UserId = As.IdOf("nima") }));

        var busy = await As.Finance(() => Meetings.GetBusyAsync(new BusyInput { UserIds = [As.IdOf("sara"), As.IdOf("nima")], From = Now, Before = Now.AddDays(1) }));

        busy.ShouldBe(
        [
            new BusySpan(As.IdOf("sara"), Now.AddHours(3), Now.AddHours(4)),
            new BusySpan(As.IdOf("sara"), Now.AddHours(5), Now.AddHours(5.5)), new BusySpan(As.IdOf("nima"), Now.AddHours(5), Now.AddHours(5.5)),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task The_first_and_the_last_of_all_days_are_asked_for_like_any_other()
    {
        await PlanAsync("Doctor", Now.AddHours(3));
        foreach (var (from, before) in ((DateTime, DateTime)[])[(DateTime.MinValue, DateTime.MaxValue), (DateTime.MaxValue, DateTime.MaxValue), (DateTime.MinValue, DateTime.MinValue), (DateTime.MaxValue, DateTime.MinValue)])
        {
            (await As.Sales(() => Meetings.GetBusyAsync(new BusyInput { From = from, Before = before }))).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Next_steps_of_leads_and_deals_stand_in_the_calendar_beside_activities()
    {
        var acme = await Given.Customer("Acme");
        await PlanAsync("Visit", Now.AddHours(3), acme);
        var presses = await Given.Opportunity(acme, "Two presses");
        await As.Sales(() => Get<IOpportunityAppService>().PlanNextStepAsync(presses, new NextStepDto { NextStep = "Send the catalogue", On = Today }));
        var lead = await As.Sales(() => Get<ILeadAppService>().CreateAsync(new CreateLeadDto { PersonName = "Neda", Mobile = "09121234567" }));
        await As.Admin(() => Get<ILeadAppService>().HandOverAsync(lead, new HandOverLeadDto { OwnerId = As.IdOf("sara") }));
        await As.Sales(() => Get<ILeadAppService>().PlanNextStepAsync(lead, new LeadNextStepDto { NextStep = "Call her", On = Today }));

        var day = await As.Sales(() => Calendar.GetAsync(new ActivitiesBetweenInput { From = Today, Before = Today.AddDays(1) }));

        day.Select(entry => (entry.Kind, entry.Title, entry.With)).ShouldBe(
        [
            (CalendarEntryKind.Activity, "Visit", "Acme"), (CalendarEntryKind.LeadStep, "Call her", "Neda"), (CalendarEntryKind.OpportunityStep, "Send the catalogue", "Two presses · Acme"),
        ]);
        (await As.User("nima", () => Calendar.GetAsync(new ActivitiesBetweenInput { From = Today, Before = Today.AddDays(1) }))).ShouldBeEmpty("it is one's own");
    }

    [Fact]
    public async Task The_calendar_costs_the_same_however_much_there_is()
    {
        var acme = await Given.Customer("Acme");
        var days = new ActivitiesBetweenInput { From = Today, Before = Today.AddDays(1), Everyone = true };
        await PlanAsync("Visit", Now.AddHours(3), acme);
        await As.Sales(() => Calendar.GetAsync(days)); // names are remembered
        var few = await As.Sales(() => StatementLog.OfAsync(() => Calendar.GetAsync(days)));
        for (var i = 0; i < 20; i++) { await PlanAsync($"Visit {i}", Now.AddHours(3), acme, isPrivate: i % 2 == 0); }

        var many = await As.Sales(() => StatementLog.OfAsync(() => Calendar.GetAsync(days)));

        many.Count.ShouldBe(few.Count);
        many.Count.ShouldBeLessThanOrEqualTo(5, string.Join("\n\n", many));
    }

    private async Task<Guid> PlanAsync(string subject, DateTime at, Guid? party = null, bool isPrivate = false, int? length = null)
    {
        var with = party ?? await Given.Customer();
        return await As.Sales(() => Activities.PlanAsync(new PlanActivityDto
        {
            PartyId = with, Kind = ActivityKind.Meeting, Subject = subject, DueOn = DateOnly.FromDateTime(at), StartsAt = at, IsPrivate = isPrivate, LengthMinutes = length
        }));
    }

    private Task<Guid> PersonAsync(string name, string? email) => As.Admin(() => Get<IPartyAppService>().CreateAsync(new CreatePartyDto
    {
        Kind = PartyKind.Person, FirstName = name, LastName = "Karimi", OwnerId = As.IdOf("sara"),
        ContactPoints = email is null ? [] : [new PartyContactPointDto { Type = PartyContactPointType.Email, Value = email }]
    }));

    private Task<IReadOnlyList<NotificationRow>> ToldAsync(string user) => As.User(user, async () =>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        return (await Get<IUserNotifications>().GetListAsync()).Rows;
    });

    private async Task<int> JobsAsync()
    {
        using var all = Get<IDataFilter>().Disable<IMultiTenant>();
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        return (await Get<IRepository<BackgroundJobRecord, Guid>>().GetListAsync(job => job.JobName == "Crm.InvitationMail")).Count;
    }
}
