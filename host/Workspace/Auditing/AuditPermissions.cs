using Kernel.Auditing;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace Workspace.Auditing;

public static class AuditPermissions
{
    public const string GroupName = "Workspace";

    /// <summary>All changes and all reads of the organisation.</summary>
    public const string Default = GroupName + ".Audit";

    /// <summary>Who read a record, on the page of its history.</summary>
    public const string Readers = RecordHistory.Permission + ".Readers";
}

public class AuditPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.GetGroupOrNull(AuditPermissions.GroupName) ?? context.AddGroup(AuditPermissions.GroupName, L("Permission:Workspace"));
        group.AddPermission(AuditPermissions.Default, L("Permission:Audit"));
        group.AddPermission(RecordHistory.Permission, L("Permission:History")).AddChild(AuditPermissions.Readers, L("Permission:History.Readers"));
    }

    private static LocalizableString L(string name) => LocalizableString.Create<WorkspaceResource>(name);
}
