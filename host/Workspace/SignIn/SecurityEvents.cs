using Kernel.Reading;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;
using Volo.Abp.Users;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.SignIn;

/// <summary>What happens to an account goes to ABP's security log, and signing in and out to the read ledger as well.</summary>
public class SecurityEvents(
    IdentitySecurityLogManager log, IReadLedger ledger, IdentityUserManager users, IUserClaimsPrincipalFactory<IdentityUser> principals,
    ICurrentPrincipalAccessor currentPrincipal, ICurrentUser currentUser, IUnitOfWorkManager unitOfWorkManager) : ITransientDependency
{
    /// <summary>Within a unit of work it is noted after the commit: on SQLite the log would wait for the transaction it runs in.</summary>
    /// <param name="action">Of <see cref="IdentitySecurityLogActionConsts"/>.</param>
    /// <param name="userName">As typed; the current user's when left out.</param>
    public virtual Task NoteAsync(string action, string? userName = null, string? identity = null)
    {
        if (unitOfWorkManager.Current is not { } current) { return WriteAsync(action, userName, identity); }
        current.OnCompleted(() => WriteAsync(action, userName, identity));
        return Task.CompletedTask;
    }

    private async Task WriteAsync(string action, string? userName, string? identity)
    {
        userName ??= currentUser.UserName;
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await log.SaveAsync(new IdentitySecurityLogContext { Identity = identity ?? IdentitySecurityLogIdentityConsts.Identity, Action = action, UserName = userName });
        await NoteInLedgerAsync(action, userName);
        await unitOfWork.CompleteAsync();
    }

    private async Task NoteInLedgerAsync(string action, string? userName)
    {
        if (KindOf(action) is not { } kind) { return; }
        var user = currentUser.Id is null && userName is not null ? await users.FindByNameAsync(userName) : null;
        using var known = user is null ? null : currentPrincipal.Change(await principals.CreateAsync(user));
        await ledger.WriteAsync(new ReadEntry(kind, "AbpIdentity.Users", (currentUser.Id ?? user?.Id)?.ToString(), Detail: userName));
    }

    private static ReadKind? KindOf(string action) =>
        action == IdentitySecurityLogActionConsts.LoginSucceeded ? ReadKind.SignIn
        : action == IdentitySecurityLogActionConsts.Logout ? ReadKind.SignOut
        : action == IdentitySecurityLogActionConsts.LoginRequiresTwoFactor ? null
        : action.StartsWith("Login", StringComparison.Ordinal) ? ReadKind.SignInFailed
        : null;
}
