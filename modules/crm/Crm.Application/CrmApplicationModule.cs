using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application;
using Volo.Abp.Modularity;
using Volo.Abp.Users;

namespace Crm;

[DependsOn(typeof(AbpDddApplicationModule), typeof(AbpUsersAbstractionModule), typeof(CrmDomainModule), typeof(CrmApplicationContractsModule))]
public class CrmApplicationModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context) => context.Services.AddMemoryCache();
}
