using Kernel.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kernel.Components;

/// <summary>
/// Picks one of many: asks <see cref="Url"/> with <c>?term=</c> while one types, and keeps the chosen id. The handler answers
/// <c>Lookup(items)</c>. The text typed is posted as <c>{name}Text</c>, so that a form without script can still be understood.
/// </summary>
[HtmlTargetElement("ui-lookup", Attributes = "for,url")]
public class LookupTagHelper(IStringLocalizer<KernelWebResource> texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;
    public string Url { get; set; } = "";
    /// <summary>Names of other fields of the form, separated by blanks, whose values are asked along by the last part of their names.</summary>
    public string? With { get; set; }
    /// <summary>The name of what is chosen now.</summary>
    public string? Text { get; set; }
    public string? Label { get; set; }
    public string? Hint { get; set; }
    public string? Placeholder { get; set; }
    public bool Required { get; set; }
    public bool Wide { get; set; }
    /// <summary>No visible label, for a table of lines.</summary>
    public bool Bare { get; set; }
    public bool Autofocus { get; set; }

    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var state = Entry(name);
        var error = state is { Errors.Count: > 0, AttemptedValue: "" } ? texts["ChooseOne"].Value : state?.Errors.FirstOrDefault()?.ErrorMessage ?? Entry(name + "Text")?.Errors.FirstOrDefault()?.ErrorMessage;
        var value = state?.AttemptedValue ?? (For.Model is Guid guid && guid == Guid.Empty ? "" : For.Model?.ToString() ?? "");
        var search = Markup.Of("input", error is null ? "form-control" : "form-control is-invalid").Alone().With("type", "text").With("id", id).With("name", name + "Text")
            .With("value", Posted(name + "Text") ?? Text ?? "").With("placeholder", Placeholder ?? texts["TypeToSearch"]).With("autocomplete", "off")
            .With("role", "combobox").With("aria-expanded", "false").With("aria-controls", id + "-list").With("aria-label", Bare ? Label : null)
            .With("autofocus", Autofocus ? "autofocus" : null).With("data-with", With).With("data-lookup", Url);
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-field ui-lookup" + (Wide ? " ui-wide" : ""));
        output.Content.SetHtmlContent(Markup.Html(
            Bare ? null : Markup.Of("label", "ui-label", Markup.Text(Label), Required ? Markup.Of("span", "ui-required", Markup.Text("*")) : null).With("for", id),
            Markup.Of("div", "ui-input", search, Markup.Icon("search")),
            Markup.Of("input", null).Alone().With("type", "hidden").With("name", name).With("value", value),
            Markup.Of("div", "ui-lookup-list").With("id", id + "-list").With("role", "listbox").With("hidden", "hidden"),
            string.IsNullOrEmpty(Hint) ? null : Markup.Of("p", "ui-hint", Markup.Text(Hint)),
            error is null ? null : Markup.Of("p", "ui-error", Markup.Icon("alert"), Markup.Text(error))));
    }

    private ModelStateEntry? Entry(string name) => ViewContext.ModelState.TryGetValue(name, out var entry) ? entry : null;

    /// <summary>A lookup's text need not be a property of the form, so what was typed comes from the request.</summary>
    private string? Posted(string name) =>
        ViewContext.HttpContext.Request is { HasFormContentType: true } request && request.Form.TryGetValue(name, out var typed) ? typed.ToString() : null;
}
