namespace Volo.Abp.Localization;

public class AbpLocalizationOptions
{
    public LocalizationResourceDictionary Resources { get; } = new();

    /// <summary>The resource of services and menus that name none.</summary>
    public Type? DefaultResourceType { get; set; }

    /// <summary>The languages that users may choose.</summary>
    public List<LanguageInfo> Languages { get; } = [];
}

[LocalizationResourceName("Default")]
public class DefaultResource;
