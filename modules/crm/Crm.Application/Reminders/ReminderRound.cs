using Kernel.Notifications;
using Kernel.Rights;
using Microsoft.Extensions.Logging;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Crm.Activities;

/// <summary>
/// Reminds of what is due. In one unit of work the reminder is deleted and who is reminded is told: of two nodes one deletes it, and
/// after a kill either both have happened or none. An owner is told only of what he still sees.
/// </summary>
/// <remarks>Reading: which organisations there are, and one statement for all of them but those that have a database of their own; in each that has something due two, and for each user who is told those that know him and what he sees.</remarks>
public class ReminderRound(
    IRepository<ActivityReminder> reminders, IReadOnlyRepository<Activity, Guid> activities, INotifications notifications, IBackgroundJobManager jobs, IUserPrincipals principals,
    ICurrentPrincipalAccessor accessor, IDataFilter filters, ITenantStore tenants, ICurrentTenant currentTenant, IUnitOfWorkManager unitsOfWork, IAsyncQueryableExecuter executer, IClock clock,
    ILogger<ReminderRound> logger) : ITransientDependency
{
    private const int AtOnce = 500;

    /// <summary>What nobody was reminded of for so long, because the workspace stood still or it was planned into the past, is let be.</summary>
    private static readonly TimeSpan TooLate = TimeSpan.FromDays(1);

    public virtual async Task RunAsync()
    {
        foreach (var tenantId in await GetDueTenantsAsync())
        {
            using var tenant = currentTenant.Change(tenantId);
            try
            {
                await RemindAsync();
            }
            catch (Exception exception) // one organisation's trouble is not another's; its reminders are due again in the next round
            {
                logger.LogError(exception, "Reminders of the organisation {Tenant} could not be given in this round", tenantId);
            }
        }
    }

    /// <summary>Those with something due; and those with a database of their own, into which nobody sees from here.</summary>
    private async Task<List<Guid?>> GetDueTenantsAsync()
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true);
        var apart = (await tenants.GetListAsync(includeDetails: true)).Where(one => one.IsActive && one.ConnectionStrings is { Count: > 0 }).Select(one => (Guid?)one.Id).ToList();
        using var all = filters.Disable<IMultiTenant>();
        using var system = SystemWork.Begin("which organisations have reminders due");
        var now = clock.Now;
        return [.. (await executer.ToListAsync((await reminders.GetQueryableAsync())
            .Where(reminder => reminder.DueAt <= now).Select(reminder => reminder.TenantId).Distinct())).Union(apart)];
    }

    private async Task RemindAsync()
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        var due = await TakeAsync();
        var owned = due.Where(one => one.OwnerId is not null).ToLookup(one => one.OwnerId!.Value);
        var invited = due.SelectMany(one => one.Attendees.Select(user => (User: user, Due: one))).ToLookup(pair => pair.User, pair => pair.Due);
        foreach (var user in owned.Select(group => group.Key).Union(invited.Select(group => group.Key)))
        {
            await TellAsync(user, [.. owned[user]], [.. invited[user]]);
        }
        await unitOfWork.CompleteAsync();
    }

    /// <summary>Whoever commits their deletion reminds.</summary>
    private async Task<List<DueActivity>> TakeAsync()
    {
        using var system = SystemWork.Begin("reminders come to whoever they are for");
        var now = clock.Now;
        var taken = await executer.ToListAsync((await reminders.GetQueryableAsync())
            .Where(reminder => reminder.DueAt <= now).OrderBy(reminder => reminder.DueAt).ThenBy(reminder => reminder.ActivityId).Take(AtOnce));
        await reminders.DeleteManyAsync(taken);
        var ids = taken.Where(reminder => reminder.DueAt > now - TooLate).Select(reminder => reminder.ActivityId).ToList();
        return ids.Count == 0 ? [] : await executer.ToListAsync((await activities.GetQueryableAsync())
            .Where(activity => ids.Contains(activity.Id) && activity.DoneAt == null)
            .Select(activity => new DueActivity(
                activity.Id, activity.Subject!, activity.OwnerId, activity.DueOn!.Value, activity.StartsAt, activity.RemindBy,
                activity.Attendees.Where(attendee => attendee.UserId != null && attendee.UserId != activity.OwnerId && !attendee.IsWithdrawn && attendee.Answer != Meetings.AttendeeAnswer.Declined)
                    .Select(attendee => attendee.UserId!.Value).ToList())));
    }

    private async Task TellAsync(Guid user, List<DueActivity> owned, List<DueActivity> invited)
    {
        if (await principals.FindAsync(user) is not { } principal)
        {
            return; // he has left
        }
        using var reader = accessor.Change(principal);
        var ids = owned.ConvertAll(one => one.Id);
        var seen = ids.Count == 0 ? [] : await executer.ToListAsync((await activities.GetQueryableAsync()).Where(activity => ids.Contains(activity.Id)).Select(activity => activity.Id));
        List<(DueActivity Due, string Url)> told =
            [.. owned.Where(one => seen.Contains(one.Id)).Select(one => (one, ActivityUrls.Details(one.Id))), .. invited.Select(one => (one, ActivityUrls.MyInvitation(one.Id)))];
        await notifications.RaiseAsync([.. told.Where(one => one.Due.By.HasFlag(ReminderBy.App)).Select(one => new Notice(
            user, "Crm", "Reminder:Is", [one.Due.Subject, one.Due.StartsAt is { } at ? at : one.Due.DueOn], one.Url))]);
        foreach (var (due, _) in told.Where(one => one.Due.By.HasFlag(ReminderBy.Email)))
        {
            await jobs.EnqueueAsync(new ReminderMailArgs { TenantId = currentTenant.Id, ActivityId = due.Id, UserId = user });
        }
    }

    private record DueActivity(Guid Id, string Subject, Guid? OwnerId, DateOnly DueOn, DateTime? StartsAt, ReminderBy By, List<Guid> Attendees);
}
