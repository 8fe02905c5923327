using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;

namespace Volo.Abp.Authorization.Permissions;

public interface IPermissionDefinitionProvider
{
    void PreDefine(IPermissionDefinitionContext context);
    void Define(IPermissionDefinitionContext context);
    void PostDefine(IPermissionDefinitionContext context);
}

/// <summary>A module's permissions. Names, and names of groups, are unique over all modules.</summary>
public abstract class PermissionDefinitionProvider : IPermissionDefinitionProvider, ITransientDependency
{
    public virtual void PreDefine(IPermissionDefinitionContext context)
    {
    }

    public abstract void Define(IPermissionDefinitionContext context);

    public virtual void PostDefine(IPermissionDefinitionContext context)
    {
    }
}

public interface IPermissionDefinitionContext
{
    IServiceProvider ServiceProvider { get; }

    /// <exception cref="AbpException">There is none of that name.</exception>
    PermissionGroupDefinition GetGroup(string name);
    PermissionGroupDefinition? GetGroupOrNull(string name);

    /// <exception cref="AbpException">There is one of that name already.</exception>
    PermissionGroupDefinition AddGroup(string name, ILocalizableString? displayName = null);
    void RemoveGroup(string name);
    PermissionDefinition? GetPermissionOrNull(string name);
}

public class PermissionDefinitionContext(IServiceProvider serviceProvider) : IPermissionDefinitionContext
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public Dictionary<string, PermissionGroupDefinition> Groups { get; } = [];

    public virtual PermissionGroupDefinition AddGroup(string name, ILocalizableString? displayName = null)
    {
        Check.NotNull(name, nameof(name));
        return Groups.TryAdd(name, new PermissionGroupDefinition(name, displayName))
            ? Groups[name]
            : throw new AbpException($"There is already an existing permission group with name: {name}");
    }

    public virtual PermissionGroupDefinition GetGroup(string name) =>
        GetGroupOrNull(name) ?? throw new AbpException($"Could not find a permission definition group with the given name: {name}");

    public virtual PermissionGroupDefinition? GetGroupOrNull(string name) => Groups.GetValueOrDefault(Check.NotNull(name, nameof(name)));

    public virtual void RemoveGroup(string name)
    {
        if (!Groups.Remove(Check.NotNull(name, nameof(name))))
        {
            throw new AbpException($"Not found permission group with name: {name}");
        }
    }

    public virtual PermissionDefinition? GetPermissionOrNull(string name) =>
        Groups.Values.Select(group => group.GetPermissionOrNull(name)).FirstOrDefault(permission => permission is not null);
}
