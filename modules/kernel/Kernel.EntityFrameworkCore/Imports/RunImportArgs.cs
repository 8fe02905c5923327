using Volo.Abp.BackgroundJobs;
using Volo.Abp.MultiTenancy;

namespace Kernel.Imports;

[BackgroundJobName("Kernel.Import")]
public class RunImportArgs : IMultiTenant
{
    public Guid? TenantId { get; set; }
    public Guid RunId { get; set; }
}
