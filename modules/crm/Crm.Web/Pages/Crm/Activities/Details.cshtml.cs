using System.ComponentModel.DataAnnotations;
using Crm.Activities;
using Crm.CheckLists;
using Crm.Meetings;
using Crm.Permissions;
using Kernel.Components;
using Kernel.Reading;
using Kernel.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Parties;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Users;

using Crm.Web.Customers;

namespace Crm.Web.Activities;

/// <summary>One activity: what is planned, who is invited, what is to be seen to. Each form is posted on its own, so its fields come as the handler's argument.</summary>
[Authorize(CrmPermissions.Activities.Default)]
[Reads(CrmPermissions.Activities.Default, Id = "id")]
public class DetailsModel(
    IActivityAppService activities, IMeetingAppService meetings, IActivityCheckListAppService checks,
    IPartyAppService parties, IExternalUserLookupServiceProvider users) : ChecksPageModel
{
    private const int MaxUsers = 20;

    /// <summary>How far from the meeting it is shown who is busy.</summary>
    private const int BusyDays = 366;

    /// <summary>The day for which it is shown who is busy; the meeting's own when left out.</summary>
    [BindProperty(SupportsGet = true)] public DateOnly? On { get; set; }

    protected override ICheckLists CheckLists => checks;

    public ActivityRow Row { get; private set; } = null!;
    public IReadOnlyList<AttendeeRow> Attendees { get; private set; } = [];
    public ILookup<Guid, BusySpan> Busy { get; private set; } = Array.Empty<BusySpan>().ToLookup(span => span.UserId);
    public bool MayManage { get; private set; }

    public ActivityInput Edit { get; private set; } = new();
    public InviteInput Invite { get; } = new();
    public FinishInput Finish { get; } = new();
    public RecordInput Record { get; } = new();
    public CancelMeetingDto Cancel { get; } = new();
    public AnswerInvitationDto Answer { get; private set; } = new();

    /// <summary>A file was not read: the page is shown again where it was sent from.</summary>
    public bool IsReplyRefused => IsRetry && Request.Query["handler"] == "Reply";

    /// <summary>What one can say.</summary>
    public IEnumerable<SelectListItem> Answers => Choices<AttendeeAnswer>().Where(answer => answer.Value != nameof(AttendeeAnswer.None));
    public bool IsMeeting => Row.Kind == ActivityKind.Meeting;
    public bool IsOpen => Row.DoneAt is null;
    public bool MayEdit => IsOpen && MayManage && Row.DueOn is not null;
    public AttendeeRow? Mine => Attendees.FirstOrDefault(attendee => attendee.UserId == CurrentUser.Id);
    public DateOnly BusyOn => Near(On ?? Row.DueOn!.Value, 0);
    public DateOnly BusyBefore => Near(BusyOn, -1);
    public DateOnly BusyAfter => Near(BusyOn, 1);

    /// <summary>Who of us comes, the owner first.</summary>
    public IEnumerable<(Guid Id, string Name)> Colleagues =>
        [.. Row.OwnerId is { } owner ? [(owner, Row.OwnerName ?? "—")] : Array.Empty<(Guid, string)>(), .. Attendees.Where(attendee => attendee.UserId is not null).Select(attendee => (attendee.UserId!.Value, attendee.Name))];

    public bool Refused(string form) => ModelState.Keys.Any(key => key.StartsWith(form + ".", StringComparison.Ordinal));

    /// <summary>Whether another thing of his lies at the meeting's time.</summary>
    public bool Clashes(BusySpan span) => BusyOn == Row.DueOn && span.From < Row.EndsAt && span.To > Row.StartsAt;

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Row = await activities.GetAsync(Id);
        MayManage = await MayAsync(CrmPermissions.Activities.Manage);
        if (IsMeeting)
        {
            Attendees = await meetings.GetAttendeesAsync(Id);
        }
        if (IsMeeting && IsOpen && Row.DueOn is not null)
        {
            Busy = await ReadBusyAsync();
        }
        await ReadChecksAsync(MayEdit, "#activity");
        Edit = ActivityInput.Of(Row, LocalTime(Row.StartsAt));
        Answer = new AnswerInvitationDto { Comment = Mine?.Comment };
        return PageOr("_Details");
    }

    public virtual async Task<IActionResult> OnPostEditAsync([FromForm(Name = nameof(Edit))] ActivityInput edit)
    {
        ValidateModel();
        await activities.UpdateAsync(Id, new UpdateActivityDto
        {
            Subject = edit.Subject!, Text = edit.Text, DueOn = edit.DueOn, StartsAt = Instant(edit.DueOn, edit.Time), LengthMinutes = edit.LengthMinutes, Location = edit.Location,
            OnlineUrl = edit.OnlineUrl, Priority = edit.Priority, IsPrivate = edit.IsPrivate, RemindMinutes = edit.Remind.Minutes, RemindBy = edit.Remind.By,
        });
        return Done(L["Saved"]);
    }

    public virtual async Task<IActionResult> OnPostCompleteAsync([FromForm(Name = nameof(Finish))] FinishInput? finish)
    {
        ValidateModel();
        await activities.CompleteAsync(Id, new CompleteActivityDto { Outcome = finish?.Outcome, Result = finish?.Result });
        return Done(L["Activity:Completed"]);
    }

    public virtual async Task<IActionResult> OnPostReopenAsync()
    {
        await activities.ReopenAsync(Id);
        return Done(L["Activity:Reopened"]);
    }

    public virtual async Task<IActionResult> OnPostCancelAsync([FromForm(Name = nameof(Cancel))] CancelMeetingDto cancel)
    {
        ValidateModel();
        await meetings.CancelAsync(Id, cancel);
        return Done(L["Meeting:WasCancelled"]);
    }

    public virtual async Task<IActionResult> OnPostInviteAsync([FromForm(Name = nameof(Invite))] InviteInput invite)
    {
        ValidateModel();
        await meetings.InviteAsync(Id, new InviteDto
        {
            UserId = invite.UserId ?? await FindUserAsync(Request.Form["Invite.UserIdText"].ToString()),
            PersonId = invite.PersonId ?? await FindPersonAsync(Request.Form["Invite.PersonIdText"].ToString()),
            Email = invite.Email, Name = invite.Name,
        });
        return Done(L["Meeting:Invited"]);
    }

    public virtual async Task<IActionResult> OnPostWithdrawAsync(Guid attendeeId)
    {
        await meetings.WithdrawAsync(Id, attendeeId);
        return Done(L["Meeting:Withdrawn"]);
    }

    public virtual async Task<IActionResult> OnPostAnswerAsync([FromForm(Name = nameof(Answer))] AnswerInvitationDto answer)
    {
        ValidateModel();
        await meetings.AnswerAsync(Id, answer);
        return Done(L["Meeting:Answered"]);
    }

    public virtual async Task<IActionResult> OnPostRecordAsync([FromForm(Name = nameof(Record))] RecordInput record)
    {
        ValidateModel();
        await meetings.RecordAnswerAsync(Id, record.AttendeeId!.Value, new AnswerInvitationDto { Answer = record.Answer!.Value, Comment = record.Comment });
        return Done(L["Meeting:Recorded"]);
    }

    /// <param name="file">Of a calendar program, as it came by mail.</param>
    public virtual async Task<IActionResult> OnPostReplyAsync(IFormFile? file)
    {
        if (file is null or { Length: 0 or > MeetingConsts.MaxReplyLength })
        {
            throw new BusinessException(CrmErrorCodes.ReplyNotRead);
        }
        using var reader = new StreamReader(file.OpenReadStream());
        var read = await meetings.ReadReplyAsync(Id, new ReadReplyDto { Text = await reader.ReadToEndAsync() });
        return Done(L["Meeting:ReplyRead", read.Name, L["Enum:AttendeeAnswer." + read.Answer]]);
    }

    public virtual async Task<IActionResult> OnGetUsersAsync(string? term) =>
        Lookup((await users.SearchAsync(filter: term, maxResultCount: MaxUsers)).Select(user => new LookupItem(user.Id.ToString(), user.FullName(), user.UserName)));

    [Reads(PartiesPermissions.Parties.Default, Words = "term")]
    public virtual async Task<IActionResult> OnGetPeopleAsync(string? term) =>
        Lookup((await parties.GetLookupAsync(new PartyLookupInput { Text = term, Kind = PartyKind.Person })).Select(person => new LookupItem(person.Id.ToString(), person.Name, null)));

    /// <summary>Other things of who comes, on the day that is looked at; the meeting itself is left out.</summary>
    private async Task<ILookup<Guid, BusySpan>> ReadBusyAsync()
    {
        var spans = await meetings.GetBusyAsync(new BusyInput
        {
            UserIds = [.. Colleagues.Select(colleague => colleague.Id)], From = Instant(BusyOn, TimeOnly.MinValue), Before = Instant(BusyOn.AddDays(1), TimeOnly.MinValue),
        });
        foreach (var (colleague, _) in Colleagues.Where(_ => BusyOn == Row.DueOn))
        {
            spans.Remove(new BusySpan(colleague, Row.StartsAt!.Value, Row.EndsAt!.Value));
        }
        return spans.ToLookup(span => span.UserId);
    }

    /// <summary>So many days later, within a year of the meeting: calendars have neither a day before the first nor one after the last.</summary>
    private DateOnly Near(DateOnly day, int days)
    {
        var (due, last) = (Row.DueOn!.Value.DayNumber, DateOnly.MaxValue.DayNumber - 1);
        return DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, Math.Clamp(due - BusyDays, 0, last), Math.Clamp(due + BusyDays, 0, last)));
    }

    /// <summary>What a picker's script did not choose is understood from the text typed.</summary>
    private async Task<Guid?> FindUserAsync(string typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) { return null; }
        var found = await users.SearchAsync(filter: typed.Trim(), maxResultCount: MaxUsers);
        return (found.Find(user => user.FullName() == typed.Trim() || user.UserName == typed.Trim()) ?? (found is [var only] ? only : null))?.Id
            ?? throw new BusinessException(CrmErrorCodes.AttendeeMissing);
    }

    private async Task<Guid?> FindPersonAsync(string typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) { return null; }
        var found = await parties.GetLookupAsync(new PartyLookupInput { Text = typed, Kind = PartyKind.Person });
        return (found.Find(person => person.Name == typed.Trim()) ?? (found is [var only] ? only : null))?.Id ?? throw new BusinessException(CrmErrorCodes.AttendeeMissing);
    }
}

