using Microsoft.Extensions.Caching.Distributed;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Caching;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.PermissionManagement;

/// <summary>All grants of a user, role or client together: one statement when cold, none when warm.</summary>
internal class PermissionGrantCache(IUnitOfWorkManager unitOfWorkManager, IDistributedCache stamps) : InvalidatedCache<HashSet<string>>(unitOfWorkManager, stamps)
{
    public static string Key(Guid? tenantId, string providerName, string providerKey) => $"t:{tenantId},pn:{providerName},pk:{providerKey}";
}

internal class PermissionStore(IPermissionGrantRepository grants, PermissionGrantCache cache, ICurrentTenant currentTenant) : IPermissionStore
{
    public async Task<bool> IsGrantedAsync(string name, string providerName, string providerKey) =>
        (await GrantedAsync(providerName, providerKey)).Contains(name);

    public async Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names, string providerName, string providerKey)
    {
        var granted = await GrantedAsync(providerName, providerKey);
        var result = new MultiplePermissionGrantResult();
        foreach (var name in names)
        {
            result.Result[name] = granted.Contains(name) ? PermissionGrantResult.Granted : PermissionGrantResult.Undefined;
        }

        return result;
    }

    private Task<HashSet<string>> GrantedAsync(string providerName, string providerKey) => cache.GetOrReadAsync(
        PermissionGrantCache.Key(currentTenant.Id, providerName, providerKey),
        async () => (await grants.GetListAsync(providerName, providerKey)).Select(grant => grant.Name).ToHashSet());
}

internal class PermissionGrantCacheInvalidator(PermissionGrantCache cache) : ILocalEventHandler<EntityChangedEventData<PermissionGrant>>
{
    public Task HandleEventAsync(EntityChangedEventData<PermissionGrant> eventData)
    {
        var grant = eventData.Entity;
        cache.Invalidate(PermissionGrantCache.Key(grant.TenantId, grant.ProviderName, grant.ProviderKey));
        return Task.CompletedTask;
    }
}

/// <summary>Grants follow a role that is renamed, and go with a role or user that is deleted.</summary>
internal class GrantOwnerHandler(IPermissionManager permissions, IPermissionGrantRepository grants) :
    ILocalEventHandler<RoleRenamed>,
    ILocalEventHandler<EntityDeletedEventData<IdentityRole>>,
    ILocalEventHandler<EntityDeletedEventData<IdentityUser>>
{
    public async Task HandleEventAsync(RoleRenamed renamed)
    {
        foreach (var grant in await grants.GetListAsync(RolePermissionValueProvider.ProviderName, renamed.FormerName))
        {
            await permissions.UpdateProviderKeyAsync(grant, renamed.Role.Name);
        }
    }

    public Task HandleEventAsync(EntityDeletedEventData<IdentityRole> deleted) =>
        permissions.DeleteAsync(RolePermissionValueProvider.ProviderName, deleted.Entity.Name);

    public Task HandleEventAsync(EntityDeletedEventData<IdentityUser> deleted) =>
        permissions.DeleteAsync(UserPermissionValueProvider.ProviderName, deleted.Entity.Id.ToString());
}
