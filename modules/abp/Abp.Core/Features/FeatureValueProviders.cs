using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Features;

/// <summary>Where values are kept.</summary>
public interface IFeatureStore
{
    Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey);
}

/// <summary>Keeps nothing: there is no module that keeps features.</summary>
[Dependency(TryRegister = true)]
internal class NullFeatureStore : IFeatureStore, ISingletonDependency
{
    public Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey) => Task.FromResult<string?>(null);
}

public interface IFeatureValueProvider
{
    string Name { get; }
    Task<string?> GetOrNullAsync(FeatureDefinition feature);
}

public abstract class FeatureValueProvider(IFeatureStore featureStore) : IFeatureValueProvider, ITransientDependency
{
    public abstract string Name { get; }
    protected IFeatureStore FeatureStore { get; } = featureStore;

    public abstract Task<string?> GetOrNullAsync(FeatureDefinition feature);
}

public class DefaultValueFeatureValueProvider(IFeatureStore settingStore) : FeatureValueProvider(settingStore)
{
    public const string ProviderName = "D";

    public override string Name => ProviderName;

    public override Task<string?> GetOrNullAsync(FeatureDefinition setting) => Task.FromResult(setting.DefaultValue);
}

/// <summary>Of the edition that the current user's claims name.</summary>
public class EditionFeatureValueProvider(IFeatureStore featureStore, ICurrentPrincipalAccessor principalAccessor) : FeatureValueProvider(featureStore)
{
    public const string ProviderName = "E";

    public override string Name => ProviderName;

    public override async Task<string?> GetOrNullAsync(FeatureDefinition feature) =>
        principalAccessor.Principal?.FindFirst(AbpClaimTypes.EditionId)?.Value is { } edition
            ? await FeatureStore.GetOrNullAsync(feature.Name, Name, edition)
            : null;
}

public class TenantFeatureValueProvider(IFeatureStore featureStore, ICurrentTenant currentTenant) : FeatureValueProvider(featureStore)
{
    public const string ProviderName = "T";

    public override string Name => ProviderName;
    protected ICurrentTenant CurrentTenant { get; } = currentTenant;

    public override Task<string?> GetOrNullAsync(FeatureDefinition feature) =>
        FeatureStore.GetOrNullAsync(feature.Name, Name, CurrentTenant.Id?.ToString());
}
