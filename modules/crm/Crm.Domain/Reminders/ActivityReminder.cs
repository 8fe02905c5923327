using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Crm.Activities;

/// <summary>That an activity is still to be reminded of, and when. Whoever reminds deletes it in the same unit of work, so it happens once.</summary>
public class ActivityReminder : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid ActivityId { get; private set; }

    /// <summary>UTC. Whoever deletes or moves it does so for the instant that he has seen.</summary>
    public DateTime DueAt { get; internal set; }

    private ActivityReminder() { } // EF Core

    internal ActivityReminder(Activity activity, DateTime dueAt) => (ActivityId, TenantId, DueAt) = (activity.Id, activity.TenantId, dueAt);

    public override object?[] GetKeys() => [ActivityId];
}
