using Kernel.Displaying;
using Kernel.Localization;
using Kernel.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kernel.Components;

/// <summary>A page or part with nothing in it yet says what to do first.</summary>
[HtmlTargetElement("ui-empty")]
public class EmptyTagHelper : TagHelper
{
    public string Title { get; set; } = "";
    public string? Text { get; set; }
    public string Icon { get; set; } = "empty";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var action = await output.GetChildContentAsync();
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-empty");
        output.Content.SetHtmlContent(Markup.Html(
            Markup.Of("span", "ui-empty-icon", Markup.Icon(Icon)),
            Markup.Of("p", "ui-empty-title", Markup.Text(Title)),
            string.IsNullOrEmpty(Text) ? null : Markup.Of("p", "ui-empty-text", Markup.Text(Text)),
            action.IsEmptyOrWhiteSpace ? null : Markup.Of("div", "ui-actions", action)));
    }
}

/// <summary>
/// Brings the next rows of a list that is paged by key. <see cref="Into"/> names the element that holds the rows; the answer
/// may be a whole page or a fragment, as long as it has that element and this tag. Without script it is a link to the next page.
/// </summary>
[HtmlTargetElement("ui-more")]
public class MoreTagHelper(IStringLocalizer<KernelWebResource> texts) : TagHelper
{
    /// <summary>Null when there are no more rows.</summary>
    public string? NextUrl { get; set; }
    public string Into { get; set; } = "#rows";
    public string? Text { get; set; }

    /// <summary>They come by themselves when the reader has scrolled there. Not where something stands below the list.</summary>
    public bool OnScroll { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-more");
        var id = Into.TrimStart('#') + "-more";
        output.Attributes.SetAttribute("id", id);
        if (string.IsNullOrEmpty(NextUrl))
        {
            return;
        }
        output.Content.SetHtmlContent(Markup.Of("a", "btn btn-light", Markup.Text(Text ?? texts["ShowMore"]))
            .With("href", NextUrl).With("hx-get", NextUrl).With("hx-target", Into).With("hx-select", Into + " > *")
            .With("hx-swap", "beforeend").With("hx-select-oob", "#" + id).With("hx-push-url", "false")
            .With("hx-trigger", OnScroll ? "intersect once, click" : null));
    }
}

[HtmlTargetElement("ui-timeline")]
public class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("ol", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-timeline");
    }
}

/// <summary>What happened on a day or at an instant; the child content tells more.</summary>
[HtmlTargetElement("ui-timeline-item")]
public class TimelineItemTagHelper(IDisplay display) : TagHelper
{
    public string Icon { get; set; } = "note";
    public DateOnly? Date { get; set; }
    /// <summary>In UTC.</summary>
    public DateTime? Instant { get; set; }
    public string Title { get; set; } = "";
    public string? Url { get; set; }
    /// <summary>Small and grey beside the date: who did it, how long it took.</summary>
    public string? Meta { get; set; }
    /// <summary>neutral, good, warn, bad or info.</summary>
    public string Tone { get; set; } = "neutral";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        (output.TagName, output.TagMode) = ("li", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-timeline-item ui-tone-" + Tone);
        var when = Instant is { } instant ? display.DateTime(instant) : Date is { } date ? display.Date(date) : null;
        var title = string.IsNullOrEmpty(Url) ? Markup.Of("span", "ui-timeline-title", Markup.Text(Title)) : Markup.Of("a", "ui-timeline-title", Markup.Text(Title)).With("href", Url);
        output.Content.SetHtmlContent(Markup.Html(
            Markup.Of("span", "ui-timeline-icon", Markup.Icon(Icon)),
            Markup.Of("div", "ui-timeline-body",
                Markup.Of("div", "ui-timeline-head", title,
                    Markup.Of("span", "ui-timeline-meta", string.IsNullOrEmpty(Meta) ? null : Markup.Of("span", null, Markup.Text(Meta)), when is null ? null : Markup.Of("span", null, Markup.Text(when)))),
                body.IsEmptyOrWhiteSpace ? null : Markup.Of("div", "ui-timeline-text", body))));
    }
}

