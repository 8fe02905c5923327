using Microsoft.Extensions.Caching.Distributed;
using Volo.Abp.Caching;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Uow;

namespace Volo.Abp.SettingManagement;

/// <summary>Reads and writes settings of anybody, where the setting provider reads those of the current user only.</summary>
public interface ISettingManager
{
    /// <param name="fallback">Also ask the providers before this one, unless the setting is not inherited.</param>
    Task<string> GetOrNullAsync(string name, string providerName, string providerKey, bool fallback = true);
    Task<List<SettingValue>> GetAllAsync(string providerName, string providerKey, bool fallback = true);

    /// <summary>Null, or a value equal to the fallback's, takes the row away unless <paramref name="forceToSet"/>.</summary>
    Task SetAsync(string name, string value, string providerName, string providerKey, bool forceToSet = false);
    Task DeleteAsync(string providerName, string providerKey);
}

internal class SettingManager(
    ISettingDefinitionManager definitions, ISettingRepository settings, SettingStore store,
    Microsoft.Extensions.Configuration.IConfiguration configuration, IGuidGenerator guids, IUnitOfWorkManager unitOfWorkManager,
    ICurrentTenant currentTenant, ISettingEncryptionService encryption) : ISettingManager
{
    // From the most general to the most particular.
    private static readonly string[] Providers =
    [
        DefaultValueSettingValueProvider.ProviderName, ConfigurationSettingValueProvider.ProviderName,
        GlobalSettingValueProvider.ProviderName, TenantSettingValueProvider.ProviderName, UserSettingValueProvider.ProviderName
    ];

    public async Task<string> GetOrNullAsync(string name, string providerName, string providerKey, bool fallback = true)
    {
        var setting = await definitions.GetAsync(name);
        var last = IndexOf(providerName);
        for (var provider = last; provider >= 0; provider--)
        {
            if (provider < last && (!fallback || !setting.IsInherited))
            {
                return null;
            }

            if (await ValueAsync(setting, Providers[provider], provider == last ? providerKey : null) is { } value)
            {
                return setting.IsEncrypted ? encryption.Decrypt(setting, value) : value;
            }
        }

        return null;
    }

    public async Task<List<SettingValue>> GetAllAsync(string providerName, string providerKey, bool fallback = true)
    {
        var values = new List<SettingValue>();
        foreach (var setting in await definitions.GetAllAsync())
        {
            if (await GetOrNullAsync(setting.Name, providerName, providerKey, fallback) is { } value)
            {
                values.Add(new SettingValue(setting.Name, value));
            }
        }

        return values;
    }

    public async Task SetAsync(string name, string value, string providerName, string providerKey, bool forceToSet = false)
    {
        var setting = await definitions.GetAsync(name);
        if (IndexOf(providerName) < IndexOf(GlobalSettingValueProvider.ProviderName))
        {
            throw new AbpException($"Can not set values for the provider {providerName}: it has none of its own.");
        }

        using var unitOfWork = unitOfWorkManager.Begin();
        var below = Providers[IndexOf(providerName) - 1];
        var isSameAsFallback = setting.IsInherited && value == await GetOrNullAsync(name, below, null);
        var row = await settings.FindAsync(name, providerName, providerKey);
        var kept = setting.IsEncrypted ? encryption.Encrypt(setting, value) : value;
        if (value is null || (isSameAsFallback && !forceToSet))
        {
            await DeleteAsync(row);
        }
        else if (row is null)
        {
            await settings.InsertAsync(new Setting(guids.Create(), name, kept, providerName, providerKey));
        }
        else
        {
            row.Value = kept;
            await settings.UpdateAsync(row);
        }

        await unitOfWork.CompleteAsync();
    }

    public async Task DeleteAsync(string providerName, string providerKey) =>
        await settings.DeleteManyAsync(await settings.GetListAsync(providerName, providerKey));

    private Task DeleteAsync(Setting row) => row is null ? Task.CompletedTask : settings.DeleteAsync(row);

    private async Task<string> ValueAsync(SettingDefinition setting, string providerName, string providerKey) => providerName switch
    {
        DefaultValueSettingValueProvider.ProviderName => setting.DefaultValue,
        ConfigurationSettingValueProvider.ProviderName => configuration[ConfigurationSettingValueProvider.ConfigurationNamePrefix + setting.Name],
        GlobalSettingValueProvider.ProviderName => await store.GetOrNullAsync(setting.Name, providerName, null),
        TenantSettingValueProvider.ProviderName when providerKey is null && currentTenant.Id is { } tenantId =>
            await store.GetOrNullAsync(setting.Name, providerName, tenantId.ToString()),
        _ when providerKey is null => null,
        _ => await store.GetOrNullAsync(setting.Name, providerName, providerKey)
    };

    private static int IndexOf(string providerName) => Array.IndexOf(Providers, providerName) is >= 0 and var index
        ? index
        : throw new AbpException($"Unknown setting value provider: {providerName}");
}

/// <summary>All values of one user, one tenant or of everybody together: one statement when cold, none when warm.</summary>
internal class SettingCache(IUnitOfWorkManager unitOfWorkManager, IDistributedCache stamps) : InvalidatedCache<Dictionary<string, string>>(unitOfWorkManager, stamps)
{
    public static string Key(string providerName, string providerKey) => $"pn:{providerName},pk:{providerKey}";
}

internal class SettingStore(ISettingRepository settings, SettingCache cache) : ISettingStore
{
    public async Task<string> GetOrNullAsync(string name, string providerName, string providerKey) =>
        (await ValuesAsync(providerName, providerKey)).GetValueOrDefault(name);

    public async Task<List<SettingValue>> GetAllAsync(string[] names, string providerName, string providerKey)
    {
        var values = await ValuesAsync(providerName, providerKey);
        return names.Select(name => new SettingValue(name, values.GetValueOrDefault(name))).ToList();
    }

    private Task<Dictionary<string, string>> ValuesAsync(string providerName, string providerKey) => cache.GetOrReadAsync(
        SettingCache.Key(providerName, providerKey),
        async () => (await settings.GetListAsync(providerName, providerKey)).ToDictionary(setting => setting.Name, setting => setting.Value));
}

internal class SettingCacheInvalidator(SettingCache cache) : ILocalEventHandler<EntityChangedEventData<Setting>>
{
    public Task HandleEventAsync(EntityChangedEventData<Setting> eventData)
    {
        cache.Invalidate(SettingCache.Key(eventData.Entity.ProviderName, eventData.Entity.ProviderKey));
        return Task.CompletedTask;
    }
}
