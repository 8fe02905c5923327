using System.Globalization;
using Crm.Activities;
using Kernel.Addresses;
using Kernel.Notifications;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;

namespace Crm.Meetings;

/// <summary>Mails are jobs of the unit of work that changed the meeting; colleagues are told in the workspace too.</summary>
public class InvitationHandler(IBackgroundJobManager jobs, INotifications notifications, IPublicAddress address, ICurrentTenant tenant)
    : ILocalEventHandler<InvitationsDueEvent>, ITransientDependency
{
    public virtual async Task HandleEventAsync(InvitationsDueEvent eventData)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var workspace = await address.FindAsync();
        foreach (var one in eventData.To)
        {
            await jobs.EnqueueAsync(new InvitationMailArgs
            {
                TenantId = tenant.Id, ActivityId = eventData.ActivityId, AttendeeId = one.AttendeeId, Sequence = eventData.Sequence, IsCancelled = eventData.IsCancelled,
                Language = language, Address = workspace,
            });
        }
        await notifications.RaiseAsync([.. eventData.To.Where(one => one.UserId is not null).Select(one => new Notice(
            one.UserId!.Value, "Crm", eventData.IsCancelled ? "Meeting:IsOff" : "Meeting:YouAreInvited", [eventData.Subject, eventData.StartsAt],
            eventData.IsCancelled ? null : ActivityUrls.MyInvitation(eventData.ActivityId)))]);
    }
}
