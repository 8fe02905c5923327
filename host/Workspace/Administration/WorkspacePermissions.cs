using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace Workspace.Administration;

/// <summary>What ABP's own modules have no permission for.</summary>
public static class WorkspacePermissions
{
    public const string GroupName = "Workspace";

    public static class Units
    {
        public const string Default = GroupName + ".Units";
        public const string Manage = Default + ".Manage";
    }

    /// <summary>To see, not to act, as somebody else.</summary>
    public const string SeeAs = GroupName + ".SeeAs";
}

public class WorkspacePermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.GetGroupOrNull(WorkspacePermissions.GroupName) ?? context.AddGroup(WorkspacePermissions.GroupName, L("Workspace"));
        group.AddPermission(WorkspacePermissions.Units.Default, L("Units")).AddChild(WorkspacePermissions.Units.Manage, L("Units.Manage"));
        group.AddPermission(WorkspacePermissions.SeeAs, L("SeeAs"));
    }

    private static LocalizableString L(string name) => LocalizableString.Create<WorkspaceResource>("Permission:" + name);
}
