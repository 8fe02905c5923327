using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Users;
using Workspace.ApiKeys;

namespace Workspace.Pages.Account.My;

/// <summary>The keys by which programs act for me.</summary>
public class KeysModel(ApiKeyManager keys) : AccountPageModel
{
    internal const string FreshKeyName = "FreshApiKey";

    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];
    public DateTime Now => Clock.Now;

    /// <summary>Shown once, right after it was made.</summary>
    public string? FreshKey { get; private set; }
    public string Example => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/api/parties/party";

    public virtual async Task OnGetAsync()
    {
        FreshKey = TempData[FreshKeyName] as string;
        Keys = await keys.GetListAsync(CurrentUser.GetId());
    }

    public virtual async Task<IActionResult> OnPostRevokeAsync(Guid key)
    {
        await keys.RevokeAsync(CurrentUser.GetId(), key);
        Toast(L["ApiKey:IsRevoked"]);
        return RedirectToPage();
    }
}
