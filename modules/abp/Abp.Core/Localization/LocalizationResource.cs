using System.Reflection;

namespace Volo.Abp.Localization;

/// <summary>A named set of texts, with the files they come from and the resources it falls back to.</summary>
public abstract class LocalizationResourceBase
{
    private protected LocalizationResourceBase(string resourceName, string? defaultCultureName)
    {
        ResourceName = resourceName;
        DefaultCultureName = defaultCultureName;
    }

    public string ResourceName { get; }
    public List<string> BaseResourceNames { get; } = [];
    public string? DefaultCultureName { get; set; }
    internal List<string> VirtualPaths { get; } = [];
}

public class LocalizationResource : LocalizationResourceBase
{
    internal LocalizationResource(Type resourceType, string? defaultCultureName)
        : base(LocalizationResourceNameAttribute.GetName(resourceType), defaultCultureName)
    {
        ResourceType = resourceType;
        foreach (var attribute in resourceType.GetCustomAttributes(true).OfType<IInheritedResourceTypesProvider>())
        {
            this.AddBaseTypes(attribute.GetInheritedResourceTypes());
        }
    }

    public Type ResourceType { get; }
}

public class LocalizationResourceDictionary : Dictionary<string, LocalizationResourceBase>
{
    public LocalizationResource Add<TResouce>(string? defaultCultureName = null) => Add(typeof(TResouce), defaultCultureName);

    public LocalizationResource Add(Type resourceType, string? defaultCultureName = null)
    {
        var name = LocalizationResourceNameAttribute.GetName(resourceType);
        if (ContainsKey(name))
        {
            throw new AbpException("There is already a localization resource with the name " + name);
        }
        var resource = new LocalizationResource(resourceType, defaultCultureName);
        this[name] = resource;
        return resource;
    }

    public LocalizationResourceBase Get<TResource>() => Get(typeof(TResource));

    public LocalizationResourceBase Get(Type resourceType) => GetOrNull(resourceType)
        ?? throw new AbpException("Can not find a localization resource of the type " + resourceType.FullName);

    public LocalizationResourceBase Get(string resourceName) => this.GetValueOrDefault(resourceName)
        ?? throw new AbpException("Can not find a localization resource with the name " + resourceName);

    public LocalizationResourceBase? GetOrNull(Type resourceType) =>
        this.GetValueOrDefault(LocalizationResourceNameAttribute.GetName(resourceType));

    public bool ContainsResource(Type resourceType) => GetOrNull(resourceType) is not null;
}

public static class LocalizationResourceExtensions
{
    /// <summary>Adds a folder of the virtual file system with one JSON file for each culture.</summary>
    public static TLocalizationResource AddVirtualJson<TLocalizationResource>(
        this TLocalizationResource localizationResource, string virtualPath)
        where TLocalizationResource : LocalizationResourceBase
    {
        localizationResource.VirtualPaths.Add("/" + Check.NotNullOrWhiteSpace(virtualPath, nameof(virtualPath)).Trim('/'));
        return localizationResource;
    }

    /// <summary>Texts that the resource lacks are looked up in these.</summary>
    public static TLocalizationResource AddBaseTypes<TLocalizationResource>(
        this TLocalizationResource localizationResource, params Type[] types)
        where TLocalizationResource : LocalizationResourceBase =>
        localizationResource.AddBaseResources(types.Select(LocalizationResourceNameAttribute.GetName).ToArray());

    public static TLocalizationResource AddBaseResources<TLocalizationResource>(
        this TLocalizationResource localizationResource, params string[] baseResourceNames)
        where TLocalizationResource : LocalizationResourceBase
    {
        localizationResource.BaseResourceNames.AddRange(baseResourceNames.Except(localizationResource.BaseResourceNames));
        return localizationResource;
    }
}

public class LocalizationResourceNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public static LocalizationResourceNameAttribute? GetOrNull(Type resourceType) =>
        resourceType.GetCustomAttribute<LocalizationResourceNameAttribute>();

    public static string GetName(Type resourceType) => GetOrNull(resourceType)?.Name ?? resourceType.FullName!;
}

public interface IInheritedResourceTypesProvider
{
    Type[] GetInheritedResourceTypes();
}

[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class InheritResourceAttribute(params Type[] resourceTypes) : Attribute, IInheritedResourceTypesProvider
{
    public Type[] ResourceTypes { get; } = resourceTypes;

    public virtual Type[] GetInheritedResourceTypes() => ResourceTypes;
}
