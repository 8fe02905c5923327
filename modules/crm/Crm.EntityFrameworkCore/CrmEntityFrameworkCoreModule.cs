using Crm.Activities;
using Crm.Contacts;
using Crm.Customers;
using Crm.EntityFrameworkCore;
using Crm.Permissions;
using Kernel.EntityFrameworkCore;
using Kernel.Rights;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;

namespace Crm;

[DependsOn(
    typeof(AbpEntityFrameworkCoreModule), typeof(KernelEntityFrameworkCoreModule), typeof(CrmDomainModule), typeof(CrmApplicationContractsModule))]
public class CrmEntityFrameworkCoreModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<CrmDbContext>(options =>
        {
            options.SetDefaultRepositoryClasses(typeof(CrmRepository<,>), typeof(CrmRepository<>));
            options.AddDefaultRepositories<ICrmDbContext>(includeAllEntities: true);
        });
        Configure<RecordRightsOptions>(options =>
        {
            options.RecordsFollow<Customer, PartyRow>(customer => customer.Id);
            options.RecordsFollow<Contact, PartyRow>(contact => contact.CustomerId);
            options.RecordsFollow<Activity, PartyRow>(activity => activity.PartyId, CrmPermissions.Activities.Default, activity => activity.OwnerId);
        });
    }
}
