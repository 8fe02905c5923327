using System.Net.Mail;
using Crm.Activities;
using Crm.Localization;
using Crm.Meetings;
using Crm.Web.Invitations;
using Kernel.Calendars;
using Kernel.Displaying;
using Kernel.Rights;
using Kernel.Users;
using Microsoft.Extensions.Localization;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Emailing;
using Volo.Abp.Localization;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Crm.Web.Mails;

/// <summary>
/// Invites one, or tells him that it is off: with a file for his calendar and a sealed link by which he answers. It names subject, time,
/// place and organiser; nothing of the customer and nobody else who is invited.
/// </summary>
public class InvitationMailJob(
    IReadOnlyRepository<Activity, Guid> activities, AttendeeAddresses addresses, IExternalUserLookupServiceProvider users, AttendeeNames names, IUserPrincipals principals,
    ICurrentPrincipalAccessor accessor, ReaderDisplays displays, InvitationLinks links, IEmailSender mails, IStringLocalizer<CrmResource> texts, IUnitOfWorkManager unitsOfWork, IClock clock)
    : AsyncBackgroundJob<InvitationMailArgs>, ITransientDependency
{
    public override async Task ExecuteAsync(InvitationMailArgs args)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true);
        using var system = SystemWork.Begin("an invitation goes to whom it was made out, at an address that its sender need not see");
        if (await activities.FindAsync(args.ActivityId) is not { } meeting || meeting.Attendees.FirstOrDefault(one => one.Id == args.AttendeeId) is not { } attendee
            || IsOvertaken(args, meeting, attendee) || await addresses.FindAsync(attendee) is not { } to)
        {
            return;
        }
        var principal = attendee.UserId is { } inside ? await principals.FindAsync(inside) : null;
        using var reader = principal is null ? null : accessor.Change(principal);
        var display = await displays.GetAsync(principal is null ? args.Language : null);
        using var language = CultureHelper.Use(display.Language);
        await SendAsync(args, meeting, attendee, to, display);
    }

    /// <summary>What came later has a mail of its own.</summary>
    private static bool IsOvertaken(InvitationMailArgs args, Activity meeting, MeetingAttendee attendee) => args.IsCancelled
        ? !attendee.IsWithdrawn && meeting.CancelledAt is null
        : attendee.IsWithdrawn || meeting.IsDone || meeting.Sequence != args.Sequence;

    private async Task SendAsync(InvitationMailArgs args, Activity meeting, MeetingAttendee attendee, string to, IDisplay display)
    {
        var name = await names.GetAsync(attendee);
        var organiser = meeting.OwnerId is { } owner ? await users.FindByIdAsync(owner) : null;
        var (organiserName, organiserEmail) = (organiser?.FullName() ?? "", string.IsNullOrWhiteSpace(organiser?.Email) ? null : organiser.Email);
        var link = !args.IsCancelled && args.Address is { } workspace ? workspace + links.UrlOf(meeting.Id, attendee.Id) : null;
        var when = $"{display.LongDate(display.LocalDay(meeting.StartsAt!.Value))}، {display.Time(meeting.StartsAt.Value)} ({display.Settings.Zone.Id})";
        if (!display.IsRtl) { when = when.Replace("،", ",", StringComparison.Ordinal); }
        var method = args.IsCancelled ? "CANCEL" : "REQUEST";
        using var mail = new MailMessage
        {
            To = { new MailAddress(to, name) },
            Subject = texts[args.IsCancelled ? "Meeting:MailOff" : args.Sequence > 0 ? "Meeting:MailChanged" : "Meeting:MailSubject", meeting.Subject!, when],
            Body = MailText.Lines(
                texts[args.IsCancelled ? "Meeting:MailOffText" : "Meeting:MailText", organiserName, meeting.Subject!], "", when,
                meeting.Location, args.IsCancelled ? null : meeting.OnlineUrl, link is null ? null : "\r\n" + texts["Meeting:MailAnswer"], link),
        };
        if (organiserEmail is null)
        {
            await mails.SendAsync(mail); // a calendar program would answer to the organiser, and there is nobody to answer to
            return;
        }
        mail.ReplyToList.Add(new MailAddress(organiserEmail, organiserName));
        var text = new ICalendarText(meeting.Subject!, method);
        text.Add(new CalendarEvent(meeting.Id, meeting.DueOn!.Value, meeting.StartsAt, meeting.EndsAt!.Value - meeting.StartsAt.Value, meeting.Subject!,
            MailText.Lines(meeting.OnlineUrl, link is null ? null : texts["Meeting:MailAnswer"].Value, link), link ?? meeting.OnlineUrl)
        {
            Html = link is null ? null : MailText.Html(meeting.OnlineUrl, texts["Meeting:MailAnswer"].Value, link), Location = meeting.Location ?? meeting.OnlineUrl, OnlineUrl = meeting.OnlineUrl, IsCancelled = args.IsCancelled,
            Invitation = new CalendarInvitation(args.Sequence, organiserName, organiserEmail, name, to),
        }, clock.Now);
        await mails.SendAsync(mail.WithCalendar(text.ToString(), method));
    }
}
