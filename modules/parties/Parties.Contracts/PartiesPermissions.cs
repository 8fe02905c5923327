using Kernel.Rights;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace Parties;

public static class PartiesPermissions
{
    public const string GroupName = "Parties";

    public static class Parties
    {
        public const string Default = GroupName + ".Parties";
        public const string Create = Default + ".Create";
        public const string Edit = Default + ".Edit";
        public const string Delete = Default + ".Delete";
        public const string SetOwner = Default + ".SetOwner";
    }
}

public class PartiesPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var parties = context.AddGroup(PartiesPermissions.GroupName, L("Permission:Parties"))
            .AddPermission(PartiesPermissions.Parties.Default, L("Permission:Parties.Parties"))
            .AddRecordScopes();
        parties.AddChild(PartiesPermissions.Parties.Create, L("Permission:Parties.Parties.Create"));
        parties.AddChild(PartiesPermissions.Parties.Edit, L("Permission:Parties.Parties.Edit"));
        parties.AddChild(PartiesPermissions.Parties.Delete, L("Permission:Parties.Parties.Delete"));
        parties.AddChild(PartiesPermissions.Parties.SetOwner, L("Permission:Parties.Parties.SetOwner"));
    }

    private static LocalizableString L(string name) => LocalizableString.Create<PartiesResource>(name);
}
