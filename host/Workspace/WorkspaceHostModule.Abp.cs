using Volo.Abp.AspNetCore.Mvc.Libs;
using Volo.Abp.Modularity;

namespace Workspace;

public partial class WorkspaceHostModule
{
    partial void ConfigureForAbpPackages()
    {
        // Our theme brings its own bundles: the client libraries that ABP's themes install under wwwroot/libs are not there, and not missed.
        Configure<AbpMvcLibsOptions>(options => options.CheckLibs = false);
    }
}