/// <summary>What is planned, as people type it.</summary>
public class ActivityInput
{
    [Required, StringLength(ActivityConsts.MaxSubjectLength)]
    public string? Subject { get; set; }

    [StringLength(ActivityConsts.MaxTextLength)]
    public string? Text { get; set; }

    [Required]
    public DateOnly? DueOn { get; set; }
    public TimeOnly? Time { get; set; }

    [Range(1, ActivityConsts.MaxLength)]
    public int? LengthMinutes { get; set; }

    [StringLength(ActivityConsts.MaxLocationLength)]
    public string? Location { get; set; }

    [StringLength(ActivityConsts.MaxUrlLength)]
    public string? OnlineUrl { get; set; }
    public ActivityPriority Priority { get; set; } = ActivityPriority.Normal;
    public bool IsPrivate { get; set; }
    public RemindInput Remind { get; set; } = new();

    public static ActivityInput Of(ActivityRow row, TimeOnly? time) => new()
    {
        Subject = row.Subject, Text = row.Text, DueOn = row.DueOn, Time = time, LengthMinutes = row.LengthMinutes, Location = row.Location, OnlineUrl = row.OnlineUrl,
        Priority = row.Priority, IsPrivate = row.IsPrivate, Remind = RemindInput.Of(row),
    };
}

/// <summary>Whom to invite, as people type it.</summary>
public class InviteInput
{
    public Guid? UserId { get; set; }
    public Guid? PersonId { get; set; }

    [StringLength(MeetingConsts.MaxEmailLength)]
    public string? Email { get; set; }

    [StringLength(MeetingConsts.MaxNameLength)]
    public string? Name { get; set; }
}

/// <summary>What somebody who is invited said by telephone or mail.</summary>
public class RecordInput
{
    [Required]
    public Guid? AttendeeId { get; set; }

    [Required, AllowedValues(AttendeeAnswer.Accepted, AttendeeAnswer.Tentative, AttendeeAnswer.Declined)]
    public AttendeeAnswer? Answer { get; set; }

    [StringLength(MeetingConsts.MaxCommentLength)]
    public string? Comment { get; set; }
}
