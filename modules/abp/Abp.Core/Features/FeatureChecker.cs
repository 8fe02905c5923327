using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Authorization;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Features;

/// <summary>A feature as it holds for the current tenant.</summary>
public interface IFeatureChecker
{
    /// <exception cref="AbpException">The name is not defined.</exception>
    Task<string?> GetOrNullAsync(string name);

    /// <exception cref="AbpException">The name is not defined, or its value is neither true nor false.</exception>
    Task<bool> IsEnabledAsync(string name);
}

internal class FeatureChecker(IFeatureDefinitionManager definitions, IServiceProvider serviceProvider, IOptions<AbpFeatureOptions> options)
    : IFeatureChecker, ITransientDependency
{
    public async Task<string?> GetOrNullAsync(string name)
    {
        var feature = await definitions.GetAsync(name);
        foreach (var type in options.Value.ValueProviders.Reverse())
        {
            var provider = (IFeatureValueProvider)serviceProvider.GetRequiredService(type);
            if ((feature.AllowedProviders.Count == 0 || feature.AllowedProviders.Contains(provider.Name))
                && await provider.GetOrNullAsync(feature) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    public async Task<bool> IsEnabledAsync(string name)
    {
        var value = await GetOrNullAsync(name);
        return !string.IsNullOrWhiteSpace(value)
            && (bool.TryParse(value, out var enabled)
                ? enabled
                : throw new AbpException($"The value '{value}' for the feature '{name}' should be a boolean, but was not!"));
    }
}

public static class FeatureCheckerExtensions
{
    public static async Task<T> GetAsync<T>(this IFeatureChecker featureChecker, string name, T defaultValue = default) where T : struct =>
        await featureChecker.GetOrNullAsync(name) is { } value
            ? (T)TypeDescriptor.GetConverter(typeof(T)).ConvertFromInvariantString(value)!
            : defaultValue;

    /// <returns>True when no feature is named.</returns>
    public static async Task<bool> IsEnabledAsync(this IFeatureChecker featureChecker, bool requiresAll, params string[] featureNames)
    {
        foreach (var name in featureNames)
        {
            if (await featureChecker.IsEnabledAsync(name) != requiresAll)
            {
                return !requiresAll;
            }
        }

        return requiresAll || featureNames.Length == 0;
    }

    /// <exception cref="AbpAuthorizationException">The feature is off.</exception>
    public static async Task CheckEnabledAsync(this IFeatureChecker featureChecker, string featureName)
    {
        if (!await featureChecker.IsEnabledAsync(featureName))
        {
            throw new AbpAuthorizationException(code: AbpFeatureErrorCodes.FeatureIsNotEnabled).WithData("FeatureName", featureName);
        }
    }

    /// <exception cref="AbpAuthorizationException">One of them is off, or all are when one would do.</exception>
    public static async Task CheckEnabledAsync(this IFeatureChecker featureChecker, bool requiresAll, params string[] featureNames)
    {
        if (!await featureChecker.IsEnabledAsync(requiresAll, featureNames))
        {
            var code = requiresAll ? AbpFeatureErrorCodes.AllOfTheseFeaturesMustBeEnabled : AbpFeatureErrorCodes.AtLeastOneOfTheseFeaturesMustBeEnabled;
            throw new AbpAuthorizationException(code: code).WithData("FeatureNames", string.Join(", ", featureNames));
        }
    }
}

public static class AbpFeatureErrorCodes
{
    public const string FeatureIsNotEnabled = "Volo.Feature:010001";
    public const string AllOfTheseFeaturesMustBeEnabled = "Volo.Feature:010002";
    public const string AtLeastOneOfTheseFeaturesMustBeEnabled = "Volo.Feature:010003";
}
