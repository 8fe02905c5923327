using Crm.Meetings;
using Volo.Abp.Domain.Entities;

namespace Crm.Activities;

public class Meeting_Tests
{
    private static readonly Guid Acme = Guid.NewGuid();
    private static readonly Guid Sara = Guid.NewGuid();
    private static readonly Guid Nima = Guid.NewGuid();
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Start = Now.AddDays(1);
    private static readonly DateOnly Day = DateOnly.FromDateTime(Start);

    private static Activity AMeeting() => Activity.Plan(Guid.NewGuid(), ActivityKind.Meeting, Acme, "Show the press", null, Day, Start, Sara);

    [Fact]
    public void A_reminder_comes_so_long_before_and_moves_along()
    {
        var meeting = AMeeting();
        meeting.Remind(30, ReminderBy.App);
        meeting.Reminder!.DueAt.ShouldBe(Start.AddMinutes(-30));

        meeting.Reschedule(Day.AddDays(1), Start.AddDays(1));
        meeting.Reminder!.DueAt.ShouldBe(Start.AddDays(1).AddMinutes(-30));

        meeting.Remind(null, ReminderBy.App);
        meeting.Reminder.ShouldBeNull();
    }

    [Fact]
    public void Something_with_a_day_and_no_time_is_reminded_from_the_beginning_of_the_working_day_in_Tehran()
    {
        var task = Activity.Plan(Guid.NewGuid(), ActivityKind.Task, Acme, "Send the price list", null, Day, null, Sara);
        task.Remind(60, ReminderBy.Email);
        task.Reminder!.DueAt.ShouldBe(new DateTime(2026, 11, 23, 3, 30, 0, DateTimeKind.Utc), "7 o'clock in Tehran");
    }

    [Fact]
    public void Each_occurrence_of_what_repeats_has_a_reminder_of_its_own()
    {
        var meeting = AMeeting();
        meeting.Remind(10, ReminderBy.AppAndEmail);
        meeting.RepeatEvery(ActivityRepeat.Weekly);

        var next = meeting.Next(Guid.NewGuid())!;

        (next.Reminder!.DueAt, next.RemindBy).ShouldBe((Start.AddDays(7).AddMinutes(-10), ReminderBy.AppAndEmail));
    }

    [Fact]
    public void Saving_the_same_reminder_again_does_not_bring_it_back()
    {
        var meeting = AMeeting();
        meeting.Remind(30, ReminderBy.App);
        var pending = meeting.Reminder;
        meeting.Remind(30, ReminderBy.Email);
        meeting.Reminder.ShouldBeSameAs(pending);
    }

    [Fact]
    public void A_reminder_lies_between_at_the_time_and_four_weeks_before()
    {
        AMeeting().Remind(0, ReminderBy.App);
        Rule.ShouldBreak(() => AMeeting().Remind(-1, ReminderBy.App), CrmErrorCodes.ReminderOutOfRange);
        Rule.ShouldBreak(() => AMeeting().Remind(ActivityConsts.MaxRemindMinutes + 1, ReminderBy.App), CrmErrorCodes.ReminderOutOfRange);
    }

    [Fact]
    public void Who_is_invited_answers_and_is_asked_anew_when_the_time_changes()
    {
        var meeting = AMeeting();
        var nima = meeting.Invite(Guid.NewGuid(), Invitee.User(Nima));
        meeting.Answer(nima.Id, AttendeeAnswer.Accepted, " gladly ", Now);
        (nima.Answer, nima.Comment, nima.AnsweredAt).ShouldBe((AttendeeAnswer.Accepted, "gladly", Now));

        meeting.Replan("Show the press", null, Day, Start, 90, "Our hall", null);
        (nima.Answer, meeting.Sequence).ShouldBe((AttendeeAnswer.Accepted, 1), "the place is another, the time is not");
        meeting.Reschedule(Day.AddDays(1), Start.AddDays(1));
        (nima.Answer, meeting.Sequence).ShouldBe((AttendeeAnswer.None, 2));
    }

