using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.AspNetCore.Auditing;
using Volo.Abp.Auditing;
using Volo.Abp.Authorization;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.Security;
using Volo.Abp.Uow;
using Volo.Abp.Validation;
using Volo.Abp.VirtualFileSystem;

namespace Volo.Abp.AspNetCore;

/// <summary>Middleware and services that a web host needs, with or without MVC.</summary>
[DependsOn(
    typeof(AbpAuditingModule), typeof(AbpSecurityModule), typeof(AbpVirtualFileSystemModule), typeof(AbpUnitOfWorkModule),
    typeof(AbpAuthorizationModule), typeof(AbpValidationModule), typeof(AbpExceptionHandlingModule))]
public class AbpAspNetCoreModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddHttpContextAccessor();
        context.Services.AddAuthorization();
        context.Services.AddRouting();
        context.Services.AddObjectAccessor<IApplicationBuilder>();
        Configure<AbpAuditingOptions>(options => options.Contributors.Add(new AspNetCoreAuditLogContributor()));
    }
}

public static class AbpAspNetCoreConsts
{
    public const string DefaultApiPrefix = "api";
    public const string DefaultIntegrationServiceApiPrefix = "integration-api";
}
