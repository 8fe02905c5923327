using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Ui.Branding;

namespace Workspace;

[Dependency(ReplaceServices = true)]
public class WorkspaceBrandingProvider(IStringLocalizer<WorkspaceResource> texts) : DefaultBrandingProvider
{
    public override string AppName => texts["Workspace"];
}
