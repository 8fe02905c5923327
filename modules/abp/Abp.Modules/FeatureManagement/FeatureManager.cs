using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Localization;
using Volo.Abp.Caching;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus;
using Volo.Abp.Features;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;

namespace Volo.Abp.FeatureManagement;

/// <summary>Reads and writes features of anybody, where the feature checker reads those of the current tenant only.</summary>
public interface IFeatureManager
{
    /// <param name="fallback">Also ask the providers before this one.</param>
    Task<string> GetOrNullAsync(string name, string providerName, string providerKey, bool fallback = true);
    Task<FeatureNameValueWithGrantedProvider> GetOrNullWithProviderAsync(string name, string providerName, string providerKey, bool fallback = true);
    Task<List<FeatureNameValue>> GetAllAsync(string providerName, string providerKey, bool fallback = true);
    Task<List<FeatureNameValueWithGrantedProvider>> GetAllWithProviderAsync(string providerName, string providerKey, bool fallback = true);

    /// <summary>Null, or a value equal to the fallback's, takes the row away unless <paramref name="forceToSet"/>.</summary>
    /// <exception cref="FeatureValueInvalidException">The feature's type does not take the value.</exception>
    Task SetAsync(string name, string value, string providerName, string providerKey, bool forceToSet = false);
    Task DeleteAsync(string providerName, string providerKey);
}

public class FeatureNameValue : NameValue
{
    public FeatureNameValue()
    {
    }

    public FeatureNameValue(string name, string value) => (Name, Value) = (name, value);
}

public class FeatureNameValueWithGrantedProvider : NameValue
{
    public FeatureNameValueWithGrantedProvider(string name, string value) => (Name, Value) = (name, value);

    /// <summary>Who gave the value; null when nobody did.</summary>
    public FeatureValueProviderInfo Provider { get; set; }
}

public class FeatureValueProviderInfo(string name, string key)
{
    public string Name { get; } = name;
    public string Key { get; } = key;
}

public static class FeatureManagementDomainErrorCodes
{
    public const string FeatureValueInvalid = "Volo.Abp.FeatureManagement:InvalidFeatureValue";
}

public class FeatureValueInvalidException : BusinessException
{
    public FeatureValueInvalidException(string name) : base(FeatureManagementDomainErrorCodes.FeatureValueInvalid) => WithData("0", name);
}

