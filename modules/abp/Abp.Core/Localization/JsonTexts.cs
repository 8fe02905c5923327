using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace Volo.Abp.Localization;

/// <summary>Reads the JSON files of a resource: <c>{ "culture": "en", "texts": { "Key": "Text" } }</c>.</summary>
internal static class JsonTexts
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <returns>The texts by culture; a later folder wins over an earlier one.</returns>
    public static Dictionary<string, Dictionary<string, string>> Read(IFileProvider files, IEnumerable<string> folders)
    {
        var cultures = new Dictionary<string, Dictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in folders.SelectMany(files.GetDirectoryContents).Where(IsJson))
        {
            var (culture, texts) = Read(file);
            if (!cultures.TryGetValue(culture, out var all))
            {
                cultures[culture] = all = [];
            }
            foreach (var (key, text) in texts)
            {
                all[key] = text;
            }
        }
        return cultures;
    }

    private static bool IsJson(IFileInfo file) => !file.IsDirectory && file.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static (string Culture, List<(string Key, string Text)> Texts) Read(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        using var document = JsonDocument.Parse(stream, Lenient);
        if (!document.RootElement.TryGetProperty("culture", out var culture) || culture.ValueKind != JsonValueKind.String)
        {
            throw new AbpException($"Culture is empty in the localization file {file.Name}.");
        }
        var texts = new List<(string, string)>();
        if (document.RootElement.TryGetProperty("texts", out var entries))
        {
            foreach (var entry in entries.EnumerateObject())
            {
                if (entry.Value.ValueKind != JsonValueKind.String)
                {
                    throw new AbpException($"Invalid localization file format: the text '{entry.Name}' of {file.Name} is not a string.");
                }
                texts.Add((entry.Name, entry.Value.GetString()!));
            }
        }
        return (culture.GetString()!, texts);
    }
}
