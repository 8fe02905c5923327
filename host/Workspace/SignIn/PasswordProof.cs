using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;

namespace Workspace.SignIn;

/// <summary>Asks a signed-in person for the password again, as before a second factor is taken away; guessing is limited as at the door.</summary>
public class PasswordProof(IdentityUserManager users, SignInLimits limits, ICurrentTenant currentTenant, IHttpContextAccessor http) : ITransientDependency
{
    public virtual async Task<bool> IsRightAsync(IdentityUser user, string? password)
    {
        var attempt = new SignInAttempt(http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "", currentTenant.Name ?? "", user.UserName);
        if (!limits.MayTry(attempt)) { return false; }
        if (!string.IsNullOrEmpty(password) && await users.CheckPasswordAsync(user, password)) { return true; }
        limits.NoteFailure(attempt);
        return false;
    }
}