internal class FeatureManager(
    IFeatureDefinitionManager definitions, IFeatureValueRepository values, FeatureStore store, IStringLocalizerFactory localizers,
    IGuidGenerator guids, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, ICurrentPrincipalAccessor principal) : IFeatureManager
{
    // From the most general to the most particular.
    private static readonly string[] Providers =
        [DefaultValueFeatureValueProvider.ProviderName, EditionFeatureValueProvider.ProviderName, TenantFeatureValueProvider.ProviderName];

    public async Task<string> GetOrNullAsync(string name, string providerName, string providerKey, bool fallback = true) =>
        (await GetOrNullWithProviderAsync(name, providerName, providerKey, fallback)).Value;

    public async Task<FeatureNameValueWithGrantedProvider> GetOrNullWithProviderAsync(
        string name, string providerName, string providerKey, bool fallback = true) =>
        await FindAsync(await definitions.GetAsync(name), IndexOf(providerName), providerKey, fallback);

    public async Task<List<FeatureNameValue>> GetAllAsync(string providerName, string providerKey, bool fallback = true) =>
        (await GetAllWithProviderAsync(providerName, providerKey, fallback)).ConvertAll(found => new FeatureNameValue(found.Name, found.Value));

    public async Task<List<FeatureNameValueWithGrantedProvider>> GetAllWithProviderAsync(
        string providerName, string providerKey, bool fallback = true)
    {
        var found = new List<FeatureNameValueWithGrantedProvider>();
        foreach (var feature in await definitions.GetAllAsync())
        {
            found.Add(await FindAsync(feature, IndexOf(providerName), providerKey, fallback));
        }

        return found;
    }

    public async Task SetAsync(string name, string value, string providerName, string providerKey, bool forceToSet = false)
    {
        var feature = await definitions.GetAsync(name);
        if (feature.ValueType?.Validator is { } validator && !validator.IsValid(value))
        {
            throw new FeatureValueInvalidException(feature.DisplayName.Localize(localizers));
        }

        var provider = IndexOf(providerName);
        if (provider == 0)
        {
            throw new AbpException("Can not set default value of a feature. It is only possible while defining the feature in a IFeatureDefinitionProvider implementation.");
        }

        using var unitOfWork = unitOfWorkManager.Begin();
        var isSameAsFallback = value == (await FindAsync(feature, provider - 1, null, fallback: true)).Value;
        await WriteAsync(name, isSameAsFallback && !forceToSet ? null : value, providerName, KeyOf(providerName, providerKey));
        await unitOfWork.CompleteAsync();
    }

    public async Task DeleteAsync(string providerName, string providerKey) =>
        await values.DeleteManyAsync(await values.GetListAsync(providerName, providerKey));

    private async Task WriteAsync(string name, string value, string providerName, string providerKey)
    {
        var row = await values.FindAsync(name, providerName, providerKey);
        if (value is null)
        {
            await (row is null ? Task.CompletedTask : values.DeleteAsync(row));
        }
        else if (row is null)
        {
            await values.InsertAsync(new FeatureValue(guids.Create(), name, value, providerName, providerKey));
        }
        else
        {
            row.Value = value;
            await values.UpdateAsync(row);
        }
    }

    private async Task<FeatureNameValueWithGrantedProvider> FindAsync(FeatureDefinition feature, int last, string providerKey, bool fallback)
    {
        for (var provider = last; provider >= (fallback ? 0 : last); provider--)
        {
            var name = Providers[provider];
            var key = KeyOf(name, provider == last ? providerKey : null);
            var value = provider == 0 ? feature.DefaultValue : await store.GetOrNullAsync(feature.Name, name, key);
            if (value is not null)
            {
                return new FeatureNameValueWithGrantedProvider(feature.Name, value) { Provider = new FeatureValueProviderInfo(name, key) };
            }
        }

        return new FeatureNameValueWithGrantedProvider(feature.Name, null);
    }

    private string KeyOf(string providerName, string providerKey) => providerKey ?? providerName switch
    {
        TenantFeatureValueProvider.ProviderName => currentTenant.Id?.ToString(),
        EditionFeatureValueProvider.ProviderName => principal.Principal?.FindFirst(AbpClaimTypes.EditionId)?.Value,
        _ => null
    };

    private static int IndexOf(string providerName) => Array.IndexOf(Providers, providerName) is >= 0 and var index
        ? index
        : throw new AbpException($"Unknown feature value provider: {providerName}");
}

/// <summary>All values of one tenant or edition together: one statement when cold, none when warm.</summary>
internal class FeatureCache(IUnitOfWorkManager unitOfWorkManager, IDistributedCache stamps) : InvalidatedCache<Dictionary<string, string>>(unitOfWorkManager, stamps)
{
    public static string Key(string providerName, string providerKey) => $"pn:{providerName},pk:{providerKey}";
}

internal class FeatureStore(IFeatureValueRepository values, FeatureCache cache) : IFeatureStore
{
    public async Task<string> GetOrNullAsync(string name, string providerName, string providerKey) =>
        (await cache.GetOrReadAsync(
            FeatureCache.Key(providerName, providerKey),
            async () => (await values.GetListAsync(providerName, providerKey)).ToDictionary(value => value.Name, value => value.Value)))
        .GetValueOrDefault(name);
}

internal class FeatureCacheInvalidator(FeatureCache cache) : ILocalEventHandler<EntityChangedEventData<FeatureValue>>
{
    public Task HandleEventAsync(EntityChangedEventData<FeatureValue> eventData)
    {
        cache.Invalidate(FeatureCache.Key(eventData.Entity.ProviderName, eventData.Entity.ProviderKey));
        return Task.CompletedTask;
    }
}
