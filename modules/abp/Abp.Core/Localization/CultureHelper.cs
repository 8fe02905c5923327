using System.Globalization;

namespace Volo.Abp.Localization;

public static class CultureHelper
{
    public static bool IsRtl => CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft;

    /// <summary>Changes the thread's cultures until the result is disposed.</summary>
    public static IDisposable Use(string culture, string? uiCulture = null) =>
        Use(new CultureInfo(culture), uiCulture is null ? null : new CultureInfo(uiCulture));

    public static IDisposable Use(CultureInfo culture, CultureInfo? uiCulture = null)
    {
        var (before, uiBefore) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture ?? culture);
        return new DisposeAction(() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, uiBefore));
    }

    public static bool IsValidCultureCode(string cultureCode)
    {
        if (string.IsNullOrWhiteSpace(cultureCode))
        {
            return false;
        }
        try
        {
            CultureInfo.GetCultureInfo(cultureCode);
            return true;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    /// <summary>The parent of a culture: "fa" of "fa-IR"; the name itself when it has none.</summary>
    public static string GetBaseCultureName(string cultureName) =>
        new CultureInfo(cultureName).Parent.Name is { Length: > 0 } parent ? parent : cultureName;
}
