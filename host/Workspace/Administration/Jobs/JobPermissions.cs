using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace Workspace.Administration.Jobs;

public static class JobPermissions
{
    public const string Default = WorkspacePermissions.GroupName + ".Jobs";

    /// <summary>Retry and abandon.</summary>
    public const string Manage = Default + ".Manage";
}

public class JobPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context) => context
        .GetWorkspaceGroup()
        .AddPermission(JobPermissions.Default, L("Jobs"))
        .AddChild(JobPermissions.Manage, L("Jobs.Manage"));

    private static LocalizableString L(string name) => LocalizableString.Create<WorkspaceResource>("Permission:" + name);
}

internal static class WorkspacePermissionGroup
{
    /// <summary>Whichever part of administration is defined first makes the group.</summary>
    public static PermissionGroupDefinition GetWorkspaceGroup(this IPermissionDefinitionContext context) =>
        context.GetGroupOrNull(WorkspacePermissions.GroupName)
        ?? context.AddGroup(WorkspacePermissions.GroupName, LocalizableString.Create<WorkspaceResource>("Permission:Workspace"));
}
