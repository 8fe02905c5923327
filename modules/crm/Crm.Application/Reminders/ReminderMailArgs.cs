using Volo.Abp.BackgroundJobs;
using Volo.Abp.MultiTenancy;

namespace Crm.Activities;

/// <summary>A reminder that goes to one user by mail.</summary>
[BackgroundJobName("Crm.ReminderMail")]
public class ReminderMailArgs : IMultiTenant
{
    public Guid? TenantId { get; set; }
    public Guid ActivityId { get; set; }
    public Guid UserId { get; set; }
}
