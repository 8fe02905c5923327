using Parties;
using Volo.Abp.Application;
using Volo.Abp.Authorization;
using Volo.Abp.Modularity;

namespace Crm;

[DependsOn(
    typeof(AbpDddApplicationContractsModule),
    typeof(AbpAuthorizationModule),
    typeof(CrmDomainSharedModule),
    typeof(PartiesContractsModule))]
public class CrmApplicationContractsModule : AbpModule;
