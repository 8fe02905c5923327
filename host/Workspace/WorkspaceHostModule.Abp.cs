using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Volo.Abp.AspNetCore.Mvc.Libs;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.Modularity;
using Volo.Abp.Quartz;
using Workspace.Databases;

namespace Workspace;

public partial class WorkspaceHostModule
{
    /// <summary>ABP's Quartz is of the third line, which makes no tables: QRTZ_… must be there, from Quartz's own script or from a start of our build.</summary>
    public override void PreConfigureServices(ServiceConfigurationContext context) =>
        PreConfigure<AbpQuartzOptions>(options => options.Properties.Remove(ScheduleStore.MadeAtStart));

    partial void ConfigureForAbpPackages()
    {
        // Our theme brings its own bundles: the client libraries that ABP's themes install under wwwroot/libs are not there, and not missed.
        Configure<AbpMvcLibsOptions>(options => options.CheckLibs = false);

        // ABP 10's inbox has other columns than 9.2.1's, of which our migrations were made. Until a migration made against ABP's own packages
        // adds them, events go from the outbox to the handlers without an inbox: at least once instead of once.
        Configure<AbpDistributedEventBusOptions>(options => options.Inboxes.Clear());
        Configure<AbpDbContextOptions>(options => options.PreConfigure(context =>
            context.DbContextOptions.ConfigureWarnings(warnings => warnings.Log(RelationalEventId.PendingModelChangesWarning))));
    }
}
