namespace Crm.Activities;

public class Activity_Tests
{
    private static readonly Guid Acme = Guid.NewGuid();
    private static readonly Guid Sara = Guid.NewGuid();
    private static readonly DateOnly Tomorrow = new(2026, 11, 23);
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    private static Activity ATask() => Activity.Plan(Guid.NewGuid(), ActivityKind.Task, Acme, "Send the price list", null, Tomorrow, null, Sara);

    private static Activity AMeeting() =>
        Activity.Plan(Guid.NewGuid(), ActivityKind.Meeting, Acme, "Show the press", null, Tomorrow, Now.AddDays(1), Sara);

    private static Activity APlannedCall() =>
        Activity.Plan(Guid.NewGuid(), ActivityKind.Call, Acme, "Ask about the quote", null, Tomorrow, null, Sara);

    private static Activity ALoggedCall(CallResult result = CallResult.Talked) =>
        Activity.LogCall(Guid.NewGuid(), Acme, "Asked for a discount", CallDirection.Incoming, result, Now.AddMinutes(-5), Now, Sara);

    [Fact]
    public void A_planned_task_is_open_until_it_is_completed()
    {
        var task = ATask();
        task.IsDone.ShouldBeFalse();

        task.Complete(Now, Now, [], "Sent by mail");

        task.IsDone.ShouldBeTrue();
        task.DoneAt.ShouldBe(Now);
        task.Outcome.ShouldBe("Sent by mail");
    }

    [Fact]
    public void What_has_a_mandatory_item_open_is_not_done()
    {
        var task = ATask();

        Rule.ShouldBreak(() => task.Complete(Now, Now, ["Have samples", "Ask for the drawings"]), CrmErrorCodes.CheckItemsOpen);

        task.IsDone.ShouldBeFalse();
        Shouldly.Should.Throw<Volo.Abp.BusinessException>(() => task.Complete(Now, Now, ["Have samples", "Ask for the drawings"])).Data["Items"].ShouldBe("«Have samples», «Ask for the drawings»");
    }

    [Fact]
    public void A_task_is_no_contact_with_the_customer()
    {
        var task = ATask();
        task.Complete(Now, Now, []);
        task.IsContact.ShouldBeFalse();
    }

    [Fact]
    public void A_meeting_held_is_contact()
    {
        var meeting = AMeeting();
        meeting.IsContact.ShouldBeFalse();
        meeting.Complete(Now, Now, []);
        meeting.IsContact.ShouldBeTrue();
    }

    [Theory]
    [InlineData(CallResult.Talked, true)]
    [InlineData(CallResult.NoAnswer, false)]
    [InlineData(CallResult.Busy, false)]
    [InlineData(CallResult.MessageLeft, false)]
    public void Only_a_call_in_which_they_talked_is_contact(CallResult result, bool isContact)
    {
        ALoggedCall(result).IsContact.ShouldBe(isContact);

        var planned = APlannedCall();
        planned.Complete(Now, Now, [], null, result);
        planned.IsContact.ShouldBe(isContact);
    }

    [Fact]
    public void A_logged_call_is_done_and_keeps_its_direction()
    {
        var call = ALoggedCall();
        call.IsDone.ShouldBeTrue();
        call.Direction.ShouldBe(CallDirection.Incoming);
        call.DueOn.ShouldBeNull();
    }

    [Fact]
    public void Completing_twice_is_refused() => Should(() =>
    {
        var task = ATask();
        task.Complete(Now, Now, []);
        task.Complete(Now, Now, []);
    }, CrmErrorCodes.ActivityAlreadyDone);

    [Fact]
    public void What_is_done_is_not_rescheduled() => Should(() =>
    {
        var task = ATask();
        task.Complete(Now, Now, []);
        task.Reschedule(Tomorrow.AddDays(1), null);
    }, CrmErrorCodes.ActivityAlreadyDone);

    [Fact]
    public void Reopening_takes_back_all_that_completing_said()
    {
        var call = APlannedCall();
        call.Complete(Now, Now, [], "They will order", CallResult.Talked);

        call.Reopen();

        call.IsDone.ShouldBeFalse();
        call.IsContact.ShouldBeFalse();
        call.Outcome.ShouldBeNull();
        call.Result.ShouldBeNull();
        call.DueOn.ShouldBe(Tomorrow);
    }

    [Fact]
    public void What_is_open_cannot_be_reopened() => Should(() => ATask().Reopen(), CrmErrorCodes.ActivityNotDone);

    [Fact]
    public void What_was_never_planned_cannot_be_reopened() => Should(() => ALoggedCall().Reopen(), CrmErrorCodes.ActivityWasNotPlanned);

    [Fact]
    public void A_note_is_not_planned() => Should(
        () => Activity.Plan(Guid.NewGuid(), ActivityKind.Note, Acme, "They moved", null, Tomorrow, null, Sara), CrmErrorCodes.NoteHappensNow);

    [Fact]
    public void A_note_says_something() => Should(
        () => Activity.Log(Guid.NewGuid(), ActivityKind.Note, Acme, " ", Now, Now, Sara), CrmErrorCodes.NothingWritten);

    [Fact]
    public void A_plan_says_what_is_to_be_done() => Should(
        () => Activity.Plan(Guid.NewGuid(), ActivityKind.Task, Acme, "", "by mail", Tomorrow, null, Sara), CrmErrorCodes.NothingWritten);

    [Fact]
    public void A_call_that_nobody_took_needs_no_words() =>
        Activity.LogCall(Guid.NewGuid(), Acme, null, CallDirection.Outgoing, CallResult.NoAnswer, Now, Now, Sara).IsDone.ShouldBeTrue();

    [Fact]
    public void A_task_is_not_logged() => Should(
        () => Activity.Log(Guid.NewGuid(), ActivityKind.Task, Acme, "Send it", Now, Now, Sara), CrmErrorCodes.TaskIsNotLogged);

    [Fact]
    public void A_meeting_needs_a_time() => Should(
        () => Activity.Plan(Guid.NewGuid(), ActivityKind.Meeting, Acme, "Visit", null, Tomorrow, null, Sara), CrmErrorCodes.MeetingNeedsTime);

    [Fact]
    public void A_meeting_keeps_a_time_when_it_is_moved() => Should(
        () => AMeeting().Reschedule(Tomorrow.AddDays(1), null), CrmErrorCodes.MeetingNeedsTime);

    [Fact]
    public void Nothing_happens_in_the_future() => Should(
        () => Activity.Log(Guid.NewGuid(), ActivityKind.Meeting, Acme, "Visit", Now.AddHours(1), Now, Sara), CrmErrorCodes.ActivityInFuture);

    [Fact]
    public void Only_a_call_has_a_result() =>
        Shouldly.Should.Throw<ArgumentException>(() => AMeeting().Complete(Now, Now, [], null, CallResult.Busy));

    [Fact]
    public void An_instant_must_be_in_utc() => Shouldly.Should.Throw<ArgumentException>(
        () => Activity.Plan(Guid.NewGuid(), ActivityKind.Meeting, Acme, "Visit", null, Tomorrow, new DateTime(2026, 11, 23, 9, 0, 0), Sara));

    [Fact]
    public void Text_is_folded_at_the_door()
    {
        var note = Activity.Log(Guid.NewGuid(), ActivityKind.Note, Acme, " يادداشت  كاري ", Now, Now, Sara);
        note.Text.ShouldBe("یادداشت کاری");
    }

    private static void Should(Action act, string code) => act.ShouldBreak(code);
}
