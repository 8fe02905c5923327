using Volo.Abp.Modularity;

namespace Volo.Abp.Security;

public class AbpSecurityModule : AbpModule;
