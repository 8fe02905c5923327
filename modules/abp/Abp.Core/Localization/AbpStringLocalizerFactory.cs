using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.VirtualFileSystem;

namespace Microsoft.Extensions.Localization
{
    public interface IAbpStringLocalizerFactory
    {
        /// <returns>The localizer of <see cref="AbpLocalizationOptions.DefaultResourceType"/>, if one is set.</returns>
        IStringLocalizer? CreateDefaultOrNull();

        IStringLocalizer? CreateByResourceNameOrNull(string resourceName);
    }

    public static class AbpStringLocalizerFactoryExtensions
    {
        public static IStringLocalizer? CreateDefaultOrNull(this IStringLocalizerFactory localizerFactory) =>
            (localizerFactory as IAbpStringLocalizerFactory)?.CreateDefaultOrNull();

        public static IStringLocalizer? CreateByResourceNameOrNull(this IStringLocalizerFactory localizerFactory, string resourceName) =>
            (localizerFactory as IAbpStringLocalizerFactory)?.CreateByResourceNameOrNull(resourceName);

        public static IStringLocalizer CreateByResourceName(this IStringLocalizerFactory localizerFactory, string resourceName) =>
            localizerFactory.CreateByResourceNameOrNull(resourceName)
            ?? throw new Volo.Abp.AbpException("Couldn't find a localizer with given resource name: " + resourceName);
    }
}

namespace Volo.Abp.Localization
{
    /// <summary>Answers types that are resources from their texts, all others from .NET's resource files.</summary>
    [DisableConventionalRegistration]
    internal class AbpStringLocalizerFactory(
        ResourceManagerStringLocalizerFactory others, IOptions<AbpLocalizationOptions> options, IVirtualFileProvider files)
        : IStringLocalizerFactory, IAbpStringLocalizerFactory
    {
        private readonly ConcurrentDictionary<Type, IStringLocalizer> _byType = new();
        private readonly ConcurrentDictionary<string, AbpStringLocalizer> _byName = new();

        public IStringLocalizer Create(Type resourceSource) => _byType.GetOrAdd(resourceSource, type =>
            options.Value.Resources.GetOrNull(type) is { } resource ? Create(resource) : others.Create(type));

        public IStringLocalizer Create(string baseName, string location) => others.Create(baseName, location);

        public IStringLocalizer? CreateDefaultOrNull() =>
            options.Value.DefaultResourceType is { } type ? Create(type) : null;

        public IStringLocalizer? CreateByResourceNameOrNull(string resourceName) =>
            options.Value.Resources.TryGetValue(resourceName, out var resource) ? Create(resource) : null;

        private AbpStringLocalizer Create(LocalizationResourceBase resource) =>
            _byName.TryGetValue(resource.ResourceName, out var known)
                ? known
                : _byName.GetOrAdd(resource.ResourceName, new AbpStringLocalizer(
                    resource,
                    JsonTexts.Read(files, resource.VirtualPaths),
                    resource.BaseResourceNames.Select(name => Create(options.Value.Resources.Get(name))).ToList()));
    }
}
