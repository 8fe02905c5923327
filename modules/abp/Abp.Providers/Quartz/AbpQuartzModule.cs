using System.Collections.Specialized;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Volo.Abp.Modularity;

namespace Volo.Abp.Quartz;

/// <summary>Set with <c>PreConfigure</c>.</summary>
public class AbpQuartzOptions
{
    /// <summary>Quartz's own, by their flat names (<c>quartz.jobStore.type</c>, …). Without any, schedules live in the memory of this process.</summary>
    public NameValueCollection Properties { get; set; } = [];
}

public class AbpQuartzModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var options = context.Services.ExecutePreConfiguredActions<AbpQuartzOptions>();
        context.Services.AddQuartz(options.Properties, quartz => quartz.UseTimeProvider(TimeProvider.System)); // nodes agree on real time only
    }
}
