using Kernel.Displaying;
using Kernel.Localization;
using Kernel.Notifications;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kernel.Components;

/// <summary>The bell of the shell: how much the reader was told and has not read. It looks again each minute; without script, with each page.</summary>
[HtmlTargetElement("ui-bell", TagStructure = TagStructure.NormalOrSelfClosing)]
public class BellTagHelper(IUserNotifications notifications, IDisplay display, IStringLocalizer<KernelWebResource> texts) : TagHelper
{
    private const string Id = "ui-bell";

    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var unread = await notifications.CountUnreadAsync();
        var shown = display.Number(Math.Min(unread, IUserNotifications.MaxCount - 1)) + (unread == IUserNotifications.MaxCount ? "+" : "");
        var url = ViewContext.HttpContext.Request.PathBase + "/Notifications";
        var label = unread == 0 ? texts["Notifications"] : texts["Notifications:Unread", shown];
        (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-bell");
        foreach (var (name, value) in ((string, string)[])
            [("id", Id), ("hx-get", url + "?handler=Bell"), ("hx-trigger", "every 60s"), ("hx-select", "#" + Id), ("hx-swap", "outerHTML"), ("hx-push-url", "false")])
        {
            output.Attributes.SetAttribute(name, value);
        }
        output.Content.SetHtmlContent(Markup.Of("a", "btn btn-icon", Markup.Icon("bell"), unread == 0 ? null : Markup.Of("span", "ui-bell-count", Markup.Text(shown)).With("aria-hidden", "true"))
            .With("href", url).With("aria-label", label).With("title", label));
    }
}
