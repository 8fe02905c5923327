using Crm.Web.Menus;
using Kernel.Components;
using Kernel.Web;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.AspNetCore.Mvc.UI.Theme.Shared;
using Volo.Abp.Emailing;
using Volo.Abp.Modularity;
using Volo.Abp.UI.Navigation;

namespace Crm.Web;

[DependsOn(typeof(AbpAspNetCoreMvcUiThemeSharedModule), typeof(AbpEmailingModule), typeof(KernelWebModule), typeof(CrmApplicationModule))]
public class CrmWebModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AssetOptions>(options => options.Scripts.Add("/_content/Crm.Web/board.js"));
        Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new CrmMenuContributor()));
        Configure<AbpAspNetCoreMvcOptions>(options => options.ConventionalControllers
            .Create(typeof(CrmApplicationModule).Assembly, setting => setting.RootPath = "crm"));
    }
}
