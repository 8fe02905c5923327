using Kernel.EntityFrameworkCore;
using Kernel.Rights;
using Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parties.EntityFrameworkCore;
using Parties.Parties;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.Modularity;
using Volo.Abp.UI.Navigation;
using Volo.Abp.Users;

namespace Parties;

/// <summary>The one master of persons and companies: data, use cases, API and pages.</summary>
[DependsOn(
    typeof(PartiesContractsModule),
    typeof(KernelEntityFrameworkCoreModule),
    typeof(KernelWebModule),
    typeof(AbpDddApplicationModule),
    typeof(AbpEntityFrameworkCoreModule),
    typeof(AbpUsersAbstractionModule),
    typeof(AbpAspNetCoreMvcModule))]
public class PartiesModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<PartiesDbContext>(options =>
        {
            options.SetDefaultRepositoryClasses(typeof(PartiesRepository<,>), typeof(PartiesRepository<>));
            options.AddDefaultRepositories<IPartiesDbContext>(includeAllEntities: true);
            options.Entity<Party>(party => party.DefaultWithDetailsFunc = query => query.AsSingleQuery()
                .Include(x => x.Identifiers).Include(x => x.ContactPoints).Include(x => x.Addresses));
        });
        Configure<RecordRightsOptions>(options =>
        {
            options.Records<Party>(PartiesPermissions.Parties.Default, party => party.OwnerId, party => party.UnitId);
            options.Records<PartyRow>(PartiesPermissions.Parties.Default, party => party.OwnerId, party => party.UnitId);
            options.RecordsFollow<PartyIdentifier, Party>(identifier => identifier.PartyId);
            options.RecordsFollow<PartyContactPoint, Party>(point => point.PartyId);
            options.RecordsFollow<PartyPhoneRow, PartyRow>(phone => phone.PartyId);
            options.RecordsFollow<PartyIdentifierRow, PartyRow>(identifier => identifier.PartyId);
            options.RecordsFollow<PartyAddress, Party>(address => address.PartyId);
        });
        Configure<AbpAspNetCoreMvcOptions>(options => options.ConventionalControllers
            .Create(typeof(PartiesModule).Assembly, setting => setting.RootPath = "parties"));
        Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new PartiesMenuContributor()));
    }
}
