using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Volo.Abp.FeatureManagement;

/// <summary>A value that overrides the default: of a tenant (T, key its id) or an edition (E, key its id).</summary>
public class FeatureValue : Entity<Guid>, IAggregateRoot<Guid>
{
    public virtual string Name { get; protected set; }
    public virtual string Value { get; internal set; }
    public virtual string ProviderName { get; protected set; }
    public virtual string ProviderKey { get; protected set; }

    protected FeatureValue()
    {
    }

    public FeatureValue(Guid id, string name, string value, string providerName, string providerKey) : base(id)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name));
        Value = Check.NotNullOrWhiteSpace(value, nameof(value));
        ProviderName = Check.NotNullOrWhiteSpace(providerName, nameof(providerName));
        ProviderKey = providerKey;
    }
}

/// <summary>A group of features as another application would read it.</summary>
public class FeatureGroupDefinitionRecord : BasicAggregateRoot<Guid>, IHasExtraProperties
{
    public string Name { get; set; }
    public string DisplayName { get; set; }
    public ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];

    public FeatureGroupDefinitionRecord()
    {
    }

    public FeatureGroupDefinitionRecord(Guid id, string name, string displayName) : base(id) => (Name, DisplayName) = (name, displayName);
}

/// <summary>A feature as another application would read it.</summary>
public class FeatureDefinitionRecord : BasicAggregateRoot<Guid>, IHasExtraProperties
{
    public string GroupName { get; set; }
    public string Name { get; set; }
    public string ParentName { get; set; }
    public string DisplayName { get; set; }
    public string Description { get; set; }
    public string DefaultValue { get; set; }
    public bool IsVisibleToClients { get; set; }
    public bool IsAvailableToHost { get; set; }

    /// <summary>Comma-separated names.</summary>
    public string AllowedProviders { get; set; }

    /// <summary>JSON.</summary>
    public string ValueType { get; set; }
    public ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];

    public FeatureDefinitionRecord()
    {
    }

    public FeatureDefinitionRecord(
        Guid id, string groupName, string name, string parentName, string displayName = null, string description = null,
        string defaultValue = null, bool isVisibleToClients = true, bool isAvailableToHost = true, string allowedProviders = null,
        string valueType = null) : base(id)
    {
        GroupName = groupName;
        Name = name;
        ParentName = parentName;
        DisplayName = displayName;
        Description = description;
        DefaultValue = defaultValue;
        IsVisibleToClients = isVisibleToClients;
        IsAvailableToHost = isAvailableToHost;
        AllowedProviders = allowedProviders;
        ValueType = valueType;
    }
}

public interface IFeatureValueRepository : IBasicRepository<FeatureValue, Guid>
{
    Task<FeatureValue> FindAsync(string name, string providerName, string providerKey, CancellationToken cancellationToken = default);
    Task<List<FeatureValue>> GetListAsync(string providerName, string providerKey, CancellationToken cancellationToken = default);
}

public static class AbpFeatureManagementDbProperties
{
    public const string ConnectionStringName = "AbpFeatureManagement";

    public static string DbTablePrefix { get; set; } = AbpCommonDbProperties.DbTablePrefix;
    public static string DbSchema { get; set; } = AbpCommonDbProperties.DbSchema;
}
