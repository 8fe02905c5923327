using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Data;
using Volo.Abp.Guids;

namespace Volo.Abp.Identity;

/// <summary>Lets ASP.NET Core Identity keep users in ABP's tables. A user that it changes is loaded with his details.</summary>
internal class IdentityUserStore(
    IIdentityUserRepository users, IIdentityRoleRepository roles, IGuidGenerator guids, IdentityErrorDescriber errors) :
    IUserLoginStore<IdentityUser>, IUserRoleStore<IdentityUser>, IUserClaimStore<IdentityUser>, IUserPasswordStore<IdentityUser>,
    IUserSecurityStampStore<IdentityUser>, IUserEmailStore<IdentityUser>, IUserLockoutStore<IdentityUser>,
    IUserPhoneNumberStore<IdentityUser>, IUserTwoFactorStore<IdentityUser>, IUserAuthenticationTokenStore<IdentityUser>,
    IUserAuthenticatorKeyStore<IdentityUser>, IUserTwoFactorRecoveryCodeStore<IdentityUser>
{
    private const string InternalProvider = "[AspNetUserStore]";
    private const string AuthenticatorKey = "AuthenticatorKey";
    private const string RecoveryCodes = "RecoveryCodes";

    public void Dispose()
    {
    }

    public Task<string> GetUserIdAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());
    public Task<string> GetUserNameAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.UserName);
    public Task SetUserNameAsync(IdentityUser user, string userName, CancellationToken cancellationToken) => Done(user.UserName = userName);
    public Task<string> GetNormalizedUserNameAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.NormalizedUserName);
    public Task SetNormalizedUserNameAsync(IdentityUser user, string normalizedName, CancellationToken cancellationToken) => Done(user.NormalizedUserName = normalizedName);

    public async Task<IdentityResult> CreateAsync(IdentityUser user, CancellationToken cancellationToken)
    {
        await users.InsertAsync(user, autoSave: true, cancellationToken);
        return IdentityResult.Success;
    }

    public Task<IdentityResult> UpdateAsync(IdentityUser user, CancellationToken cancellationToken) =>
        SavedAsync(() => users.UpdateAsync(user, autoSave: true, cancellationToken));

    public Task<IdentityResult> DeleteAsync(IdentityUser user, CancellationToken cancellationToken) =>
        SavedAsync(() => users.DeleteAsync(user, autoSave: true, cancellationToken));

    public Task<IdentityUser> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        users.FindAsync(Guid.Parse(userId), cancellationToken: cancellationToken);

    public Task<IdentityUser> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        users.FindByNormalizedUserNameAsync(normalizedUserName, cancellationToken: cancellationToken);

    public Task<IdentityUser> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        users.FindByNormalizedEmailAsync(normalizedEmail, cancellationToken: cancellationToken);

    public Task<IdentityUser> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        users.FindByLoginAsync(loginProvider, providerKey, cancellationToken: cancellationToken);

    public Task SetPasswordHashAsync(IdentityUser user, string passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        user.SetLastPasswordChangeTime(DateTimeOffset.UtcNow);
        return Task.CompletedTask;
    }

    public Task<string> GetPasswordHashAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);
    public Task<bool> HasPasswordAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);
    public Task SetSecurityStampAsync(IdentityUser user, string stamp, CancellationToken cancellationToken) => Done(user.SecurityStamp = stamp);
    public Task<string> GetSecurityStampAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.SecurityStamp);

    public Task SetEmailAsync(IdentityUser user, string email, CancellationToken cancellationToken) => Done(user.Email = email);
    public Task<string> GetEmailAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.Email);
    public Task<bool> GetEmailConfirmedAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.EmailConfirmed);
    public Task SetEmailConfirmedAsync(IdentityUser user, bool confirmed, CancellationToken cancellationToken) => Done(user.EmailConfirmed = confirmed);
    public Task<string> GetNormalizedEmailAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.NormalizedEmail);
    public Task SetNormalizedEmailAsync(IdentityUser user, string normalizedEmail, CancellationToken cancellationToken) => Done(user.NormalizedEmail = normalizedEmail);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnd);
    public Task SetLockoutEndDateAsync(IdentityUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Done(user.LockoutEnd = lockoutEnd);
    public Task<int> IncrementAccessFailedCountAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(++user.AccessFailedCount);
    public Task ResetAccessFailedCountAsync(IdentityUser user, CancellationToken cancellationToken) => Done(user.AccessFailedCount = 0);
    public Task<int> GetAccessFailedCountAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.AccessFailedCount);
    public Task<bool> GetLockoutEnabledAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnabled);
    public Task SetLockoutEnabledAsync(IdentityUser user, bool enabled, CancellationToken cancellationToken) => Done(user.LockoutEnabled = enabled);

    public Task SetPhoneNumberAsync(IdentityUser user, string phoneNumber, CancellationToken cancellationToken) => Done(user.PhoneNumber = phoneNumber);
    public Task<string> GetPhoneNumberAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.PhoneNumber);
    public Task<bool> GetPhoneNumberConfirmedAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.PhoneNumberConfirmed);
    public Task SetPhoneNumberConfirmedAsync(IdentityUser user, bool confirmed, CancellationToken cancellationToken) => Done(user.PhoneNumberConfirmed = confirmed);
    public Task SetTwoFactorEnabledAsync(IdentityUser user, bool enabled, CancellationToken cancellationToken) => Done(user.TwoFactorEnabled = enabled);
    public Task<bool> GetTwoFactorEnabledAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactorEnabled);

    public async Task AddToRoleAsync(IdentityUser user, string roleName, CancellationToken cancellationToken) =>
        user.AddRole((await RoleAsync(roleName, cancellationToken) ?? throw new InvalidOperationException($"Role {roleName} does not exist.")).Id);

    public async Task RemoveFromRoleAsync(IdentityUser user, string roleName, CancellationToken cancellationToken)
    {
        if (await RoleAsync(roleName, cancellationToken) is { } role)
        {
            user.RemoveRole(role.Id);
        }
    }

    public async Task<IList<string>> GetRolesAsync(IdentityUser user, CancellationToken cancellationToken) =>
        await users.GetRoleNamesAsync(user.Id, cancellationToken);

    public async Task<bool> IsInRoleAsync(IdentityUser user, string roleName, CancellationToken cancellationToken) =>
        (await GetRolesAsync(user, cancellationToken)).Any(name => name.Equals(roleName, StringComparison.OrdinalIgnoreCase));

    public async Task<IList<IdentityUser>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken) =>
        await users.GetListByNormalizedRoleNameAsync(roleName, cancellationToken: cancellationToken);

    public Task<IList<Claim>> GetClaimsAsync(IdentityUser user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<Claim>>(user.Claims.Select(claim => claim.ToClaim()).ToList());

    public Task AddClaimsAsync(IdentityUser user, IEnumerable<Claim> claims, CancellationToken cancellationToken)
    {
        user.AddClaims(guids, claims);
        return Task.CompletedTask;
    }

    public Task ReplaceClaimAsync(IdentityUser user, Claim claim, Claim newClaim, CancellationToken cancellationToken)
    {
        user.ReplaceClaim(claim, newClaim);
        return Task.CompletedTask;
    }

    public Task RemoveClaimsAsync(IdentityUser user, IEnumerable<Claim> claims, CancellationToken cancellationToken)
    {
        user.RemoveClaims(claims);
        return Task.CompletedTask;
    }

    public async Task<IList<IdentityUser>> GetUsersForClaimAsync(Claim claim, CancellationToken cancellationToken) =>
        await users.GetListByClaimAsync(claim, cancellationToken: cancellationToken);

    public Task AddLoginAsync(IdentityUser user, UserLoginInfo login, CancellationToken cancellationToken)
    {
        user.AddLogin(login);
        return Task.CompletedTask;
    }

    public Task RemoveLoginAsync(IdentityUser user, string loginProvider, string providerKey, CancellationToken cancellationToken)
    {
        user.RemoveLogin(loginProvider, providerKey);
        return Task.CompletedTask;
    }

    public Task<IList<UserLoginInfo>> GetLoginsAsync(IdentityUser user, CancellationToken cancellationToken) =>
        Task.FromResult<IList<UserLoginInfo>>(user.Logins.Select(login => login.ToUserLoginInfo()).ToList());

    public Task SetTokenAsync(IdentityUser user, string loginProvider, string name, string value, CancellationToken cancellationToken)
    {
        user.SetToken(loginProvider, name, value);
        return Task.CompletedTask;
    }

    public Task RemoveTokenAsync(IdentityUser user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        user.RemoveToken(loginProvider, name);
        return Task.CompletedTask;
    }

    public Task<string> GetTokenAsync(IdentityUser user, string loginProvider, string name, CancellationToken cancellationToken) =>
        Task.FromResult(user.FindToken(loginProvider, name)?.Value);

    public Task SetAuthenticatorKeyAsync(IdentityUser user, string key, CancellationToken cancellationToken) =>
        SetTokenAsync(user, InternalProvider, AuthenticatorKey, key, cancellationToken);

    public Task<string> GetAuthenticatorKeyAsync(IdentityUser user, CancellationToken cancellationToken) =>
        GetTokenAsync(user, InternalProvider, AuthenticatorKey, cancellationToken);

    public Task ReplaceCodesAsync(IdentityUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        SetTokenAsync(user, InternalProvider, RecoveryCodes, string.Join(';', recoveryCodes), cancellationToken);

    public async Task<bool> RedeemCodeAsync(IdentityUser user, string code, CancellationToken cancellationToken)
    {
        var codes = RecoveryCodesOf(user);
        if (!codes.Remove(code))
        {
            return false;
        }

        await ReplaceCodesAsync(user, codes, cancellationToken);
        return true;
    }

    public Task<int> CountCodesAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(RecoveryCodesOf(user).Count);

    private static List<string> RecoveryCodesOf(IdentityUser user) =>
        (user.FindToken(InternalProvider, RecoveryCodes)?.Value ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).ToList();

    private Task<IdentityRole> RoleAsync(string normalizedName, CancellationToken cancellationToken) =>
        roles.FindByNormalizedNameAsync(normalizedName, includeDetails: false, cancellationToken);

    private async Task<IdentityResult> SavedAsync(Func<Task> save)
    {
        try
        {
            await save();
            return IdentityResult.Success;
        }
        catch (AbpDbConcurrencyException)
        {
            return IdentityResult.Failed(errors.ConcurrencyFailure());
        }
    }

    private static Task Done<T>(T _) => Task.CompletedTask;
}
