using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Workspace.Administration.Jobs;

namespace Workspace.Administration.Settings;

public static class SettingPermissions
{
    /// <summary>To see all of them.</summary>
    public const string Default = WorkspacePermissions.GroupName + ".Settings";
    public const string Display = Default + ".Display";
    public const string SignIn = Default + ".SignIn";
    public const string Emailing = Default + ".Emailing";
    public const string Business = Default + ".Business";
}

public class SettingPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var settings = context.GetWorkspaceGroup().AddPermission(SettingPermissions.Default, L("Settings"));
        foreach (var name in (string[])[SettingPermissions.Display, SettingPermissions.SignIn, SettingPermissions.Emailing, SettingPermissions.Business])
        {
            settings.AddChild(name, L(name[(WorkspacePermissions.GroupName.Length + 1)..]));
        }
    }

    private static LocalizableString L(string name) => LocalizableString.Create<WorkspaceResource>("Permission:" + name);
}
