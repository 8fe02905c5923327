using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.PermissionManagement;

/// <summary>Grants what is not granted yet; takes nothing away.</summary>
public interface IPermissionDataSeeder
{
    Task SeedAsync(string providerName, string providerKey, IEnumerable<string> grantedPermissions, Guid? tenantId = null);
}

internal class PermissionDataSeeder(IPermissionGrantRepository grants, IGuidGenerator guids, ICurrentTenant currentTenant) : IPermissionDataSeeder
{
    public async Task SeedAsync(string providerName, string providerKey, IEnumerable<string> grantedPermissions, Guid? tenantId = null)
    {
        using var tenant = currentTenant.Change(tenantId);
        var names = grantedPermissions.Distinct().ToArray();
        var existing = (await grants.GetListAsync(names, providerName, providerKey)).Select(grant => grant.Name);
        await grants.InsertManyAsync(names.Except(existing).Select(
            name => new PermissionGrant(guids.Create(), name, providerName, providerKey, tenantId)));
    }
}

/// <summary>The role "admin" may do everything of its side.</summary>
public class PermissionDataSeedContributor(
    IPermissionDefinitionManager permissionDefinitionManager, IPermissionDataSeeder permissionDataSeeder, ICurrentTenant currentTenant) : IDataSeedContributor, ITransientDependency
{
    public virtual async Task SeedAsync(DataSeedContext context)
    {
        using var tenant = currentTenant.Change(context.TenantId);
        var side = currentTenant.GetMultiTenancySide();
        var names = (await permissionDefinitionManager.GetPermissionsAsync())
            .Where(permission => permission.MultiTenancySide.HasFlag(side))
            .Where(permission => permission.Providers.Count == 0 || permission.Providers.Contains(RolePermissionValueProvider.ProviderName))
            .Select(permission => permission.Name);
        await permissionDataSeeder.SeedAsync(RolePermissionValueProvider.ProviderName, "admin", names, context.TenantId);
    }
}