    [Fact]
    public void Each_change_of_what_the_invitation_says_is_told_once_and_others_are_not()
    {
        var meeting = AMeeting();
        meeting.Invite(Guid.NewGuid(), Invitee.User(Nima));
        meeting.ClearLocalEvents();

        meeting.Replan("Show both presses", "inner note", Day.AddDays(1), Start.AddDays(1), 90, "Our hall", "https://meet.example/1");
        meeting.GetLocalEvents().ShouldHaveSingleItem().EventData.ShouldBeOfType<InvitationsDueEvent>().Sequence.ShouldBe(1);

        meeting.ClearLocalEvents();
        meeting.Replan("Show both presses", "another inner note", Day.AddDays(1), Start.AddDays(1), 90, "Our hall", "https://meet.example/1");
        meeting.Prioritise(ActivityPriority.High);
        meeting.GetLocalEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_invited_twice_and_the_organiser_not_at_all()
    {
        var meeting = AMeeting();
        meeting.Invite(Guid.NewGuid(), Invitee.Address("Neda@Example.com", "Neda"));
        Rule.ShouldBreak(() => meeting.Invite(Guid.NewGuid(), Invitee.Address("neda@example.com", null)), CrmErrorCodes.AttendeeExists);
        Rule.ShouldBreak(() => meeting.Invite(Guid.NewGuid(), Invitee.User(Sara)), CrmErrorCodes.AttendeeExists);
        Rule.ShouldBreak(() => meeting.Invite(Guid.NewGuid(), Invitee.Address("no address", null)), CrmErrorCodes.AttendeeWrongEmail);
        Rule.ShouldBreak(() => Activity.Plan(Guid.NewGuid(), ActivityKind.Task, Acme, "x", null, Day, null, Sara).Invite(Guid.NewGuid(), Invitee.User(Nima)), CrmErrorCodes.OnlyMeetingsInvite);
    }

    [Fact]
    public void An_invitation_that_was_taken_back_can_be_given_again_and_not_be_answered_meanwhile()
    {
        var meeting = AMeeting();
        var nima = meeting.Invite(Guid.NewGuid(), Invitee.User(Nima));
        meeting.Withdraw(nima.Id);
        Should.Throw<EntityNotFoundException>(() => meeting.Answer(nima.Id, AttendeeAnswer.Accepted, null, Now));
        meeting.Invite(Guid.NewGuid(), Invitee.User(Nima)).ShouldBeSameAs(nima);
        meeting.Attendees.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_meeting_that_was_called_off_is_no_contact_and_takes_no_answers()
    {
        var meeting = AMeeting();
        var nima = meeting.Invite(Guid.NewGuid(), Invitee.User(Nima));
        meeting.Cancel("snow", Now);
        (meeting.IsDone, meeting.IsContact, meeting.Outcome, meeting.Sequence).ShouldBe((true, false, "snow", 1));
        Rule.ShouldBreak(() => meeting.Answer(nima.Id, AttendeeAnswer.Accepted, null, Now), CrmErrorCodes.MeetingCancelled);
        Rule.ShouldBreak(meeting.Reopen, CrmErrorCodes.MeetingCancelled);
    }

    [Fact]
    public void One_that_is_over_takes_no_answers()
    {
        var meeting = AMeeting();
        var nima = meeting.Invite(Guid.NewGuid(), Invitee.User(Nima));
        Rule.ShouldBreak(() => meeting.Answer(nima.Id, AttendeeAnswer.Accepted, null, Start.AddMinutes(61)), CrmErrorCodes.MeetingOver);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("meet.example/1")]
    public void Where_to_meet_online_is_a_whole_address_of_the_web(string url) =>
        Rule.ShouldBreak(() => AMeeting().Arrange(60, null, url), CrmErrorCodes.OnlineUrlWrong);

    [Fact]
    public void It_takes_between_a_minute_and_a_day() => Rule.ShouldBreak(() => AMeeting().Arrange(0, null, null), CrmErrorCodes.LengthOutOfRange);
}
