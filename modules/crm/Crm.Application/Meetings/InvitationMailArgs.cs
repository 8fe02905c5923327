using Volo.Abp.BackgroundJobs;
using Volo.Abp.MultiTenancy;

namespace Crm.Meetings;

/// <summary>A mail to one who is invited. It says what is so when it is sent; one that a later change has overtaken is not sent.</summary>
[BackgroundJobName("Crm.InvitationMail")]
public class InvitationMailArgs : IMultiTenant
{
    public Guid? TenantId { get; set; }
    public Guid ActivityId { get; set; }
    public Guid AttendeeId { get; set; }
    public int Sequence { get; set; }
    public bool IsCancelled { get; set; }

    /// <summary>The organiser's, for people out there.</summary>
    public string Language { get; set; } = "fa";

    /// <summary>Of the workspace, for the link; null where nobody knows.</summary>
    public string? Address { get; set; }
}
