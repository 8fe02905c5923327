using Volo.Abp.Localization;
using Volo.Abp.Validation.StringValues;

namespace Volo.Abp.Features;

public interface ICanCreateChildFeature
{
    FeatureDefinition CreateChildFeature(
        string name, string? defaultValue = null, ILocalizableString? displayName = null, ILocalizableString? description = null,
        IStringValueType? valueType = null, bool isVisibleToClients = true, bool isAvailableToHost = true);
}

/// <summary>Something that a tenant has or has not, or a limit that it has. A child's value does not depend on its parent's.</summary>
public class FeatureDefinition : ICanCreateChildFeature
{
    private readonly List<FeatureDefinition> children = [];

    public FeatureDefinition(
        string name, string? defaultValue = null, ILocalizableString? displayName = null, ILocalizableString? description = null,
        IStringValueType? valueType = null, bool isVisibleToClients = true, bool isAvailableToHost = true)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name));
        DefaultValue = defaultValue;
        DisplayName = displayName ?? new FixedLocalizableString(name);
        Description = description;
        ValueType = valueType ?? new ToggleStringValueType();
        IsVisibleToClients = isVisibleToClients;
        IsAvailableToHost = isAvailableToHost;
    }

    public string Name { get; }
    public FeatureDefinition? Parent { get; private set; }
    public IReadOnlyList<FeatureDefinition> Children => children;
    public string? DefaultValue { get; set; }
    public ILocalizableString DisplayName { get; set; }
    public ILocalizableString? Description { get; set; }
    public IStringValueType? ValueType { get; set; }
    public bool IsVisibleToClients { get; set; }
    public bool IsAvailableToHost { get; set; }

    /// <summary>Names of the value providers that may give it a value (T, E); empty means all.</summary>
    public List<string> AllowedProviders { get; } = [];
    public Dictionary<string, object?> Properties { get; } = [];

    public object? this[string name]
    {
        get => Properties.GetValueOrDefault(name);
        set => Properties[name] = value;
    }

    public FeatureDefinition CreateChild(
        string name, string? defaultValue = null, ILocalizableString? displayName = null, ILocalizableString? description = null,
        IStringValueType? valueType = null, bool isVisibleToClients = true, bool isAvailableToHost = true)
    {
        var child = new FeatureDefinition(name, defaultValue, displayName, description, valueType, isVisibleToClients, isAvailableToHost)
        {
            Parent = this
        };
        children.Add(child);
        return child;
    }

    public FeatureDefinition CreateChildFeature(
        string name, string? defaultValue = null, ILocalizableString? displayName = null, ILocalizableString? description = null,
        IStringValueType? valueType = null, bool isVisibleToClients = true, bool isAvailableToHost = true) =>
        CreateChild(name, defaultValue, displayName, description, valueType, isVisibleToClients, isAvailableToHost);

    public virtual FeatureDefinition WithProperty(string key, object value)
    {
        Properties[key] = value;
        return this;
    }

    public virtual FeatureDefinition WithProviders(params string[] providers)
    {
        AllowedProviders.AddRange(providers);
        return this;
    }

    /// <exception cref="AbpException">There is no such child.</exception>
    public void RemoveChild(string name)
    {
        if (children.RemoveAll(child => child.Name == name) == 0)
        {
            throw new AbpException($"Could not find a feature named '{name}' in the children of this feature '{Name}'.");
        }
    }

    public override string ToString() => $"[{nameof(FeatureDefinition)}: {Name}]";

    internal IEnumerable<FeatureDefinition> WithDescendants() => children.SelectMany(child => child.WithDescendants()).Prepend(this);
}

public class FeatureGroupDefinition : ICanCreateChildFeature
{
    private readonly List<FeatureDefinition> features = [];

    protected internal FeatureGroupDefinition(string name, ILocalizableString? displayName = null)
    {
        Name = name;
        DisplayName = displayName ?? new FixedLocalizableString(name);
    }

    public string Name { get; }
    public ILocalizableString DisplayName { get; set; }
    public IReadOnlyList<FeatureDefinition> Features => features;
    public Dictionary<string, object?> Properties { get; } = [];

    public object? this[string name]
    {
        get => Properties.GetValueOrDefault(name);
        set => Properties[name] = value;
    }

    public virtual FeatureDefinition AddFeature(
        string name, string? defaultValue = null, ILocalizableString? displayName = null, ILocalizableString? description = null,
        IStringValueType? valueType = null, bool isVisibleToClients = true, bool isAvailableToHost = true)
    {
        var feature = new FeatureDefinition(name, defaultValue, displayName, description, valueType, isVisibleToClients, isAvailableToHost);
        features.Add(feature);
        return feature;
    }

    public FeatureDefinition CreateChildFeature(
        string name, string? defaultValue = null, ILocalizableString? displayName = null, ILocalizableString? description = null,
        IStringValueType? valueType = null, bool isVisibleToClients = true, bool isAvailableToHost = true) =>
        AddFeature(name, defaultValue, displayName, description, valueType, isVisibleToClients, isAvailableToHost);

    public virtual FeatureGroupDefinition WithProperty(string key, object value)
    {
        Properties[key] = value;
        return this;
    }

    public virtual List<FeatureDefinition> GetFeaturesWithChildren() => features.SelectMany(feature => feature.WithDescendants()).ToList();

    public override string ToString() => $"[{nameof(FeatureGroupDefinition)} {Name}]";
}

public interface IFeatureDefinitionContext
{
    /// <exception cref="AbpException">There is one of that name already.</exception>
    FeatureGroupDefinition AddGroup(string name, ILocalizableString? displayName = null);
    FeatureGroupDefinition? GetGroupOrNull(string name);

    /// <exception cref="AbpException">There is none of that name.</exception>
    void RemoveGroup(string name);
}

public class FeatureDefinitionContext : IFeatureDefinitionContext
{
    internal Dictionary<string, FeatureGroupDefinition> Groups { get; } = [];

    public FeatureGroupDefinition AddGroup(string name, ILocalizableString? displayName = null) =>
        Groups.TryAdd(Check.NotNull(name, nameof(name)), new FeatureGroupDefinition(name, displayName))
            ? Groups[name]
            : throw new AbpException($"There is already an existing feature group with name: {name}");

    public FeatureGroupDefinition? GetGroupOrNull(string name) => Groups.GetValueOrDefault(Check.NotNull(name, nameof(name)));

    public void RemoveGroup(string name)
    {
        if (!Groups.Remove(Check.NotNull(name, nameof(name))))
        {
            throw new AbpException($"Undefined feature group: '{name}'.");
        }
    }
}
