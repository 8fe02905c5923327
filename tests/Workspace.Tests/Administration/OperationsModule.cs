using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;

namespace Workspace.Tests.Administration;

/// <summary>The workspace with a job that fails when a test wants it to. Switches and settings are cached for a whole application, so these tests have one of their own.</summary>
[DependsOn(typeof(WorkspaceModule))]
public class OperationsModule : AbpModule
{
    public OperationsModule() => SkipAutoServiceRegistration = true;

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddTransient<Chore>();
        Configure<AbpBackgroundJobOptions>(options => options.AddJob<Chore>());
    }
}

[BackgroundJobName(Name)]
public class ChoreArgs : IMultiTenant
{
    public const string Name = "Tests.Chore";

    public Guid? TenantId { get; set; }
    public string Word { get; set; } = "";
}

/// <summary>Fails with the word it was given while it is <see cref="Broken"/>.</summary>
public class Chore : AsyncBackgroundJob<ChoreArgs>
{
    public static bool Broken { get; set; }
    public static Func<Task>? Meanwhile { get; set; }

    public override async Task ExecuteAsync(ChoreArgs args)
    {
        if (Meanwhile is not null) { await Meanwhile(); }
        if (Broken) { throw new InvalidOperationException(args.Word); }
    }
}
