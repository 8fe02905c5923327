using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.MultiTenancy;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.AuditLogging.EntityFrameworkCore;
using Volo.Abp.Autofac;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.BlobStoring;
using Volo.Abp.BlobStoring.FileSystem;
using Volo.Abp.Emailing;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.FeatureManagement.EntityFrameworkCore;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement.EntityFrameworkCore;
using Volo.Abp.PermissionManagement.Identity;
using Volo.Abp.SettingManagement.EntityFrameworkCore;
using Volo.Abp.TenantManagement.EntityFrameworkCore;
using Volo.Abp.VirtualFileSystem;

namespace Abp.Tests.Shop;

/// <summary>A small host of its own: what the tests of ABP's behaviour run in, on either build.</summary>
[DependsOn(
    typeof(AbpAutofacModule),
    typeof(AbpDddApplicationModule),
    typeof(AbpAspNetCoreMvcModule),
    typeof(AbpAspNetCoreMultiTenancyModule),
    typeof(AbpEntityFrameworkCoreSqliteModule),
    typeof(AbpEmailingModule),
    typeof(AbpBlobStoringFileSystemModule))]
[DependsOn(
    typeof(AbpPermissionManagementDomainIdentityModule),
    typeof(AbpPermissionManagementEntityFrameworkCoreModule),
    typeof(AbpSettingManagementEntityFrameworkCoreModule),
    typeof(AbpFeatureManagementEntityFrameworkCoreModule),
    typeof(AbpBackgroundJobsEntityFrameworkCoreModule),
    typeof(AbpAuditLoggingEntityFrameworkCoreModule),
    typeof(AbpIdentityEntityFrameworkCoreModule),
    typeof(AbpTenantManagementEntityFrameworkCoreModule))]
public class ShopModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<ShopDbContext>(o =>
        {
            o.AddDefaultRepositories(includeAllEntities: true);
            o.Entity<Widget>(e => e.DefaultWithDetailsFunc = q => q.Include(x => x.Parts));
        });
        context.Services.AddAbpDbContext<SecondDbContext>();
        Configure<AbpDbContextOptions>(o => o.UseSqlite());
        Configure<AbpMultiTenancyOptions>(o => o.IsEnabled = true);
        Configure<AbpBlobStoringOptions>(o => o.Containers
            .ConfigureDefault(c => c.UseFileSystem(files => files.BasePath = Path.Combine(Path.GetTempPath(), $"shop-files-{Environment.ProcessId}")))
            .Configure<CatalogueFiles>(c => c.IsMultiTenant = false));
        Configure<AbpBackgroundJobOptions>(o => o.IsJobExecutionEnabled = false);
        Configure<AbpAspNetCoreMvcOptions>(o => o.ConventionalControllers.Create(typeof(ShopModule).Assembly));
        Configure<AbpVirtualFileSystemOptions>(o => o.FileSets.AddEmbedded<ShopModule>());
        Configure<AbpLocalizationOptions>(o =>
        {
            o.Languages.Add(new LanguageInfo("en", "en", "English"));
            o.Languages.Add(new LanguageInfo("fa", "fa", "فارسی"));
            o.Resources.Add<ShopResource>("en").AddVirtualJson("/Localization/Shop");
            o.Resources.Add<BrokenResource>("en").AddVirtualJson("/Localization/Broken");
        });
        Configure<AbpExceptionLocalizationOptions>(o => o.MapCodeNamespace("Shop", typeof(ShopResource)));
        context.Services.AddAuthentication(HeaderSignIn.Scheme).AddScheme<AuthenticationSchemeOptions, HeaderSignIn>(HeaderSignIn.Scheme, null);
    }

    public override void OnApplicationInitialization(ApplicationInitializationContext context)
    {
        var app = context.GetApplicationBuilder();
        app.UseAbpRequestLocalization();
        app.UseCorrelationId();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMultiTenancy();
        app.UseAuditing();
        app.UseUnitOfWork();
        app.UseAuthorization();
        app.UseConfiguredEndpoints();
    }
}

[LocalizationResourceName("Shop")]
public class ShopResource;

[LocalizationResourceName("Broken")]
public class BrokenResource;

[BlobContainerName("catalogue")]
public class CatalogueFiles;
