using System.Text.Json;
using Volo.Abp;

namespace Crm;

internal static class Rule
{
    /// <summary>The act breaks the rule, and both languages have a text for it.</summary>
    public static void ShouldBreak(this Action act, string code)
    {
        var error = act.ShouldThrow<BusinessException>();
        error.Code.ShouldBe(code);
        foreach (var language in new[] { "fa", "en" })
        {
            Texts(language).TryGetProperty(code, out var text).ShouldBeTrue($"{code} has no text in {language}");
            foreach (var placeholder in text.GetString()!.Split('{').Skip(1).Select(part => part[..part.IndexOf('}')]))
            {
                error.Data.Contains(placeholder).ShouldBeTrue($"{{{placeholder}}} of {code} ({language}) has no value");
            }
        }
    }

    private static JsonElement Texts(string language)
    {
        var assembly = typeof(CrmErrorCodes).Assembly;
        var name = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith($".Localization.Crm.{language}.json"));
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.GetProperty("texts").Clone();
    }
}
