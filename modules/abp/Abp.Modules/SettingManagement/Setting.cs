using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Volo.Abp.SettingManagement;

/// <summary>A value that overrides the default: of all (G), a tenant (T, key its id) or a user (U, key his id).</summary>
public class Setting : Entity<Guid>, IAggregateRoot<Guid>
{
    public virtual string Name { get; protected set; }
    public virtual string Value { get; internal set; }
    public virtual string ProviderName { get; protected set; }
    public virtual string ProviderKey { get; protected set; }

    protected Setting()
    {
    }

    public Setting(Guid id, string name, string value, string providerName = null, string providerKey = null) : base(id)
    {
        Name = Check.NotNull(name, nameof(name));
        Value = Check.NotNull(value, nameof(value));
        ProviderName = providerName;
        ProviderKey = providerKey;
    }

    public override string ToString() => $"{base.ToString()}, Name = {Name}, Value = {Value}, ProviderName = {ProviderName}, ProviderKey = {ProviderKey}";
}

/// <summary>A setting as another application would read it.</summary>
public class SettingDefinitionRecord : BasicAggregateRoot<Guid>, IHasExtraProperties
{
    public string Name { get; set; }
    public string DisplayName { get; set; }
    public string Description { get; set; }
    public string DefaultValue { get; set; }
    public bool IsVisibleToClients { get; set; }
    public string Providers { get; set; }
    public bool IsInherited { get; set; }
    public bool IsEncrypted { get; set; }
    public ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];

    public SettingDefinitionRecord()
    {
    }

    public SettingDefinitionRecord(
        Guid id, string name, string displayName, string description, string defaultValue, bool isVisibleToClients, string providers,
        bool isInherited, bool isEncrypted) : base(id)
    {
        Name = name;
        DisplayName = displayName;
        Description = description;
        DefaultValue = defaultValue;
        IsVisibleToClients = isVisibleToClients;
        Providers = providers;
        IsInherited = isInherited;
        IsEncrypted = isEncrypted;
    }
}

public interface ISettingRepository : IBasicRepository<Setting, Guid>
{
    Task<Setting> FindAsync(string name, string providerName, string providerKey, CancellationToken cancellationToken = default);
    Task<List<Setting>> GetListAsync(string providerName, string providerKey, CancellationToken cancellationToken = default);
}

public static class AbpSettingManagementDbProperties
{
    public const string ConnectionStringName = "AbpSettingManagement";

    public static string DbTablePrefix { get; set; } = AbpCommonDbProperties.DbTablePrefix;
    public static string DbSchema { get; set; } = AbpCommonDbProperties.DbSchema;
}
