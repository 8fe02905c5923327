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
    /// <summary>ABP's Quartz is of the third line, which has to be told how to write job data, and makes no tables: QRTZ_… comes from Quartz's own script.</summary>
    public override void PreConfigureServices(ServiceConfigurationContext context) => PreConfigure<AbpQuartzOptions>(options =>
    {
        options.Properties.Remove(ScheduleStore.MadeAtStart);
        options.Properties["quartz.serializer.type"] = "json";
    });

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
