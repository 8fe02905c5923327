using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Volo.Abp.AspNetCore.Mvc.UI.Layout;

namespace Kernel.Components;

/// <summary>A page's title, what it is about and its actions; also names the browser's window and shows what a refused form said.</summary>
[HtmlTargetElement("ui-page-head")]
public class PageHeadTagHelper(IPageLayout layout) : TagHelper
{
    public string Title { get; set; } = "";
    public string? Subtitle { get; set; }
    /// <summary>Where the page belongs, shown above the title.</summary>
    public string? BackUrl { get; set; }
    public string? BackText { get; set; }
    /// <summary>Whom the page is about: shows initials beside the title.</summary>
    public string? Person { get; set; }
    public string? Status { get; set; }
    public string StatusTone { get; set; } = "neutral";

    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = (await output.GetChildContentAsync()).GetContent();
        layout.Content.Title ??= Title;
        (output.TagName, output.TagMode) = ("header", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-page-head");
        output.Content.SetHtmlContent(Markup.Html(
            Back(),
            Markup.Of("div", "ui-page-head-row",
                Markup.Of("div", "ui-page-head-main", string.IsNullOrEmpty(Person) ? null : Markup.Avatar(Person, "ui-avatar-lg"), Heading()),
                string.IsNullOrWhiteSpace(actions) ? null : Markup.Of("div", "ui-actions", Markup.Raw(actions)))));
        output.PostElement.SetHtmlContent(Markup.Html(Markup.Errors(ViewContext)));
    }

    private Element? Back() => string.IsNullOrEmpty(BackUrl) ? null
        : Markup.Of("a", "ui-back", Markup.Icon("back"), Markup.Text(BackText ?? "")).With("href", BackUrl);

    private Element Heading() => Markup.Of("div", "ui-page-head-text",
        Markup.Of("h1", "ui-title", Markup.Text(Title), string.IsNullOrEmpty(Status) ? null : Markup.Status(Status, StatusTone)),
        string.IsNullOrEmpty(Subtitle) ? null : Markup.Of("p", "ui-subtitle", Markup.Text(Subtitle)));
}
