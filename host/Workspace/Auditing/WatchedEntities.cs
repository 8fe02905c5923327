using Kernel.Auditing;
using Volo.Abp.Identity;
using Volo.Abp.TenantManagement;

namespace Workspace.Auditing;

/// <summary>Of which entities the history of changes is kept: everything of the business, and who may do what. Never the framework's own records.</summary>
public static class WatchedEntities
{
    private static readonly HashSet<string> OfAbp =
    [
        "Volo.Abp.Identity.IdentityUser", "Volo.Abp.Identity.IdentityRole", "Volo.Abp.Identity.OrganizationUnit",
        "Volo.Abp.PermissionManagement.PermissionGrant", "Volo.Abp.SettingManagement.Setting",
        "Volo.Abp.TenantManagement.Tenant", "Volo.Abp.FeatureManagement.FeatureValue"
    ];

    public static void Configure(ChangeHistoryOptions options)
    {
        options.Watched.Add(entity => OfAbp.Contains(entity.FullName!)
            || (!entity.FullName!.StartsWith("Volo.", StringComparison.Ordinal) && !entity.FullName.StartsWith("Kernel.", StringComparison.Ordinal)));
        options.Secret.Add((typeof(IdentityUserToken), nameof(IdentityUserToken.Value)));
        options.Secret.Add((typeof(TenantConnectionString), nameof(TenantConnectionString.Value)));
    }
}
