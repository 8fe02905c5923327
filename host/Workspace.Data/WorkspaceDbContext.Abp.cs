using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;

namespace Workspace.Data;

public partial class WorkspaceDbContext
{
    /// <summary>The inbox of ABP 10 has other columns than our migrations: see <c>WorkspaceHostModule.Abp.cs</c>.</summary>
    partial void ConfigureForAbpPackages(ModelBuilder builder) => builder.Ignore<IncomingEventRecord>();
}
