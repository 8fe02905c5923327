using Volo.Abp.Collections;

namespace Volo.Abp.BlobStoring;

public class AbpBlobStoringOptions
{
    public BlobContainerConfigurations Containers { get; } = new();
}

public class BlobContainerConfigurations
{
    private readonly Dictionary<string, BlobContainerConfiguration> _containers = new()
    {
        [DefaultContainer.Name] = new BlobContainerConfiguration()
    };

    private BlobContainerConfiguration Default => _containers[DefaultContainer.Name];

    public BlobContainerConfigurations Configure<TContainer>(Action<BlobContainerConfiguration> configureAction) =>
        Configure(BlobContainerNameAttribute.GetContainerName<TContainer>(), configureAction);

    public BlobContainerConfigurations Configure(string name, Action<BlobContainerConfiguration> configureAction)
    {
        if (!_containers.TryGetValue(Check.NotNullOrWhiteSpace(name, nameof(name)), out var container))
        {
            _containers[name] = container = new BlobContainerConfiguration(Default);
        }
        configureAction(container);
        return this;
    }

    /// <summary>What holds for every container that says nothing else.</summary>
    public BlobContainerConfigurations ConfigureDefault(Action<BlobContainerConfiguration> configureAction)
    {
        configureAction(Default);
        return this;
    }

    public BlobContainerConfigurations ConfigureAll(Action<string, BlobContainerConfiguration> configureAction)
    {
        foreach (var (name, container) in _containers) { configureAction(name, container); }
        return this;
    }

    public BlobContainerConfiguration GetConfiguration<TContainer>() => GetConfiguration(BlobContainerNameAttribute.GetContainerName<TContainer>());

    public BlobContainerConfiguration GetConfiguration(string name) => _containers.GetValueOrDefault(name) ?? Default;
}

public class BlobContainerConfiguration
{
    private readonly BlobContainerConfiguration? _fallback;
    private readonly Dictionary<string, object?> _properties = [];

    public Type? ProviderType { get => field ?? _fallback?.ProviderType; set; }
    public bool IsMultiTenant { get => _isMultiTenant ?? _fallback?.IsMultiTenant ?? true; set => _isMultiTenant = value; }
    public ITypeList<IBlobNamingNormalizer> NamingNormalizers { get; }

    private bool? _isMultiTenant;

    public BlobContainerConfiguration(BlobContainerConfiguration? fallbackConfiguration = null)
    {
        NamingNormalizers = new TypeList<IBlobNamingNormalizer>();
        _fallback = fallbackConfiguration;
        foreach (var normalizer in fallbackConfiguration?.NamingNormalizers ?? (IEnumerable<Type>)[]) { NamingNormalizers.Add(normalizer); }
    }

    public T? GetConfigurationOrDefault<T>(string name, T? defaultValue = default) => (T?)GetConfigurationOrNull(name, defaultValue);

    public object? GetConfigurationOrNull(string name, object? defaultValue = null) =>
        _properties.GetValueOrDefault(name) ?? _fallback?.GetConfigurationOrNull(name, defaultValue) ?? defaultValue;

    public BlobContainerConfiguration SetConfiguration(string name, object? value)
    {
        _properties[Check.NotNullOrWhiteSpace(name, nameof(name))] = Check.NotNull(value, nameof(value));
        return this;
    }

    public BlobContainerConfiguration ClearConfiguration(string name)
    {
        _properties.Remove(Check.NotNullOrWhiteSpace(name, nameof(name)));
        return this;
    }
}

public static class BlobContainerConfigurationExtensions
{
    public static T GetConfiguration<T>(this BlobContainerConfiguration containerConfiguration, string name) => (T)containerConfiguration.GetConfiguration(name);

    /// <exception cref="AbpException">There is no such value.</exception>
    public static object GetConfiguration(this BlobContainerConfiguration containerConfiguration, string name) =>
        containerConfiguration.GetConfigurationOrNull(name) ?? throw new AbpException($"Could not find the configuration value for '{name}'!");
}
