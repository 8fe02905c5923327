using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.UI.Navigation;
using Workspace.Leavers;

namespace Workspace.Auditing;

/// <summary>Audit and leavers: their menu and texts, and what a notice forbids.</summary>
[DependsOn(typeof(AbpUiNavigationModule), typeof(AbpAuthorizationModule), typeof(AbpLocalizationModule))]
public class WorkspaceAuditingModule : AbpModule
{
    public WorkspaceAuditingModule() => SkipAutoServiceRegistration = true; // the host's module registers this assembly

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpPermissionOptions>(options => options.ValueProviders.Add<LeaverPermissionValueProvider>());
        Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new AuditMenuContributor()));
    }

    public override void PostConfigureServices(ServiceConfigurationContext context) => // the host has made its resource by then
        Configure<AbpLocalizationOptions>(options => options.Resources.Get<WorkspaceResource>().AddVirtualJson("/Localization/Auditing"));
}
