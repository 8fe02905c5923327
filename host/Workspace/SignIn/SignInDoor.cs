using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.Identity.AspNetCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Workspace.SignIn;

public enum SignInOutcome
{
    /// <summary>For whatever reason: an unknown organisation, an unknown user, a wrong password and a locked account look alike.</summary>
    Refused,

    /// <summary>Too many failures from this address or for this name; nothing was looked up.</summary>
    TooMany,

    /// <summary>The password is right; now the second step.</summary>
    TwoFactor,

    /// <summary>The password is right, and must be changed before anything else.</summary>
    NewPassword,

    SignedIn
}

/// <summary>The way in by password. Outside of a unit of work: what is noted about an attempt stays, whatever becomes of it.</summary>
public class SignInDoor(
    SignInManager<IdentityUser> signIn, IdentityUserManager users, IPasswordHasher<IdentityUser> hasher, IOptions<IdentityOptions> rules,
    ITenantStore tenants, ITenantNormalizer normalizer, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager,
    SignInLimits limits, SecurityEvents events, IHttpContextAccessor http) : ITransientDependency
{
    // Verified where there is nobody to verify: an unknown name takes as long as a known one.
    private static readonly IdentityUser Nobody = new(Guid.Empty, "nobody", "nobody@nowhere.invalid");
    private static readonly string NobodysHash = new PasswordHasher<IdentityUser>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <param name="organisation">Name of the tenant; empty for the workspace's own administrators.</param>
    /// <param name="newPassword">Replaces a right password that must be changed.</param>
    /// <returns>The tenant's id goes with the outcome, for the next step.</returns>
    /// <exception cref="AbpIdentityResultException">The new password breaks the rules.</exception>
    public virtual async Task<(SignInOutcome Outcome, Guid? TenantId)> TryAsync(string? organisation, string userName, string password, string? newPassword = null)
    {
        var attempt = new SignInAttempt(Address, organisation?.Trim() ?? "", userName.Trim());
        if (!limits.MayTry(attempt)) { return (SignInOutcome.TooMany, null); }
        var tenant = attempt.Organisation.Length == 0 ? null : await InAsync(() => tenants.FindAsync(normalizer.NormalizeName(attempt.Organisation)!));
        var isKnown = attempt.Organisation.Length == 0 || tenant is { IsActive: true };
        using (currentTenant.Change(tenant?.Id, tenant?.Name))
        {
            var (outcome, result) = await InAsync(() => isKnown ? CheckAsync(attempt.UserName, password, newPassword) : UnknownAsync(password));
            if (outcome == SignInOutcome.Refused) { limits.NoteFailure(attempt); }
            await events.NoteAsync(result.ToIdentitySecurityLogAction(), attempt.UserName);
            return (outcome, tenant?.Id);
        }
    }

    /// <summary>The second step, for whom <see cref="TryAsync"/> sent on within the last minutes.</summary>
    /// <param name="code">Six digits of the app, or one of the recovery codes.</param>
    /// <param name="remember">This browser is not asked for a code again for a while.</param>
    public virtual async Task<SignInOutcome> TrySecondAsync(string code, bool isRecoveryCode, bool remember)
    {
        if (await InAsync(signIn.GetTwoFactorAuthenticationUserAsync) is not { } user) { return SignInOutcome.Refused; }
        var attempt = new SignInAttempt(Address, currentTenant.Id?.ToString() ?? "", user.UserName);
        if (!limits.MayTry(attempt)) { return SignInOutcome.TooMany; }
        var (outcome, result) = await InAsync(async () =>
        {
            await rules.SetAsync();
            return Outcome(isRecoveryCode
                ? await signIn.TwoFactorRecoveryCodeSignInAsync(code.Trim())
                : await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: true, rememberClient: remember));
        });
        if (outcome == SignInOutcome.Refused) { limits.NoteFailure(attempt); }
        await events.NoteAsync(result.ToIdentitySecurityLogAction(), user.UserName, IdentitySecurityLogIdentityConsts.IdentityTwoFactor);
        return outcome;
    }

    private async Task<(SignInOutcome, SignInResult)> CheckAsync(string userName, string password, string? newPassword)
    {
        await rules.SetAsync();
        var user = await users.FindByNameAsync(userName) ?? (userName.Contains('@') ? await users.FindByEmailAsync(userName) : null);
        if (user is null) { return await UnknownAsync(password); }
        if (!user.IsActive || await users.IsLockedOutAsync(user))
        {
            Waste(password);
            return Outcome(user.IsActive ? SignInResult.LockedOut : SignInResult.NotAllowed);
        }
        return await MustChangeAsync(user)
            ? await ChangeAsync(user, password, newPassword)
            : Outcome(await signIn.PasswordSignInAsync(user, password, isPersistent: true, lockoutOnFailure: true));
    }

    private async Task<bool> MustChangeAsync(IdentityUser user) =>
        user.ShouldChangePasswordOnNextLogin || await users.ShouldPeriodicallyChangePasswordAsync(user);

    private async Task<(SignInOutcome, SignInResult)> ChangeAsync(IdentityUser user, string password, string? newPassword)
    {
        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            return Outcome(SignInResult.Failed);
        }
        if (newPassword is null) { return (SignInOutcome.NewPassword, SignInResult.NotAllowed); }
        (await users.ChangePasswordAsync(user, password, newPassword)).CheckErrors();
        user.SetShouldChangePasswordOnNextLogin(false);
        (await users.UpdateAsync(user)).CheckErrors();
        return Outcome(await signIn.PasswordSignInAsync(user, newPassword, isPersistent: true, lockoutOnFailure: true));
    }

    private Task<(SignInOutcome, SignInResult)> UnknownAsync(string password)
    {
        Waste(password);
        return Task.FromResult(Outcome(SignInResult.Failed));
    }

    private void Waste(string password) => hasher.VerifyHashedPassword(Nobody, NobodysHash, password);

    // Never the request's own unit of work: its transaction would hold SQLite's one write lock for as long as a password takes.
    private async Task<T> InAsync<T>(Func<Task<T>> act)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var result = await act();
        await unitOfWork.CompleteAsync();
        return result;
    }

    private static (SignInOutcome, SignInResult) Outcome(SignInResult result) =>
        (result.Succeeded ? SignInOutcome.SignedIn : result.RequiresTwoFactor ? SignInOutcome.TwoFactor : SignInOutcome.Refused, result);

    private string Address => http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";
}
