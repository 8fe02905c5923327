using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Collections;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Features;

public class AbpFeatureOptions
{
    public ITypeList<IFeatureDefinitionProvider> DefinitionProviders { get; } = new TypeList<IFeatureDefinitionProvider>();

    /// <summary>Asked from the last to the first; the first answer counts.</summary>
    public ITypeList<IFeatureValueProvider> ValueProviders { get; } = new TypeList<IFeatureValueProvider>();
}

public interface IFeatureDefinitionProvider
{
    void Define(IFeatureDefinitionContext context);
}

/// <summary>A module's features. Names, and names of groups, are unique over all modules.</summary>
public abstract class FeatureDefinitionProvider : IFeatureDefinitionProvider, ITransientDependency
{
    public abstract void Define(IFeatureDefinitionContext context);
}

public interface IFeatureDefinitionManager
{
    /// <exception cref="AbpException">There is none of that name.</exception>
    Task<FeatureDefinition> GetAsync(string name);
    Task<IReadOnlyList<FeatureDefinition>> GetAllAsync();
    Task<FeatureDefinition?> GetOrNullAsync(string name);
    Task<IReadOnlyList<FeatureGroupDefinition>> GetGroupsAsync();
}

/// <summary>All features of the application, asked from the providers once.</summary>
internal class FeatureDefinitionManager : IFeatureDefinitionManager, ISingletonDependency
{
    private readonly Lazy<IReadOnlyList<FeatureGroupDefinition>> groups;
    private readonly Lazy<Dictionary<string, FeatureDefinition>> features;

    public FeatureDefinitionManager(IServiceScopeFactory scopes, IOptions<AbpFeatureOptions> options)
    {
        groups = new(() => Define(scopes, options.Value));
        features = new(() => ByName(groups.Value));
    }

    public Task<FeatureDefinition> GetAsync(string name) => Task.FromResult(
        features.Value.GetValueOrDefault(Check.NotNull(name, nameof(name))) ?? throw new AbpException($"Undefined feature: {name}"));

    public Task<IReadOnlyList<FeatureDefinition>> GetAllAsync() =>
        Task.FromResult<IReadOnlyList<FeatureDefinition>>(features.Value.Values.ToList());

    public Task<FeatureDefinition?> GetOrNullAsync(string name) => Task.FromResult(features.Value.GetValueOrDefault(name));

    public Task<IReadOnlyList<FeatureGroupDefinition>> GetGroupsAsync() => Task.FromResult(groups.Value);

    private static IReadOnlyList<FeatureGroupDefinition> Define(IServiceScopeFactory scopes, AbpFeatureOptions options)
    {
        var context = new FeatureDefinitionContext();
        using var scope = scopes.CreateScope();
        foreach (var type in options.DefinitionProviders)
        {
            ((IFeatureDefinitionProvider)scope.ServiceProvider.GetRequiredService(type)).Define(context);
        }

        return context.Groups.Values.ToList();
    }

    private static Dictionary<string, FeatureDefinition> ByName(IEnumerable<FeatureGroupDefinition> groups)
    {
        var byName = new Dictionary<string, FeatureDefinition>();
        foreach (var feature in groups.SelectMany(group => group.GetFeaturesWithChildren()))
        {
            if (!byName.TryAdd(feature.Name, feature))
            {
                throw new AbpException($"Duplicate feature name: {feature.Name}");
            }
        }

        return byName;
    }
}
