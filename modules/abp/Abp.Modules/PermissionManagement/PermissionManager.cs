using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SimpleStateChecking;
using Volo.Abp.Uow;

namespace Volo.Abp.PermissionManagement;

internal class PermissionManager(
    IPermissionDefinitionManager definitions, ISimpleStateCheckerManager<PermissionDefinition> states, IPermissionGrantRepository grants,
    IGuidGenerator guids, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager, IServiceProvider services) : IPermissionManager
{
    private static readonly string[] KnownProviders =
        [UserPermissionValueProvider.ProviderName, RolePermissionValueProvider.ProviderName, ClientPermissionValueProvider.ProviderName];

    public async Task<PermissionWithGrantedProviders> GetAsync(string permissionName, string providerName, string providerKey)
    {
        var permission = await definitions.GetOrNullAsync(permissionName);
        return permission is null
            ? new PermissionWithGrantedProviders(permissionName, false)
            : (await GetAsync([permission], providerName, providerKey)).Single();
    }

    public async Task<List<PermissionWithGrantedProviders>> GetAllAsync(string providerName, string providerKey) =>
        await GetAsync(await definitions.GetPermissionsAsync(), providerName, providerKey);

    public async Task SetAsync(string permissionName, string providerName, string providerKey, bool isGranted)
    {
        if (await definitions.GetOrNullAsync(permissionName) is not { } permission)
        {
            return;
        }

        await CheckCanBeSetAsync(permission, providerName);
        using var unitOfWork = unitOfWorkManager.Begin();
        if ((await GetAsync(permissionName, providerName, providerKey)).IsGranted != isGranted)
        {
            if (!KnownProviders.Contains(providerName))
            {
                throw new AbpException("Unknown permission management provider: " + providerName);
            }

            await WriteAsync(permissionName, providerName, providerKey, isGranted);
        }

        await unitOfWork.CompleteAsync();
    }

    public async Task<PermissionGrant> UpdateProviderKeyAsync(PermissionGrant permissionGrant, string providerKey)
    {
        using var unitOfWork = unitOfWorkManager.Begin();
        await grants.DeleteAsync(permissionGrant);
        var moved = await grants.InsertAsync(new PermissionGrant(
            guids.Create(), permissionGrant.Name, permissionGrant.ProviderName, providerKey, permissionGrant.TenantId));
        await unitOfWork.CompleteAsync();
        return moved;
    }

    public async Task DeleteAsync(string providerName, string providerKey) =>
        await grants.DeleteManyAsync(await grants.GetListAsync(providerName, providerKey));

    private async Task WriteAsync(string name, string providerName, string providerKey, bool isGranted)
    {
        var grant = await grants.FindAsync(name, providerName, providerKey);
        if (isGranted && grant is null)
        {
            await grants.InsertAsync(new PermissionGrant(guids.Create(), name, providerName, providerKey, currentTenant.Id));
        }
        else if (!isGranted && grant is not null)
        {
            await grants.DeleteAsync(grant);
        }
    }

    private async Task CheckCanBeSetAsync(PermissionDefinition permission, string providerName)
    {
        if (!permission.IsEnabled || !await states.IsEnabledAsync(permission))
        {
            throw new ApplicationException($"The permission named '{permission.Name}' is disabled!");
        }

        if (permission.Providers.Count > 0 && !permission.Providers.Contains(providerName))
        {
            throw new ApplicationException($"The permission named '{permission.Name}' is not compatible with the provider named '{providerName}'");
        }

        if (!permission.MultiTenancySide.HasFlag(currentTenant.GetMultiTenancySide()))
        {
            throw new ApplicationException(
                $"The permission named '{permission.Name}' has multitenancy side '{permission.MultiTenancySide}' which is not compatible with the current multitenancy side '{currentTenant.GetMultiTenancySide()}'");
        }
    }

    // A user has what his roles have, beside what he was granted himself.
    private async Task<List<PermissionWithGrantedProviders>> GetAsync(
        IReadOnlyCollection<PermissionDefinition> permissions, string providerName, string providerKey)
    {
        var sources = new List<(string Name, string Key)> { (providerName, providerKey) };
        if (providerName == UserPermissionValueProvider.ProviderName
            && services.GetService<IUserRoleFinder>() is { } roles && Guid.TryParse(providerKey, out var userId))
        {
            sources.AddRange((await roles.GetRoleNamesAsync(userId)).Select(role => (RolePermissionValueProvider.ProviderName, role)));
        }

        var result = permissions.ToDictionary(permission => permission.Name, permission => new PermissionWithGrantedProviders(permission.Name, false));
        foreach (var source in sources)
        {
            foreach (var grant in await grants.GetListAsync(source.Name, source.Key))
            {
                if (result.TryGetValue(grant.Name, out var granted))
                {
                    granted.IsGranted = true;
                    granted.Providers.Add(new PermissionValueProviderInfo(source.Name, source.Key));
                }
            }
        }

        return result.Values.ToList();
    }
}
