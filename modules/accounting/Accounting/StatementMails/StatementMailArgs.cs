using Volo.Abp.BackgroundJobs;
using Volo.Abp.MultiTenancy;

namespace Accounting.StatementMails;

[BackgroundJobName("Accounting.StatementMail")]
public class StatementMailArgs : IMultiTenant
{
    public Guid? TenantId { get; set; }
    public Guid MailId { get; set; }

    /// <summary>The organisation's name, where its settings give no other.</summary>
    public string? Organisation { get; set; }

    /// <summary>Who sends it: what he may see is asked again when it goes.</summary>
    public Guid UserId { get; set; }
}
