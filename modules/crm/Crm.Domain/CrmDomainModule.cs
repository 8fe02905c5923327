using Parties;
using Volo.Abp.Domain;
using Volo.Abp.Modularity;

namespace Crm;

[DependsOn(typeof(AbpDddDomainModule), typeof(CrmDomainSharedModule), typeof(PartiesContractsModule))]
public class CrmDomainModule : AbpModule;
