using Accounting;
using Inventory;
using Invoicing;
using Kernel;
using Kernel.Auditing;
using Kernel.EntityFrameworkCore;
using Kernel.Imports;
using Kernel.Reading;
using Kernel.Web;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Parties;
using Volo.Abp;
using Volo.Abp.AspNetCore.MultiTenancy;
using Volo.Abp.AspNetCore.Mvc.UI.Theming;
using Volo.Abp.AspNetCore.Mvc.UI.Theme.Shared;
using Volo.Abp.Auditing;
using Volo.Abp.AuditLogging.EntityFrameworkCore;
using Volo.Abp.Autofac;
using Volo.Abp.BlobStoring;
using Volo.Abp.BlobStoring.FileSystem;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Data;
using Volo.Abp.Emailing;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.FeatureManagement.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.Identity.AspNetCore;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.PermissionManagement.EntityFrameworkCore;
using Volo.Abp.PermissionManagement.Identity;
using Volo.Abp.SettingManagement.EntityFrameworkCore;
using Volo.Abp.TenantManagement;
using Volo.Abp.TenantManagement.EntityFrameworkCore;
using Volo.Abp.Timing;
using Volo.Abp.UI.Navigation;
using Volo.Abp.VirtualFileSystem;
using Workspace.Administration;
using Workspace.Administration.Jobs;
using Workspace.Administration.SeeAs;
using Workspace.Auditing;
using Workspace.Data;
using Workspace.Data.Jobs;
using Workspace.Databases;
using Workspace.Nodes;
using Workspace.Operations;
using Workspace.Rights;
using Workspace.Safety;
using Workspace.SignIn;
using Workspace.SignIn.TwoFactor;
using Workspace.Themes;

namespace Workspace;

/// <summary>The shared workspace without CRM: shell, sign-in, database, and the modules that CRM lives among.</summary>
[DependsOn(typeof(WorkspaceAuditingModule))]
[DependsOn(
    typeof(AbpAutofacModule), typeof(AbpAspNetCoreMultiTenancyModule), typeof(AbpAspNetCoreMvcUiThemeSharedModule),
    typeof(WorkspaceDatabaseModule), typeof(AbpEmailingModule), typeof(AbpBlobStoringFileSystemModule),
    typeof(AbpIdentityAspNetCoreModule), typeof(AbpIdentityApplicationContractsModule), typeof(AbpIdentityEntityFrameworkCoreModule), typeof(AbpPermissionManagementDomainIdentityModule),
    typeof(AbpPermissionManagementEntityFrameworkCoreModule), typeof(AbpSettingManagementEntityFrameworkCoreModule), typeof(AbpFeatureManagementEntityFrameworkCoreModule),
    typeof(AbpTenantManagementApplicationContractsModule), typeof(AbpTenantManagementEntityFrameworkCoreModule), typeof(AbpBackgroundJobsEntityFrameworkCoreModule), typeof(AbpAuditLoggingEntityFrameworkCoreModule),
    typeof(KernelEntityFrameworkCoreModule), typeof(KernelWebModule),
    typeof(PartiesModule), typeof(InventoryModule), typeof(InvoicingModule), typeof(AccountingModule))]
