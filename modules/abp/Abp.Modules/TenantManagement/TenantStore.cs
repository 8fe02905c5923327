using Microsoft.Extensions.Caching.Distributed;
using Volo.Abp.Caching;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.TenantManagement;

/// <summary>Tenants as each request needs them: no statement when warm. A tenant that is not there is remembered too.</summary>
internal class TenantCache(IUnitOfWorkManager unitOfWorkManager, IDistributedCache stamps) : InvalidatedCache<TenantConfiguration>(unitOfWorkManager, stamps)
{
    private const string All = "";

    public static string Key(Guid id) => $"i:{id}";

    public static string Key(string normalizedName) => $"n:{normalizedName}";

    protected override string GroupOf(string key) => All;

    public void InvalidateAll() => Invalidate(All);
}

internal class TenantStore(ITenantRepository tenants, TenantCache cache, ICurrentTenant currentTenant) : ITenantStore
{
    public Task<TenantConfiguration> FindAsync(string normalizedName) =>
        FindAsync(TenantCache.Key(normalizedName), () => tenants.FindByNameAsync(normalizedName));

    public Task<TenantConfiguration> FindAsync(Guid id) => FindAsync(TenantCache.Key(id), () => tenants.FindAsync(id));

    public async Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false)
    {
        using (currentTenant.Change(null))
        {
            return (await tenants.GetListAsync(includeDetails: includeDetails, sorting: nameof(Tenant.Name))).Select(ToConfiguration).ToList();
        }
    }

    private Task<TenantConfiguration> FindAsync(string key, Func<Task<Tenant>> find) => cache.GetOrReadAsync(key, async () =>
    {
        using (currentTenant.Change(null))
        {
            return await find() is { } tenant ? ToConfiguration(tenant) : null;
        }
    });

    private static TenantConfiguration ToConfiguration(Tenant tenant)
    {
        var strings = new ConnectionStrings();
        foreach (var connection in tenant.ConnectionStrings)
        {
            strings[connection.Name] = connection.Value;
        }

        return new TenantConfiguration(tenant.Id, tenant.Name, tenant.NormalizedName) { ConnectionStrings = strings };
    }
}

/// <summary>All together, since a renamed tenant must not be found by its former name. Tenants change seldom.</summary>
internal class TenantCacheInvalidator(TenantCache cache) : ILocalEventHandler<EntityChangedEventData<Tenant>>
{
    public Task HandleEventAsync(EntityChangedEventData<Tenant> eventData)
    {
        cache.InvalidateAll();
        return Task.CompletedTask;
    }
}