/// <summary>Where flash messages appear; the layout holds one.</summary>
[HtmlTargetElement("ui-toast", TagStructure = TagStructure.NormalOrSelfClosing)]
public class ToastTagHelper(IStringLocalizer<KernelWebResource> texts) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-toasts");
        output.Attributes.SetAttribute("id", "ui-toasts");
        output.Attributes.SetAttribute("role", "status");
        output.Attributes.SetAttribute("aria-live", "polite");
        output.Attributes.SetAttribute("data-close", texts["Close"].Value);
        output.Attributes.SetAttribute("data-failed", texts["RequestFailed"].Value);
        output.Attributes.SetAttribute("data-offline", texts["Offline"].Value);
        if (Flash.Take(ViewContext.TempData) is var (message, tone))
        {
            output.Content.SetHtmlContent(Markup.Of("div", "ui-toast ui-toast-" + tone, Markup.Icon(tone == "bad" ? "alert" : "check"), Markup.Of("span", null, Markup.Text(message))));
        }
    }
}

/// <summary>A list's filter: a search box, and further fields as child content. Answers while one types; without script it submits.</summary>
[HtmlTargetElement("ui-search-box")]
public class SearchBoxTagHelper(IStringLocalizer<KernelWebResource> texts) : TagHelper
{
    public string Name { get; set; } = "q";
    public string? Value { get; set; }
    public string? Placeholder { get; set; }
    /// <summary>The element that the answer replaces.</summary>
    public string Into { get; set; } = "#list";
    /// <summary>The page itself when null.</summary>
    public string? Action { get; set; }

    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        var action = Action ?? ViewContext.HttpContext.Request.PathBase + ViewContext.HttpContext.Request.Path;
        var label = Placeholder ?? texts["Search"].Value;
        (output.TagName, output.TagMode) = ("form", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-filter");
        foreach (var (name, value) in new (string, string)[]
        {
            ("method", "get"), ("role", "search"), ("action", action), ("hx-get", action), ("hx-target", Into), ("hx-select", Into), ("hx-swap", "outerHTML"), ("hx-push-url", "true"),
            ("hx-trigger", "input changed delay:250ms from:find input[type=search], change, submit"), ("hx-sync", "this:replace"),
        })
        {
            output.Attributes.SetAttribute(name, value);
        }
        var input = Markup.Of("input", "form-control").Alone().With("type", "search").With("name", Name).With("value", Value ?? "")
            .With("placeholder", label).With("aria-label", label).With("autocomplete", "off");
        output.Content.SetHtmlContent(Markup.Html(
            Markup.Of("div", "ui-search", Markup.Icon("search"), input), more,
            Markup.Of("button", "btn btn-light ui-filter-submit", Markup.Text(texts["Search"]))));
    }
}

[HtmlTargetElement("ui-tabs")]
public class TabsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("nav", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-tabs");
    }
}

[HtmlTargetElement("ui-tab", ParentTag = "ui-tabs")]
public class TabTagHelper : TagHelper
{
    public string Url { get; set; } = "";
    public string? Text { get; set; }
    public string? Count { get; set; }
    public bool Active { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        (output.TagName, output.TagMode) = ("a", TagMode.StartTagAndEndTag);
        output.AddCssClass(Active ? "ui-tab active" : "ui-tab");
        output.Attributes.SetAttribute("href", Url);
        if (Active)
        {
            output.Attributes.SetAttribute("aria-current", "page");
        }
        output.Content.SetHtmlContent(Markup.Html(Text is null ? null : Markup.Text(Text), more, string.IsNullOrEmpty(Count) ? null : Markup.Of("span", "ui-count", Markup.Text(Count))));
    }
}

