using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kernel.Components;

/// <summary>Small pieces of markup that the tag helpers share. Text is encoded unless it comes in as <see cref="IHtmlContent"/>.</summary>
internal static class Markup
{
    public static Element Of(string tag, string? css, params IHtmlContent?[] content) => new(tag, css, content);

    public static IHtmlContent Text(string? text) => new StringHtmlContent(text ?? "");
    public static IHtmlContent Raw(string html) => new HtmlString(html);

    public static IHtmlContent Html(params IHtmlContent?[] content) => new Elements(content);

    public static void AddCssClass(this TagHelperOutput output, string css)
    {
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(own) ? css : css + " " + own);
    }

    public static IHtmlContent Icon(string? name) => Icons.Of(name);

    /// <summary>Numbers, telephones and codes run left to right inside Persian text.</summary>
    public static Element Ltr(string text, string? css = null) => Of("bdi", css, Text(text)).With("dir", "ltr");

    public static Element Status(string text, string tone) => Of("span", "ui-status ui-status-" + tone, Text(text));

    /// <summary>Initials on a colour that stays the same for a name.</summary>
    public static Element Avatar(string name, string? css = null) =>
        Of("span", $"ui-avatar ui-avatar-{Shade(name)} {css}".TrimEnd(), Text(Initials(name))).With("aria-hidden", "true");

    private static readonly object ErrorsAreShown = new();

    /// <summary>What a refused form said about no field of its own; once in an answer, in the first place that asks.</summary>
    public static Element? Errors(ViewContext view)
    {
        var errors = view.ModelState[""]?.Errors;
        return errors is not { Count: > 0 } || !view.HttpContext.Items.TryAdd(ErrorsAreShown, true) ? null
            : Of("div", "ui-alert ui-alert-bad", Icon("alert"), Of("div", null, [.. errors.Select(error => Of("p", null, Text(error.ErrorMessage)))])).With("role", "alert");
    }

    private static int Shade(string name)
    {
        var sum = 17;
        foreach (var letter in name)
        {
            sum = (sum * 31 + letter) & 0xffff;
        }
        return sum % 6;
    }

    /// <summary>Words that half of all companies begin with.</summary>
    private static readonly string[] General = ["شرکت ", "گروه ", "مؤسسه ", "موسسه ", "فروشگاه ", "The "];

    /// <summary>Two words' first letters, parted by a zero-width non-joiner so that Persian letters do not join.</summary>
    private static string Initials(string name)
    {
        var own = General.Aggregate(name, (text, word) => text.StartsWith(word, StringComparison.Ordinal) ? text[word.Length..] : text);
        var words = own.Split([' ', '(', '-'], StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetter(word[0])).Take(2);
        return string.Join('\u200C', words.Select(word => char.ToUpperInvariant(word[0])));
    }
}