public partial class WorkspaceHostModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var data = DataFolder.From(context.Configuration);
        WorkspaceNodes.Add(context.Services, DatabaseOptions.From(context.Configuration).Provider, data);
        Readiness.Add(context.Services);
        Telemetry.Add(context.Services, context.Configuration);
        Configure<AbpEndpointRouterOptions>(options => options.EndpointConfigureActions.Add(routes => Readiness.Map(routes.Endpoints)));
        context.Services.AddResponseCompression();
        context.Services.AddHttpContextAccessor();
        context.Services.AddSignIn(context.Configuration);
        Configure<ForwardedHeadersOptions>(options => TrustedProxies.Configure(options, context.Configuration));
        Configure<HstsOptions>(options => options.MaxAge = TimeSpan.FromDays(365));

        context.Services.AddAbpDbContext<WorkspaceDbContext>(options =>
        {
            options.SetDefaultRepositoryClasses(typeof(WorkspaceRepository<,>), typeof(WorkspaceRepository<>));
            options.AddDefaultRepositories(includeAllEntities: true);
            options.AddRepository<JobRun, JobRunRepository>();
        });
        Configure<ImportOptions>(options => options.Folder = data.Imports);
        Configure<ChangeHistoryOptions>(WatchedEntities.Configure);
        Configure<ReadLedgerOptions>(options => options.Key = ReadLedgerKey.From(context.Configuration, data));
        Configure<AbpBlobStoringOptions>(options => options.Containers.ConfigureDefault(container => container.UseFileSystem(files => files.BasePath = data.Files)));
        Configure<AbpDistributedEventBusOptions>(options =>
        {
            options.Outboxes.Configure(outbox => outbox.UseDbContext<WorkspaceDbContext>());
            options.Inboxes.Configure(inbox => inbox.UseDbContext<WorkspaceDbContext>());
        });
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<AbpMultiTenancyOptions>(options => options.IsEnabled = true);

        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<WorkspaceHostModule>());
        Configure<AbpLocalizationOptions>(options =>
        {
            options.Resources.Add<WorkspaceResource>("en").AddBaseTypes(typeof(KernelResource)).AddVirtualJson("/Localization/Workspace")
                .AddVirtualJson("/Localization/Administration").AddVirtualJson("/Localization/Operations").AddVirtualJson("/Localization/Databases")
                .AddVirtualJson("/Localization/SignIn").AddVirtualJson("/Localization/Activities");
            options.DefaultResourceType = typeof(WorkspaceResource);
            options.Languages.Add(new LanguageInfo("fa", "fa", "فارسی"));
            options.Languages.Add(new LanguageInfo("en", "en", "English"));
        });
        WorkspaceSeed.TakeOverDefinitions(context.Services);
        context.Services.PostConfigure<AbpDataSeedOptions>(options => options.Contributors.Remove<PermissionDataSeedContributor>()); // AdministratorGrants stands in its place
        context.Services.PostConfigure<SecurityStampValidatorOptions>(SeeAsMiddleware.KeepOnRefresh);
        Configure<AbpAuditingOptions>(options => options.AlwaysLogSelectors.Add(log => Task.FromResult(log.ImpersonatorUserId is not null)));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Workspace", typeof(WorkspaceResource)));
        Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new AdministrationMenuContributor()));
        Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new OperationsMenuContributor()));
        Configure<AbpThemingOptions>(options =>
        {
            options.Themes.Add<WorkspaceTheme>();
            options.DefaultThemeName = WorkspaceTheme.Name;
        });
        ConfigureForAbpPackages();
    }

    public override void PostConfigureServices(ServiceConfigurationContext context)
    {
        MarkedCache.Add(context.Services);
        RememberedPermissions.Add(context.Services);
        context.Services.Replace(ServiceDescriptor.Transient<IAuditingStore, RequestLogStore>());
        context.Services.PostConfigure<MvcOptions>(options =>
        {
            options.Filters.Add(new DatabaseTroubleFilter());
            options.Filters.Add(new RequestLogFilter());
        });
    }

    /// <summary>What only ABP's own packages need; <c>WorkspaceHostModule.Abp.cs</c> has it, and nothing does in a build with the stand-in.</summary>
    partial void ConfigureForAbpPackages();

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        OnApplicationInitialization(context);
        await context.AddBackgroundWorkerAsync<JobRetentionWorker>();
    }

    public override void OnApplicationInitialization(ApplicationInitializationContext context)
    {
        var app = context.GetApplicationBuilder();
        app.UseForwardedHeaders();
        app.UseHsts();
        app.UseSecurityHeaders();
        app.UseCookiePolicy(new CookiePolicyOptions
        {
            // Secure wherever the page is: the two-command start has no certificate.
            Secure = CookieSecurePolicy.SameAsRequest, HttpOnly = HttpOnlyPolicy.Always, MinimumSameSitePolicy = SameSiteMode.Lax
        });
        app.UseAbpRequestLocalization();
        app.UseCorrelationId();
        app.UseExceptionHandler("/Error");
        app.UseStatusCodePagesWithReExecute("/Error", "?code={0}");
        app.UseBareStatusCodesForApi();
        app.UseResponseCompression();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMultiTenancy();
        app.UseRateLimiter();
        app.UseTwoFactorDemand();
        // Outside the unit of work: on SQLite the log would wait for the request's own transaction.
        app.UseAuditing();
        app.UseMiddleware<SeeAsMiddleware>(); // before the unit of work: what it asks must not begin the request's
        app.UseUnitOfWork();
        app.UseAuthorization();
        app.UseConfiguredEndpoints();
    }
}

[LocalizationResourceName("Workspace")]
public class WorkspaceResource;
