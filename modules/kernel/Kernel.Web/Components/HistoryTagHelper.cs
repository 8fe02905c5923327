using Kernel.Auditing;
using Kernel.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;

namespace Kernel.Components;

/// <summary>A link to a record's history, where the host has such a page and the reader may open it.</summary>
[HtmlTargetElement("ui-history", TagStructure = TagStructure.NormalOrSelfClosing)]
public class HistoryTagHelper(IPermissionChecker permissions, IStringLocalizer<KernelWebResource> texts) : TagHelper
{
    public Guid Id { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!await permissions.IsGrantedAsync(RecordHistory.Permission)) // one that no host defines is not granted
        {
            output.SuppressOutput();
            return;
        }
        (output.TagName, output.TagMode) = ("a", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("href", RecordHistory.Url(Id));
        output.Content.SetHtmlContent(Markup.Html(Markup.Icon("clock"), Markup.Text(texts["ChangeHistory"])));
    }
}
