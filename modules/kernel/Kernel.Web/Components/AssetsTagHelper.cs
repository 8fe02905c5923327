using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Options;

namespace Kernel.Components;

/// <summary>Styles and scripts that modules add to every page, such as <c>/_content/Crm.Web/dist/crm.css</c>.</summary>
public class AssetOptions
{
    public List<string> Styles { get; } = [];
    public List<string> Scripts { get; } = [];
}

/// <summary>In the layout's head: what <see cref="AssetOptions"/> names, each with the version of its content.</summary>
[HtmlTargetElement("ui-assets", TagStructure = TagStructure.NormalOrSelfClosing)]
public class AssetsTagHelper(IOptions<AssetOptions> options, IFileVersionProvider versions) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Html([
            .. options.Value.Styles.Select(style => Markup.Of("link", null).Alone().With("rel", "stylesheet").With("href", Versioned(style))),
            .. options.Value.Scripts.Select(script => Markup.Of("script", null).With("src", Versioned(script)).With("defer"))]));
    }

    private string Versioned(string path) => versions.AddFileVersionToPath(ViewContext.HttpContext.Request.PathBase, path);
}
