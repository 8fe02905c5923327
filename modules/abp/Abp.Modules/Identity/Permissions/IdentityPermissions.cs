using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Identity.Localization;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Users;

namespace Volo.Abp.Identity;

[DependsOn(
    typeof(AbpIdentityDomainSharedModule), typeof(AbpUsersAbstractionModule), typeof(AbpAuthorizationModule),
    typeof(AbpPermissionManagementApplicationContractsModule))]
public class AbpIdentityApplicationContractsModule : AbpModule;

/// <summary>What an administrator of users and roles may do.</summary>
public static class IdentityPermissions
{
    public const string GroupName = "AbpIdentity";

    public static class Roles
    {
        public const string Default = GroupName + ".Roles";
        public const string Create = Default + ".Create";
        public const string Update = Default + ".Update";
        public const string Delete = Default + ".Delete";
        public const string ManagePermissions = Default + ".ManagePermissions";
    }

    public static class Users
    {
        public const string Default = GroupName + ".Users";
        public const string Create = Default + ".Create";
        public const string Update = Default + ".Update";
        public const string Delete = Default + ".Delete";
        public const string ManagePermissions = Default + ".ManagePermissions";
        public const string ManageRoles = Update + ".ManageRoles";
    }

    public static class UserLookup
    {
        public const string Default = GroupName + ".UserLookup";
    }

    public static string[] GetAll() =>
    [
        GroupName, Roles.Default, Roles.Create, Roles.Update, Roles.Delete, Roles.ManagePermissions, Users.Default, Users.Create,
        Users.Update, Users.Delete, Users.ManagePermissions, Users.ManageRoles, UserLookup.Default
    ];
}

public class IdentityPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(IdentityPermissions.GroupName, L("IdentityManagement"));
        var roles = group.AddPermission(IdentityPermissions.Roles.Default, L("RoleManagement"));
        roles.AddChild(IdentityPermissions.Roles.Create, L("Create"));
        roles.AddChild(IdentityPermissions.Roles.Update, L("Edit"));
        roles.AddChild(IdentityPermissions.Roles.Delete, L("Delete"));
        roles.AddChild(IdentityPermissions.Roles.ManagePermissions, L("ChangePermissions"));
        var users = group.AddPermission(IdentityPermissions.Users.Default, L("UserManagement"));
        users.AddChild(IdentityPermissions.Users.Create, L("Create"));
        users.AddChild(IdentityPermissions.Users.Update, L("Edit"))
            .AddChild(IdentityPermissions.Users.ManageRoles, L("ManageRoles"));
        users.AddChild(IdentityPermissions.Users.Delete, L("Delete"));
        users.AddChild(IdentityPermissions.Users.ManagePermissions, L("ChangePermissions"));
        group.AddPermission(IdentityPermissions.UserLookup.Default, L("UserLookup"))
            .WithProviders(ClientPermissionValueProvider.ProviderName);
    }

    private static LocalizableString L(string name) => LocalizableString.Create<IdentityResource>("Permission:" + name);
}
