using Inventory.EntityFrameworkCore;
using Kernel.EntityFrameworkCore;
using Kernel.Web;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.UI.Navigation;
using Volo.Abp.Users;

namespace Inventory;

/// <summary>Products and what is there of them: data, use cases, API and pages.</summary>
[DependsOn(
    typeof(InventoryContractsModule),
    typeof(KernelEntityFrameworkCoreModule),
    typeof(KernelWebModule),
    typeof(AbpDddApplicationModule),
    typeof(AbpEntityFrameworkCoreModule),
    typeof(AbpUsersAbstractionModule),
    typeof(AbpAspNetCoreMvcModule))]
public class InventoryModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<InventoryDbContext>(options =>
            options.AddDefaultRepositories<IInventoryDbContext>(includeAllEntities: true));
        Configure<AbpAspNetCoreMvcOptions>(options => options.ConventionalControllers
            .Create(typeof(InventoryModule).Assembly, setting => setting.RootPath = "inventory"));
        Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new InventoryMenuContributor()));
    }
}
