namespace Volo.Abp.Localization;

public interface ILanguageInfo
{
    string CultureName { get; }
    string UiCultureName { get; }
    string DisplayName { get; }
}

public class LanguageInfo : ILanguageInfo
{
    public LanguageInfo(string cultureName, string? uiCultureName = null, string? displayName = null)
    {
        CultureName = Check.NotNullOrWhiteSpace(cultureName, nameof(cultureName));
        UiCultureName = string.IsNullOrEmpty(uiCultureName) ? cultureName : uiCultureName;
        DisplayName = string.IsNullOrEmpty(displayName) ? cultureName : displayName;
    }

    public virtual string CultureName { get; protected set; }
    public virtual string UiCultureName { get; protected set; }
    public virtual string DisplayName { get; protected set; }
}

public interface ILanguageProvider
{
    Task<IReadOnlyList<LanguageInfo>> GetLanguagesAsync();
}
