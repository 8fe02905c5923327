using Parties;
using Volo.Abp.Application;
using Volo.Abp.Authorization;
using Volo.Abp.Features;
using Volo.Abp.Modularity;

namespace Crm;

[DependsOn(
    typeof(AbpDddApplicationContractsModule),
    typeof(AbpAuthorizationModule),
    typeof(AbpFeaturesModule),
    typeof(CrmDomainSharedModule),
    typeof(PartiesContractsModule))]
public class CrmApplicationContractsModule : AbpModule;
