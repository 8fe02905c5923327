using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.PermissionManagement;

/// <summary>That the row is there is the grant. The provider is U with a user's id, R with a role's name or C with a client's id.</summary>
public class PermissionGrant : Entity<Guid>, IMultiTenant
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual string Name { get; protected set; }
    public virtual string ProviderName { get; protected set; }
    public virtual string ProviderKey { get; protected internal set; }

    protected PermissionGrant()
    {
    }

    public PermissionGrant(Guid id, string name, string providerName, string providerKey, Guid? tenantId = null)
    {
        Id = id;
        Name = Check.NotNullOrWhiteSpace(name, nameof(name));
        ProviderName = Check.NotNullOrWhiteSpace(providerName, nameof(providerName));
        ProviderKey = providerKey;
        TenantId = tenantId;
    }
}

/// <summary>A group of permissions as another application would read it.</summary>
public class PermissionGroupDefinitionRecord : BasicAggregateRoot<Guid>, IHasExtraProperties
{
    public string Name { get; set; }
    public string DisplayName { get; set; }
    public ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];

    public PermissionGroupDefinitionRecord()
    {
    }

    public PermissionGroupDefinitionRecord(Guid id, string name, string displayName) : base(id) => (Name, DisplayName) = (name, displayName);
}

/// <summary>A permission as another application would read it.</summary>
public class PermissionDefinitionRecord : BasicAggregateRoot<Guid>, IHasExtraProperties
{
    public string GroupName { get; set; }
    public string Name { get; set; }
    public string ParentName { get; set; }
    public string DisplayName { get; set; }
    public bool IsEnabled { get; set; }
    public MultiTenancySides MultiTenancySide { get; set; }
    public string Providers { get; set; }
    public string StateCheckers { get; set; }
    public ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];

    public PermissionDefinitionRecord()
    {
    }

    public PermissionDefinitionRecord(
        Guid id, string groupName, string name, string parentName, string displayName, bool isEnabled = true,
        MultiTenancySides multiTenancySide = MultiTenancySides.Both, string providers = null, string stateCheckers = null) : base(id)
    {
        GroupName = groupName;
        Name = name;
        ParentName = parentName;
        DisplayName = displayName;
        IsEnabled = isEnabled;
        MultiTenancySide = multiTenancySide;
        Providers = providers;
        StateCheckers = stateCheckers;
    }
}

public static class AbpPermissionManagementDbProperties
{
    public const string ConnectionStringName = "AbpPermissionManagement";

    public static string DbTablePrefix { get; set; } = AbpCommonDbProperties.DbTablePrefix;
    public static string DbSchema { get; set; } = AbpCommonDbProperties.DbSchema;
}
