using Volo.Abp.Application;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.TenantManagement.Localization;

namespace Volo.Abp.TenantManagement;

[DependsOn(
    typeof(AbpDddApplicationContractsModule), typeof(AbpTenantManagementDomainSharedModule), typeof(AbpAuthorizationAbstractionsModule))]
public class AbpTenantManagementApplicationContractsModule : AbpModule;

/// <summary>What an administrator of the host may do with tenants.</summary>
public static class TenantManagementPermissions
{
    public const string GroupName = "AbpTenantManagement";

    public static class Tenants
    {
        public const string Default = GroupName + ".Tenants";
        public const string Create = Default + ".Create";
        public const string Update = Default + ".Update";
        public const string Delete = Default + ".Delete";
        public const string ManageFeatures = Default + ".ManageFeatures";
        public const string ManageConnectionStrings = Default + ".ManageConnectionStrings";
    }

    public static string[] GetAll() =>
    [
        GroupName, Tenants.Default, Tenants.Create, Tenants.Update, Tenants.Delete, Tenants.ManageFeatures, Tenants.ManageConnectionStrings
    ];
}

public class AbpTenantManagementPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var tenants = context.AddGroup(TenantManagementPermissions.GroupName, L("TenantManagement"))
            .AddPermission(TenantManagementPermissions.Tenants.Default, L("TenantManagement"), MultiTenancySides.Host);
        tenants.AddChild(TenantManagementPermissions.Tenants.Create, L("Create"), MultiTenancySides.Host);
        tenants.AddChild(TenantManagementPermissions.Tenants.Update, L("Edit"), MultiTenancySides.Host);
        tenants.AddChild(TenantManagementPermissions.Tenants.Delete, L("Delete"), MultiTenancySides.Host);
        tenants.AddChild(TenantManagementPermissions.Tenants.ManageFeatures, L("ManageFeatures"), MultiTenancySides.Host);
        tenants.AddChild(TenantManagementPermissions.Tenants.ManageConnectionStrings, L("ManageConnectionStrings"), MultiTenancySides.Host);
    }

    private static LocalizableString L(string name) => LocalizableString.Create<AbpTenantManagementResource>("Permission:" + name);
}
