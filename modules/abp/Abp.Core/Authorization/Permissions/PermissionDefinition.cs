using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SimpleStateChecking;

namespace Volo.Abp.Authorization.Permissions;

public interface ICanAddChildPermission
{
    PermissionDefinition AddPermission(
        string name, ILocalizableString? displayName = null,
        MultiTenancySides multiTenancySide = MultiTenancySides.Both, bool isEnabled = true);
}

/// <summary>Something a role or a user may be allowed to do. A child is not granted by its parent, nor refused without it.</summary>
public class PermissionDefinition : IHasSimpleStateCheckers<PermissionDefinition>, ICanAddChildPermission
{
    private readonly List<PermissionDefinition> children = [];

    public string Name { get; }
    public PermissionDefinition? Parent { get; private set; }
    public MultiTenancySides MultiTenancySide { get; set; }

    /// <summary>Who can be granted it (U, R, C); empty means everybody.</summary>
    public List<string> Providers { get; } = [];
    public List<ISimpleStateChecker<PermissionDefinition>> StateCheckers { get; } = [];
    public ILocalizableString DisplayName { get; set; }
    public IReadOnlyList<PermissionDefinition> Children => children;
    public Dictionary<string, object?> Properties { get; } = [];
    public bool IsEnabled { get; set; }

    public object? this[string name]
    {
        get => Properties.GetValueOrDefault(name);
        set => Properties[name] = value;
    }

    protected internal PermissionDefinition(
        string name, ILocalizableString? displayName = null,
        MultiTenancySides multiTenancySide = MultiTenancySides.Both, bool isEnabled = true)
    {
        Name = Check.NotNull(name, nameof(name));
        DisplayName = displayName ?? new FixedLocalizableString(name);
        MultiTenancySide = multiTenancySide;
        IsEnabled = isEnabled;
    }

    public virtual PermissionDefinition AddChild(
        string name, ILocalizableString? displayName = null,
        MultiTenancySides multiTenancySide = MultiTenancySides.Both, bool isEnabled = true)
    {
        var child = new PermissionDefinition(name, displayName, multiTenancySide, isEnabled) { Parent = this };
        children.Add(child);
        return child;
    }

    PermissionDefinition ICanAddChildPermission.AddPermission(
        string name, ILocalizableString? displayName, MultiTenancySides multiTenancySide, bool isEnabled) =>
        AddChild(name, displayName, multiTenancySide, isEnabled);

    public virtual PermissionDefinition WithProperty(string key, object value)
    {
        Properties[key] = value;
        return this;
    }

    public virtual PermissionDefinition WithProviders(params string[] providers)
    {
        Providers.AddRange(providers);
        return this;
    }

    public override string ToString() => $"[{nameof(PermissionDefinition)} {Name}]";

    internal IEnumerable<PermissionDefinition> WithDescendants() => children.SelectMany(child => child.WithDescendants()).Prepend(this);
}

public class PermissionGroupDefinition : ICanAddChildPermission
{
    private readonly List<PermissionDefinition> permissions = [];

    public string Name { get; }
    public Dictionary<string, object?> Properties { get; } = [];
    public ILocalizableString DisplayName { get; set; }
    public IReadOnlyList<PermissionDefinition> Permissions => permissions;

    public object? this[string name]
    {
        get => Properties.GetValueOrDefault(name);
        set => Properties[name] = value;
    }

    protected internal PermissionGroupDefinition(string name, ILocalizableString? displayName = null)
    {
        Name = name;
        DisplayName = displayName ?? new FixedLocalizableString(name);
    }

    public virtual PermissionDefinition AddPermission(
        string name, ILocalizableString? displayName = null,
        MultiTenancySides multiTenancySide = MultiTenancySides.Both, bool isEnabled = true)
    {
        var permission = new PermissionDefinition(name, displayName, multiTenancySide, isEnabled);
        permissions.Add(permission);
        return permission;
    }

    public virtual List<PermissionDefinition> GetPermissionsWithChildren() =>
        permissions.SelectMany(permission => permission.WithDescendants()).ToList();

    public PermissionDefinition? GetPermissionOrNull(string name) =>
        GetPermissionsWithChildren().FirstOrDefault(permission => permission.Name == name);

    public override string ToString() => $"[{nameof(PermissionGroupDefinition)} {Name}]";
}
