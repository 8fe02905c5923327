using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Collections;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;

namespace Volo.Abp.Settings;

public class AbpSettingOptions
{
    public ITypeList<ISettingDefinitionProvider> DefinitionProviders { get; } = new TypeList<ISettingDefinitionProvider>();

    /// <summary>Asked from the last to the first; the first answer counts.</summary>
    public ITypeList<ISettingValueProvider> ValueProviders { get; } = new TypeList<ISettingValueProvider>();
}

public class SettingDefinition
{
    public string Name { get; }
    public ILocalizableString DisplayName { get; set; }
    public ILocalizableString? Description { get; set; }
    public string? DefaultValue { get; set; }
    public bool IsVisibleToClients { get; set; }

    /// <summary>Names of the value providers that may give it a value; empty means all.</summary>
    public List<string> Providers { get; } = [];

    /// <summary>Heeded by the setting manager only, not by <see cref="ISettingProvider"/>.</summary>
    public bool IsInherited { get; set; }
    public Dictionary<string, object> Properties { get; } = [];
    public bool IsEncrypted { get; set; }

    public SettingDefinition(
        string name, string? defaultValue = null, ILocalizableString? displayName = null, ILocalizableString? description = null,
        bool isVisibleToClients = false, bool isInherited = true, bool isEncrypted = false)
    {
        Name = name;
        DefaultValue = defaultValue;
        IsVisibleToClients = isVisibleToClients;
        DisplayName = displayName ?? new FixedLocalizableString(name);
        Description = description;
        IsInherited = isInherited;
        IsEncrypted = isEncrypted;
    }

    public virtual SettingDefinition WithProperty(string key, object value)
    {
        Properties[key] = value;
        return this;
    }

    public virtual SettingDefinition WithProviders(params string[] providers)
    {
        Providers.AddRange(providers);
        return this;
    }
}

public interface ISettingDefinitionProvider
{
    void Define(ISettingDefinitionContext context);
}

public abstract class SettingDefinitionProvider : ISettingDefinitionProvider, ITransientDependency
{
    public abstract void Define(ISettingDefinitionContext context);
}

public interface ISettingDefinitionContext
{
    SettingDefinition? GetOrNull(string name);
    IReadOnlyList<SettingDefinition> GetAll();

    /// <summary>A later definition of a name replaces an earlier one.</summary>
    void Add(params SettingDefinition[] definitions);
}

internal class SettingDefinitionContext(Dictionary<string, SettingDefinition> settings) : ISettingDefinitionContext
{
    public SettingDefinition? GetOrNull(string name) => settings.GetValueOrDefault(name);

    public IReadOnlyList<SettingDefinition> GetAll() => settings.Values.ToList();

    public void Add(params SettingDefinition[] definitions)
    {
        foreach (var definition in definitions)
        {
            settings[definition.Name] = definition;
        }
    }
}

public interface ISettingDefinitionManager
{
    /// <exception cref="AbpException">There is none of that name.</exception>
    Task<SettingDefinition> GetAsync(string name);
    Task<IReadOnlyList<SettingDefinition>> GetAllAsync();
    Task<SettingDefinition?> GetOrNullAsync(string name);
}

internal class SettingDefinitionManager(IServiceScopeFactory scopes, IOptions<AbpSettingOptions> options)
    : ISettingDefinitionManager, ISingletonDependency
{
    private readonly Lazy<Dictionary<string, SettingDefinition>> settings = new(() => Define(scopes, options.Value));

    public Task<SettingDefinition> GetAsync(string name) => Task.FromResult(
        settings.Value.GetValueOrDefault(name) ?? throw new AbpException($"Undefined setting: {name}"));

    public Task<IReadOnlyList<SettingDefinition>> GetAllAsync() =>
        Task.FromResult<IReadOnlyList<SettingDefinition>>(settings.Value.Values.ToList());

    public Task<SettingDefinition?> GetOrNullAsync(string name) => Task.FromResult(settings.Value.GetValueOrDefault(name));

    private static Dictionary<string, SettingDefinition> Define(IServiceScopeFactory scopes, AbpSettingOptions options)
    {
        var defined = new Dictionary<string, SettingDefinition>();
        using var scope = scopes.CreateScope();
        foreach (var type in options.DefinitionProviders)
        {
            ((ISettingDefinitionProvider)scope.ServiceProvider.GetRequiredService(type)).Define(new SettingDefinitionContext(defined));
        }

        return defined;
    }
}
