using System.Globalization;
using System.Text.Encodings.Web;
using Kernel.Displaying;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.TagHelpers.Cache;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Volo.Abp.MultiTenancy;

namespace Kernel.Components;

/// <summary>
/// Fields of a form that come blank: as long as nothing was typed into the form, they are the same for all of an organisation
/// who read alike, and are drawn once for them. Inside stands nothing that is a record's, a user's or a permission's.
/// </summary>
[HtmlTargetElement("ui-blank", Attributes = "form")]
public class BlankTagHelper(CacheTagHelperMemoryCacheFactory cache, HtmlEncoder encoder, IDisplay display, ICurrentTenant tenant)
    : CacheTagHelper(cache, encoder)
{
    /// <summary>The property that the fields belong to: <c>Call</c> for <c>Call.Text</c>.</summary>
    public string Form { get; set; } = "";

    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Enabled = !ViewContext.ModelState.Keys.Any(key => key.StartsWith(Form + ".", StringComparison.Ordinal));
        VaryByCulture = true;
        VaryBy = string.Create(CultureInfo.InvariantCulture, $"{tenant.Id}|{display.Settings}|{display.Today:O}");
        return base.ProcessAsync(context, output);
    }
}
