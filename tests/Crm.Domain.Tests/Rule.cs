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
            Texts(language).TryGetValue(code, out var text).ShouldBeTrue($"{code} has no text in {language}");
            foreach (var placeholder in text!.Split('{').Skip(1).Select(part => part[..part.IndexOf('}')]))
            {
                error.Data.Contains(placeholder).ShouldBeTrue($"{{{placeholder}}} of {code} ({language}) has no value");
            }
        }
    }

    private static Dictionary<string, string> Texts(string language)
    {
        var assembly = typeof(CrmErrorCodes).Assembly;
        var texts = new Dictionary<string, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(resource => resource.EndsWith($".{language}.json")))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            foreach (var text in document.RootElement.GetProperty("texts").EnumerateObject())
            {
                texts.Add(text.Name, text.Value.GetString()!);
            }
        }
        return texts;
    }
}
