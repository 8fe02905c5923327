using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Collections;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Authorization.Permissions;

public class AbpPermissionOptions
{
    public ITypeList<IPermissionDefinitionProvider> DefinitionProviders { get; } = new TypeList<IPermissionDefinitionProvider>();
    public ITypeList<IPermissionValueProvider> ValueProviders { get; } = new TypeList<IPermissionValueProvider>();
}

public interface IPermissionDefinitionManager
{
    /// <exception cref="AbpException">There is none of that name.</exception>
    Task<PermissionDefinition> GetAsync(string name);
    Task<PermissionDefinition?> GetOrNullAsync(string name);
    Task<IReadOnlyList<PermissionDefinition>> GetPermissionsAsync();
    Task<IReadOnlyList<PermissionGroupDefinition>> GetGroupsAsync();
}

/// <summary>All permissions of the application, asked from the providers once.</summary>
internal class PermissionDefinitionManager : IPermissionDefinitionManager, ISingletonDependency
{
    private readonly Lazy<IReadOnlyList<PermissionGroupDefinition>> groups;
    private readonly Lazy<Dictionary<string, PermissionDefinition>> permissions;

    public PermissionDefinitionManager(IServiceScopeFactory scopes, IOptions<AbpPermissionOptions> options)
    {
        groups = new(() => Define(scopes, options.Value));
        permissions = new(() => ByName(groups.Value));
    }

    public Task<PermissionDefinition> GetAsync(string name) => Task.FromResult(
        permissions.Value.GetValueOrDefault(name) ?? throw new AbpException($"Undefined permission: {name}"));

    public Task<PermissionDefinition?> GetOrNullAsync(string name) =>
        Task.FromResult(permissions.Value.GetValueOrDefault(Check.NotNull(name, nameof(name))));

    public Task<IReadOnlyList<PermissionDefinition>> GetPermissionsAsync() =>
        Task.FromResult<IReadOnlyList<PermissionDefinition>>(permissions.Value.Values.ToList());

    public Task<IReadOnlyList<PermissionGroupDefinition>> GetGroupsAsync() => Task.FromResult(groups.Value);

    private static IReadOnlyList<PermissionGroupDefinition> Define(IServiceScopeFactory scopes, AbpPermissionOptions options)
    {
        using var scope = scopes.CreateScope();
        var context = new PermissionDefinitionContext(scope.ServiceProvider);
        var providers = options.DefinitionProviders
            .Select(type => (IPermissionDefinitionProvider)scope.ServiceProvider.GetRequiredService(type))
            .ToList();
        providers.ForEach(provider => provider.PreDefine(context));
        providers.ForEach(provider => provider.Define(context));
        providers.ForEach(provider => provider.PostDefine(context));
        return context.Groups.Values.ToList();
    }

    private static Dictionary<string, PermissionDefinition> ByName(IEnumerable<PermissionGroupDefinition> groups)
    {
        var byName = new Dictionary<string, PermissionDefinition>();
        foreach (var permission in groups.SelectMany(group => group.GetPermissionsWithChildren()))
        {
            if (!byName.TryAdd(permission.Name, permission))
            {
                throw new AbpException($"Duplicate permission name: {permission.Name}");
            }
        }

        return byName;
    }
}
