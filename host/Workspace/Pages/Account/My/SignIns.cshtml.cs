using Volo.Abp.Identity;
using Volo.Abp.Users;
using Workspace.SignIn.Sessions;

namespace Workspace.Pages.Account.My;

/// <summary>What happened to my account lately: sign-ins, refused attempts, changed passwords.</summary>
public class SignInsModel(IIdentitySecurityLogRepository log) : AccountPageModel
{
    private const int MaxListed = 50;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<IdentitySecurityLog> Events { get; private set; } = [];

    public virtual async Task OnGetAsync() => Events = await log.GetListAsync(maxResultCount: MaxListed, userId: CurrentUser.GetId());

    public string NameOf(IdentitySecurityLog entry) => L["SecurityEvent:" + entry.Action] is { ResourceNotFound: false } name ? name : entry.Action;

    public string ToneOf(IdentitySecurityLog entry) =>
        entry.Action is "LoginSucceeded" or "LoginRequiresTwoFactor" ? "good" : entry.Action.StartsWith("Login", StringComparison.Ordinal) ? "bad" : "neutral";

    public string DeviceOf(IdentitySecurityLog entry) => DeviceName.Of(entry.BrowserInfo) is var name && name == "?" ? L["Session:UnknownDevice"] : name;
}
