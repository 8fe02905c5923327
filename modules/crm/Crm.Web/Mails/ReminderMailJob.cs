using Crm.Activities;
using Crm.Localization;
using Crm.Meetings;
using Kernel.Addresses;
using Kernel.Displaying;
using Kernel.Rights;
using Microsoft.Extensions.Localization;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Emailing;
using Volo.Abp.Localization;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Crm.Web.Mails;

/// <summary>
/// Writes a reminder to its reader in his language, calendar and zone. It names the subject and the time, and nothing else of ours. It goes
/// to its owner as long as he sees it and to who is still invited: a job may run late.
/// </summary>
public class ReminderMailJob(
    IReadOnlyRepository<Activity, Guid> activities, IExternalUserLookupServiceProvider users, IUserPrincipals principals, ICurrentPrincipalAccessor accessor, ReaderDisplays displays,
    IPublicAddress address, IEmailSender mails, IStringLocalizer<CrmResource> texts, IUnitOfWorkManager unitsOfWork) : AsyncBackgroundJob<ReminderMailArgs>, ITransientDependency
{
    public override async Task ExecuteAsync(ReminderMailArgs args)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true);
        var user = await users.FindByIdAsync(args.UserId);
        if (string.IsNullOrWhiteSpace(user?.Email) || await principals.FindAsync(args.UserId) is not { } principal)
        {
            return;
        }
        using var reader = accessor.Change(principal);
        if (await FindAsync(args) is not { } activity)
        {
            return;
        }
        var display = await displays.GetAsync();
        using var language = CultureHelper.Use(display.Language);
        var when = activity.StartsAt is { } at ? display.DateTime(at) : display.LongDate(activity.DueOn!.Value);
        var url = activity.OwnerId == args.UserId ? ActivityUrls.Details(activity.Id) : ActivityUrls.MyInvitation(activity.Id);
        await mails.SendAsync(
            user.Email, texts["Reminder:Is", activity.Subject!, when],
            MailText.Lines(activity.Subject, when, activity.Location, activity.OnlineUrl, await address.FindAsync() is { } workspace ? workspace + url : null), isBodyHtml: false);
    }

    private async Task<Activity?> FindAsync(ReminderMailArgs args)
    {
        if ((await activities.GetListAsync(activity => activity.Id == args.ActivityId && activity.OwnerId == args.UserId && activity.DoneAt == null)) is [var own])
        {
            return own;
        }
        using var system = SystemWork.Begin("who is invited is reminded, also where the customer is out of his sight");
        return (await activities.GetListAsync(activity => activity.Id == args.ActivityId && activity.OwnerId != args.UserId && activity.DoneAt == null
            && activity.Attendees.Any(attendee => attendee.UserId == args.UserId && !attendee.IsWithdrawn && attendee.Answer != AttendeeAnswer.Declined))).FirstOrDefault();
    }
}
