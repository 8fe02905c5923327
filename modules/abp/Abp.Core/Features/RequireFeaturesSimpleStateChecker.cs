using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.SimpleStateChecking;

namespace Volo.Abp.Features;

public class RequireFeaturesSimpleStateChecker<TState>(bool requiresAll, params string[] featureNames) : ISimpleStateChecker<TState>
    where TState : IHasSimpleStateCheckers<TState>
{
    public RequireFeaturesSimpleStateChecker(params string[] featureNames) : this(true, featureNames)
    {
    }

    public string[] FeatureNames { get; } = featureNames;
    public bool RequiresAll { get; } = requiresAll;

    public Task<bool> IsEnabledAsync(SimpleStateCheckerContext<TState> context) =>
        context.ServiceProvider.GetRequiredService<IFeatureChecker>().IsEnabledAsync(RequiresAll, FeatureNames);
}

public static class FeatureSimpleStateCheckerExtensions
{
    /// <summary>There only while the current tenant has all of them.</summary>
    public static TState RequireFeatures<TState>(this TState state, params string[] features) where TState : IHasSimpleStateCheckers<TState> =>
        state.RequireFeatures(requiresAll: true, features);

    public static TState RequireFeatures<TState>(this TState state, bool requiresAll, params string[] features)
        where TState : IHasSimpleStateCheckers<TState>
    {
        state.StateCheckers.Add(new RequireFeaturesSimpleStateChecker<TState>(requiresAll, features));
        return state;
    }
}
