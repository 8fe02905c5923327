using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Modularity;
using Volo.Abp.Users.EntityFrameworkCore;

namespace Volo.Abp.Identity.EntityFrameworkCore;

[DependsOn(typeof(AbpIdentityDomainModule), typeof(AbpUsersEntityFrameworkCoreModule))]
public class AbpIdentityEntityFrameworkCoreModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddAbpDbContext<IdentityDbContext>(options =>
        {
            options.AddDefaultRepositories<IIdentityDbContext>(includeAllEntities: true);
            options.AddRepository<IdentityUser, EfCoreIdentityUserRepository>();
            options.AddRepository<IdentityRole, EfCoreIdentityRoleRepository>();
            options.AddRepository<IdentitySession, EfCoreIdentitySessionRepository>();
            options.AddRepository<IdentitySecurityLog, EfCoreIdentitySecurityLogRepository>();
            options.AddRepository<OrganizationUnit, EfCoreOrganizationUnitRepository>();
        });
}
