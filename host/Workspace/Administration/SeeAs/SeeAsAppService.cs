using System.Globalization;
using System.Security.Claims;
using System.Security.Principal;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Identity;
using Volo.Abp.Security.Claims;
using Volo.Abp.Users;
using Workspace.Administration.Administrators;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Administration.SeeAs;

/// <summary>Shows an administrator what somebody else sees, and lets him change nothing meanwhile.</summary>
public class SeeAsAppService(
    IdentityUserManager users, IUserClaimsPrincipalFactory<IdentityUser> principals, AdministrationRank rank, IPermissionChecker permissions, IReadLedger ledger, TimeProvider time) : ApplicationService
{
    /// <summary>How long it lasts at most; the next request then asks for signing in.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>When it is over, in ticks of UTC: the cookie itself is renewed every minute.</summary>
    public const string UntilClaim = "see_as_until";

    /// <returns>The other user, carrying who looks through his eyes.</returns>
    /// <exception cref="BusinessException">He may not sign in himself, or has more rights of administration.</exception>
    [Authorize(WorkspacePermissions.SeeAs)]
    public virtual async Task<ClaimsPrincipal> StartAsync(Guid userId)
    {
        var me = CurrentUser.GetId();
        if (userId == me) { throw new BusinessException(WorkspaceErrorCodes.NotOneself); }
        var other = await users.GetByIdAsync(userId);
        if (!other.IsActive || await users.IsLockedOutAsync(other)) { throw new BusinessException(WorkspaceErrorCodes.SeeAsInactive).WithData("User", other.UserName); }
        await rank.CheckNotAboveAsync(other);
        var principal = await principals.CreateAsync(other);
        var identity = principal.Identities.First();
        identity.AddClaim(new Claim(AbpClaimTypes.ImpersonatorUserId, me.ToString()));
        identity.AddClaim(new Claim(AbpClaimTypes.ImpersonatorUserName, CurrentUser.UserName!));
        identity.AddClaim(new Claim(UntilClaim, (time.GetUtcNow() + Longest).Ticks.ToString(CultureInfo.InvariantCulture)));
        if (CurrentTenant.Id is { } tenantId) { identity.AddClaim(new Claim(AbpClaimTypes.ImpersonatorTenantId, tenantId.ToString())); }
        Note($"{CurrentUser.UserName} began to see as {other.UserName}", other.Id);
        return principal;
    }

    /// <returns>Who looked; null when he may no longer sign in.</returns>
    [Authorize]
    public virtual async Task<IdentityUser?> EndAsync()
    {
        if (CurrentUser.FindImpersonatorUserId() is not { } id) { return null; }
        Note($"{CurrentUser.FindImpersonatorUserName()} stopped seeing as {CurrentUser.UserName}", CurrentUser.GetId());
        return await users.FindByIdAsync(id.ToString()) is { IsActive: true } user && !await users.IsLockedOutAsync(user) ? user : null;
    }

    /// <summary>Somebody who was locked out or lost the right meanwhile does not go on looking.</summary>
    [Authorize]
    public virtual async Task<bool> GetMayGoOnAsync(ClaimsPrincipal principal) =>
        principal.FindImpersonatorUserId() is { } id
        && long.TryParse(principal.FindFirst(UntilClaim)?.Value, CultureInfo.InvariantCulture, out var until) && time.GetUtcNow().Ticks < until
        && await users.FindByIdAsync(id.ToString()) is { IsActive: true } user && !await users.IsLockedOutAsync(user)
        && await permissions.IsGrantedAsync(await principals.CreateAsync(user), WorkspacePermissions.SeeAs);

    private void Note(string detail, Guid userId) => CurrentUnitOfWork!.OnCompleted(() =>
        ledger.WriteAsync(new ReadEntry(ReadKind.SeeAs, IdentityPermissions.Users.Default, userId.ToString(), Detail: detail)));
}
