using Accounting;
using Crm;
using Inventory;
using Invoicing;
using Kernel.Rights;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Parties;
using Volo.Abp;
using Volo.Abp.AuditLogging.EntityFrameworkCore;
using Volo.Abp.Autofac;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.PostgreSql;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.Guids;
using Volo.Abp.Identity.AspNetCore;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement.EntityFrameworkCore;
using Volo.Abp.PermissionManagement.Identity;
using Volo.Abp.SettingManagement.EntityFrameworkCore;
using Volo.Abp.TenantManagement.EntityFrameworkCore;
using Volo.Abp.Timing;
using Workspace.Rights;

namespace Providers.Tests;

/// <summary>The same modules in a host that has no context of its own: each works on its module's, on one connection.</summary>
public sealed class OwnContextsApp
{
    private static readonly Dictionary<DatabaseProvider, IServiceProvider> Apps = [];

    /// <param name="tables">Whose tables it works on: who has no context has no migrations.</param>
    public static IServiceProvider Services(WorkspaceApp tables)
    {
        lock (Apps)
        {
            if (!Apps.TryGetValue(tables.Provider, out var app))
            {
                app = Apps[tables.Provider] = tables.Provider == DatabaseProvider.PostgreSql ? Build<OwnContextsOnPostgreSql>(tables.CopyDatabase()) : Build<OwnContextsOnSqlite>(tables.CopyDatabase());
            }
            return app;
        }
    }

    private static IServiceProvider Build<TModule>(string connectionString) where TModule : IAbpModule
    {
        var app = AbpApplicationFactory.Create<TModule>(options =>
        {
            options.UseAutofac();
            options.Services.AddLogging();
            options.Services.AddHttpContextAccessor();
            options.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
            options.Services.Configure<AbpDbConnectionOptions>(connections => connections.ConnectionStrings.Default = connectionString);
        });
        app.Initialize();
        return app.ServiceProvider;
    }
}

[DependsOn(
    typeof(AbpAutofacModule), typeof(AbpIdentityAspNetCoreModule), typeof(AbpIdentityEntityFrameworkCoreModule), typeof(AbpPermissionManagementDomainIdentityModule),
    typeof(AbpPermissionManagementEntityFrameworkCoreModule), typeof(AbpSettingManagementEntityFrameworkCoreModule), typeof(AbpTenantManagementEntityFrameworkCoreModule),
    typeof(AbpBackgroundJobsEntityFrameworkCoreModule), typeof(AbpAuditLoggingEntityFrameworkCoreModule),
    typeof(PartiesModule), typeof(InventoryModule), typeof(InvoicingModule), typeof(AccountingModule), typeof(CrmEntityFrameworkCoreModule), typeof(CrmApplicationModule))]
public class OwnContextsModule : AbpModule
{
    public OwnContextsModule() => SkipAutoServiceRegistration = true;

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.Replace(ServiceDescriptor.Transient<IConnectionStringResolver, TestDatabase.Resolver>());
        context.Services.Replace(ServiceDescriptor.Singleton<IClock, TestClock>());
        context.Services.Replace(ServiceDescriptor.Transient<IUserPrincipals, IdentityUserPrincipals>()); // who works for a user asks his roles, which only a host knows
        Configure<AbpMultiTenancyOptions>(options => options.IsEnabled = true);
        Configure<AbpBackgroundJobOptions>(options => options.IsJobExecutionEnabled = false);
    }
}

[DependsOn(typeof(OwnContextsModule), typeof(AbpEntityFrameworkCoreSqliteModule))]
public class OwnContextsOnSqlite : AbpModule
{
    public OwnContextsOnSqlite() => SkipAutoServiceRegistration = true;

    public override void ConfigureServices(ServiceConfigurationContext context) => Configure<AbpDbContextOptions>(options => options.UseSqlite());
}

[DependsOn(typeof(OwnContextsModule), typeof(AbpEntityFrameworkCorePostgreSqlModule))]
public class OwnContextsOnPostgreSql : AbpModule
{
    public OwnContextsOnPostgreSql() => SkipAutoServiceRegistration = true;

    public override void ConfigureServices(ServiceConfigurationContext context) => Configure<AbpDbContextOptions>(options => options.UseNpgsql());
}
