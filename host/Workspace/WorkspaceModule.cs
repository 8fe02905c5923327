using Crm;
using Crm.Web;
using Volo.Abp.Modularity;

namespace Workspace;

/// <summary>The workspace as we ship it: the host with its business modules, and CRM. Take CRM's line out and the rest is whole.</summary>
[DependsOn(
    typeof(WorkspaceHostModule),
    typeof(CrmEntityFrameworkCoreModule), typeof(CrmApplicationModule), typeof(CrmWebModule))]
public class WorkspaceModule : AbpModule;