/// <summary>A row of figures.</summary>
[HtmlTargetElement("ui-stats")]
public class StatsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-stats");
    }
}

/// <summary>One figure; the child content is its value.</summary>
[HtmlTargetElement("ui-stat")]
public class StatTagHelper : TagHelper
{
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public string? Url { get; set; }
    public string? Icon { get; set; }
    /// <summary>neutral, good, warn, bad or info.</summary>
    public string Tone { get; set; } = "neutral";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        (output.TagName, output.TagMode) = (string.IsNullOrEmpty(Url) ? "div" : "a", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-stat ui-tone-" + Tone);
        if (!string.IsNullOrEmpty(Url))
        {
            output.Attributes.SetAttribute("href", Url);
        }
        output.Content.SetHtmlContent(Markup.Html(
            Markup.Of("span", "ui-stat-label", Icon is null ? null : Markup.Icon(Icon), Markup.Text(Label)),
            Markup.Of("span", "ui-stat-value", value.IsEmptyOrWhiteSpace ? Markup.Text("—") : value),
            string.IsNullOrEmpty(Hint) ? null : Markup.Of("span", "ui-stat-hint", Markup.Text(Hint))));
    }
}

/// <summary>A list of names and values.</summary>
[HtmlTargetElement("ui-facts")]
public class FactsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("dl", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-facts");
    }
}

/// <summary>One name with its value, which is the child content or <see cref="Text"/>; an empty one is a dash.</summary>
[HtmlTargetElement("ui-fact")]
public class FactTagHelper : TagHelper
{
    public string Label { get; set; } = "";
    public string? Text { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        IHtmlContent value = Text is null ? await output.GetChildContentAsync() : Markup.Text(Text);
        var isEmpty = value is TagHelperContent { IsEmptyOrWhiteSpace: true } || Text == "";
        (output.TagName, output.TagMode) = ("div", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-fact");
        output.Content.SetHtmlContent(Markup.Html(Markup.Of("dt", null, Markup.Text(Label)),
            Markup.Of("dd", null, isEmpty ? Markup.Of("span", "ui-none", Markup.Text("—")) : value)));
    }
}

/// <summary>A button that opens a list of links and forms.</summary>
[HtmlTargetElement("ui-menu")]
public class MenuTagHelper : TagHelper
{
    public string? Text { get; set; }
    public string? Icon { get; set; }
    /// <summary>The button's name when it shows an icon only.</summary>
    public string? Label { get; set; }
    public string Button { get; set; } = "btn btn-light";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = await output.GetChildContentAsync();
        (output.TagName, output.TagMode) = ("details", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-menu");
        output.Content.SetHtmlContent(Markup.Html(
            Markup.Of("summary", Button, Icon is null ? null : Markup.Icon(Icon), Text is null ? null : Markup.Of("span", null, Markup.Text(Text)), Text is null ? null : Markup.Icon("down"))
                .With("aria-label", Label).With("title", Label),
            Markup.Of("div", "ui-menu-list", items)));
    }
}

/// <summary>What a refused form said about no field of its own, for a fragment without page head.</summary>
[HtmlTargetElement("ui-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public class ErrorsTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Html(Markup.Errors(ViewContext)));
    }
}

/// <summary>Sends a plain form by htmx and replaces <c>hx-into</c> with the answer. Without script the form still posts.</summary>
[HtmlTargetElement("form", Attributes = "hx-into")]
public class FormIntoTagHelper : TagHelper
{
    public string HxInto { get; set; } = "";
    public override int Order => 1; // after the framework has written the form's action

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var verb = output.Attributes["method"]?.Value?.ToString() == "post" ? "hx-post" : "hx-get";
        output.Attributes.SetAttribute(verb, output.Attributes["action"]?.Value ?? "");
        output.Attributes.SetAttribute("hx-target", HxInto);
        output.Attributes.SetAttribute("hx-swap", "outerHTML");
    }
}
