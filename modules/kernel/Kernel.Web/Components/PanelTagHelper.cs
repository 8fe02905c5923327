using Kernel.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kernel.Components;

/// <summary>A part of a page with its own title. One whose source failed, is forbidden or has nothing says so in its place.</summary>
[HtmlTargetElement("ui-panel")]
public class PanelTagHelper(IStringLocalizer<KernelWebResource> texts) : TagHelper
{
    public string? Title { get; set; }
    public string? Icon { get; set; }
    /// <summary>Shown small beside the title, such as a number of rows.</summary>
    public string? Count { get; set; }
    /// <summary>ok, failed, forbidden or empty.</summary>
    public string State { get; set; } = "ok";
    /// <summary>Instead of the state's own words.</summary>
    public string? Message { get; set; }
    /// <summary>Where all of it is shown.</summary>
    public string? MoreUrl { get; set; }
    public string? MoreText { get; set; }
    /// <summary>No padding: for a table or a list of rows.</summary>
    public bool Flush { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var slots = new PanelSlots();
        context.Items[typeof(PanelSlots)] = slots;
        var body = await output.GetChildContentAsync();
        (output.TagName, output.TagMode) = ("section", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-panel");
        output.Content.SetHtmlContent(Markup.Html(Head(slots.Actions), State == "ok"
            ? Markup.Of("div", Flush ? "ui-panel-body ui-flush" : "ui-panel-body", body)
            : Note()));
    }

    private IHtmlContent? Head(IHtmlContent? actions)
    {
        if (string.IsNullOrEmpty(Title) && actions is null)
        {
            return null;
        }
        var title = Markup.Of("h2", "ui-panel-title", Icon is null ? null : Markup.Icon(Icon), Markup.Text(Title),
            string.IsNullOrEmpty(Count) ? null : Markup.Of("span", "ui-count", Markup.Text(Count)));
        var more = string.IsNullOrEmpty(MoreUrl) || State == "forbidden" ? null
            : Markup.Of("a", "ui-panel-more", Markup.Text(MoreText ?? texts["SeeAll"]), Markup.Icon("forward")).With("href", MoreUrl);
        return Markup.Of("div", "ui-panel-head", title, actions is null && more is null ? null : Markup.Of("div", "ui-actions", actions, more));
    }

    private IHtmlContent Note()
    {
        var (icon, key) = State switch { "failed" => ("alert", "PanelFailed"), "forbidden" => ("lock", "PanelForbidden"), _ => ("empty", "PanelEmpty") };
        return Markup.Of("div", "ui-panel-note ui-panel-note-" + State, Markup.Icon(icon), Markup.Of("p", null, Markup.Text(string.IsNullOrEmpty(Message) ? texts[key] : Message)));
    }
}

internal sealed class PanelSlots
{
    public IHtmlContent? Actions { get; set; }
}

/// <summary>Links and buttons in a panel's head.</summary>
[HtmlTargetElement("ui-panel-actions", ParentTag = "ui-panel")]
public class PanelActionsTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = await output.GetChildContentAsync();
        if (context.Items[typeof(PanelSlots)] is PanelSlots slots)
        {
            slots.Actions = new HtmlString(actions.GetContent());
        }
        output.SuppressOutput();
    }
}
