using Inventory.Deliveries;
using Inventory.EntityFrameworkCore;
using Kernel.EntityFrameworkCore;
using Kernel.Rights;
using Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.UI.Navigation;
using Volo.Abp.Users;

namespace Inventory;

/// <summary>Products, what is there of them and what customers got: data, use cases, API and pages.</summary>
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
        {
            options.SetDefaultRepositoryClasses(typeof(InventoryRepository<,>), typeof(InventoryRepository<>));
            options.AddDefaultRepositories<IInventoryDbContext>(includeAllEntities: true);
            options.AddRepository<PartyRow, InventoryPartyRows>();
            options.Entity<DeliveryOrder>(entity => entity.DefaultWithDetailsFunc = orders => orders.Include(order => order.Lines));
            options.Entity<DeliveryNote>(entity => entity.DefaultWithDetailsFunc = notes => notes.Include(note => note.Lines).ThenInclude(line => line.Serials));
        });
        Configure<RecordRightsOptions>(options =>
        {
            options.RecordsFollow<DeliveryOrder, PartyRow>(order => order.PartyId, InventoryPermissions.Deliveries.Default);
            options.RecordsFollow<DeliveryOrderLine, DeliveryOrder>(line => line.OrderId);
            options.RecordsFollow<DeliveryNote, PartyRow>(note => note.PartyId, InventoryPermissions.Deliveries.Default);
            options.RecordsFollow<DeliveryNoteLine, DeliveryNote>(line => line.NoteId);
            options.RecordsFollow<DeliveredSerial, DeliveryNote>(serial => serial.NoteId);
        });
        Configure<AbpAspNetCoreMvcOptions>(options => options.ConventionalControllers
            .Create(typeof(InventoryModule).Assembly, setting => setting.RootPath = "inventory"));
        Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new InventoryMenuContributor()));
    }
}
