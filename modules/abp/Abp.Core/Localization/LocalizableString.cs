using Microsoft.Extensions.Localization;

namespace Volo.Abp.Localization;

/// <summary>A text that is looked up when it is shown, in the culture of the reader.</summary>
public interface ILocalizableString
{
    LocalizedString Localize(IStringLocalizerFactory stringLocalizerFactory);
}

/// <summary>A text that is the same in every language.</summary>
public class FixedLocalizableString(string value) : ILocalizableString
{
    public string Value { get; } = value;

    public LocalizedString Localize(IStringLocalizerFactory stringLocalizerFactory) => new(Value, Value);
}

public class LocalizableString : ILocalizableString
{
    public LocalizableString(Type? resourceType, string name)
    {
        Name = Check.NotNullOrEmpty(name, nameof(name));
        ResourceType = resourceType;
        ResourceName = resourceType is null ? null : LocalizationResourceNameAttribute.GetName(resourceType);
    }

    public LocalizableString(string name, string? resourceName = null)
    {
        Name = Check.NotNullOrEmpty(name, nameof(name));
        ResourceName = resourceName;
    }

    public string Name { get; }
    public Type? ResourceType { get; }
    public string? ResourceName { get; }

    public static LocalizableString Create<TResource>(string name) => new(typeof(TResource), name);
    public static LocalizableString Create(Type resourceType, string name) => new(resourceType, name);
    public static LocalizableString Create(string name, string? resourceName = null) => new(name, resourceName);

    public LocalizedString Localize(IStringLocalizerFactory stringLocalizerFactory)
    {
        var localizer = this switch
        {
            { ResourceType: { } type } => stringLocalizerFactory.Create(type),
            { ResourceName: { } name } => stringLocalizerFactory.CreateByResourceNameOrNull(name),
            _ => null
        };
        localizer ??= stringLocalizerFactory.CreateDefaultOrNull()
            ?? throw new AbpException($"No localization resource is known for the text '{Name}', and no default resource is set.");
        return localizer[Name];
    }
}

public interface IHasNameWithLocalizableDisplayName
{
    string Name { get; }
    ILocalizableString? DisplayName { get; }
}
