using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Volo.Abp.Localization;

/// <summary>
/// The texts of one resource. For each culture all fallbacks are merged once into one dictionary, so that a text costs one look-up:
/// own culture, its parents, the resource's default culture, then the base resources in their order.
/// </summary>
internal class AbpStringLocalizer(
    LocalizationResourceBase resource, Dictionary<string, Dictionary<string, string>> ownTexts, IReadOnlyList<AbpStringLocalizer> bases)
    : IStringLocalizer
{
    private readonly ConcurrentDictionary<string, Dictionary<string, LocalizedString>> _cultures = new();

    public LocalizedString this[string name] => Texts(CultureInfo.CurrentUICulture).GetValueOrDefault(name)
        ?? new LocalizedString(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var text = this[name];
            var formatted = string.Format(CultureInfo.CurrentCulture, text.Value, arguments);
            return new LocalizedString(name, formatted, text.ResourceNotFound, text.SearchedLocation);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures)
    {
        var culture = CultureInfo.CurrentUICulture;
        return includeParentCultures
            ? Texts(culture).Values
            : ownTexts.GetValueOrDefault(culture.Name)?.Select(text => Localized(text.Key, text.Value)) ?? [];
    }

    private Dictionary<string, LocalizedString> Texts(CultureInfo culture) =>
        _cultures.TryGetValue(culture.Name, out var texts) ? texts : _cultures.GetOrAdd(culture.Name, _ => Merge(culture));

    private Dictionary<string, LocalizedString> Merge(CultureInfo culture)
    {
        var merged = new Dictionary<string, LocalizedString>();
        foreach (var inherited in bases.Reverse())
        {
            foreach (var (key, text) in inherited.Texts(culture))
            {
                merged[key] = text;
            }
        }
        foreach (var name in FromDefaultToOwn(culture))
        {
            foreach (var (key, text) in ownTexts.GetValueOrDefault(name) ?? [])
            {
                merged[key] = Localized(key, text);
            }
        }
        return merged;
    }

    private IEnumerable<string> FromDefaultToOwn(CultureInfo culture)
    {
        var names = new List<string>();
        for (var each = culture; each.Name.Length > 0; each = each.Parent)
        {
            names.Add(each.Name);
        }
        if (resource.DefaultCultureName is { } fallback)
        {
            names.Add(fallback);
        }
        names.Reverse();
        return names;
    }

    private static LocalizedString Localized(string key, string text) => new(key, text, resourceNotFound: false);
}
