using Crm.Activities;
using Crm.Localization;
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

/// <summary>Writes a reminder to its reader in his language, calendar and zone. It names the subject and the time, and nothing else of ours.</summary>
public class ReminderMailJob(
    IReadOnlyRepository<Activity, Guid> activities, IExternalUserLookupServiceProvider users, IUserPrincipals principals, ICurrentPrincipalAccessor accessor, ReaderDisplays displays,
    IPublicAddress address, IEmailSender mails, IStringLocalizer<CrmResource> texts, IUnitOfWorkManager unitsOfWork) : AsyncBackgroundJob<ReminderMailArgs>, ITransientDependency
{
    public override async Task ExecuteAsync(ReminderMailArgs args)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true);
        var user = await users.FindByIdAsync(args.UserId);
        if (string.IsNullOrWhiteSpace(user?.Email) || await principals.FindAsync(args.UserId) is not { } principal || await FindAsync(args.ActivityId) is not { IsDone: false } activity)
        {
            return;
        }
        using var reader = accessor.Change(principal);
        var display = await displays.GetAsync();
        using var language = CultureHelper.Use(display.Language);
        var when = activity.StartsAt is { } at ? display.DateTime(at) : display.LongDate(activity.DueOn!.Value);
        var url = activity.OwnerId == args.UserId ? ActivityUrls.Details(activity.Id) : ActivityUrls.MyInvitation(activity.Id);
        await mails.SendAsync(
            user.Email, texts["Reminder:Is", activity.Subject!, when],
            MailText.Lines(activity.Subject, when, activity.Location, activity.OnlineUrl, await address.FindAsync() is { } workspace ? workspace + url : null), isBodyHtml: false);
    }

    private async Task<Activity?> FindAsync(Guid id)
    {
        using var system = SystemWork.Begin("who was to be reminded was decided when the reminder was due");
        return await activities.FindAsync(id, includeDetails: false);
    }
}
