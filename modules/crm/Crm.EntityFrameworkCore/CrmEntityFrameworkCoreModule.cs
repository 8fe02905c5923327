using Crm.EntityFrameworkCore;
using Kernel.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;

namespace Crm;

[DependsOn(typeof(AbpEntityFrameworkCoreModule), typeof(KernelEntityFrameworkCoreModule), typeof(CrmDomainModule))]
public class CrmEntityFrameworkCoreModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddAbpDbContext<CrmDbContext>(options => options.AddDefaultRepositories<ICrmDbContext>(includeAllEntities: true));
}
