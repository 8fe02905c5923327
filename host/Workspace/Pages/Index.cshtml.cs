using Kernel.Web;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.UI.Navigation;

namespace Workspace.Pages;

/// <summary>The start of the workspace leads to the first tab that its user may open.</summary>
public class IndexModel(IMenuManager menus) : KernelPageModel
{
    public virtual async Task<IActionResult> OnGetAsync()
    {
        var menu = await menus.GetMainMenuAsync();
        var first = menu.Items.SelectMany(item => new[] { item }.Concat(item.Items)).FirstOrDefault(item => !string.IsNullOrEmpty(item.Url));
        return first?.Url is { } url ? Redirect(url.TrimStart('~')) : Page();
    }
}
