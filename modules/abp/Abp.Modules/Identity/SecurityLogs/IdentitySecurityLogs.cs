using Microsoft.AspNetCore.Identity;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Security.Claims;
using Volo.Abp.SecurityLog;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Volo.Abp.Identity;

public class IdentitySecurityLogActionConsts
{
    public static string LoginSucceeded { get; set; } = "LoginSucceeded";
    public static string LoginLockedout { get; set; } = "LoginLockedout";
    public static string LoginNotAllowed { get; set; } = "LoginNotAllowed";
    public static string LoginRequiresTwoFactor { get; set; } = "LoginRequiresTwoFactor";
    public static string LoginFailed { get; set; } = "LoginFailed";
    public static string LoginInvalidUserName { get; set; } = "LoginInvalidUserName";
    public static string LoginInvalidUserNameOrPassword { get; set; } = "LoginInvalidUserNameOrPassword";
    public static string Logout { get; set; } = "Logout";
    public static string ChangeUserName { get; set; } = "ChangeUserName";
    public static string ChangeEmail { get; set; } = "ChangeEmail";
    public static string ChangePhoneNumber { get; set; } = "ChangePhoneNumber";
    public static string ChangePassword { get; set; } = "ChangePassword";
    public static string TwoFactorEnabled { get; set; } = "TwoFactorEnabled";
    public static string TwoFactorDisabled { get; set; } = "TwoFactorDisabled";
}

public static class IdentitySecurityLogIdentityConsts
{
    public static string Identity { get; set; } = "Identity";
    public static string IdentityExternal { get; set; } = "IdentityExternal";
    public static string IdentityTwoFactor { get; set; } = "IdentityTwoFactor";
}

public class IdentitySecurityLogContext
{
    public string Identity { get; set; }
    public string Action { get; set; }
    public string UserName { get; set; }
    public string ClientId { get; set; }
    public Dictionary<string, object> ExtraProperties { get; } = [];
}

public interface IIdentitySecurityLogRepository : IBasicRepository<IdentitySecurityLog, Guid>
{
    Task<List<IdentitySecurityLog>> GetListAsync(
        string sorting = null, int maxResultCount = int.MaxValue, int skipCount = 0, DateTime? startTime = null, DateTime? endTime = null,
        string applicationName = null, string identity = null, string action = null, Guid? userId = null, string userName = null,
        string clientId = null, string correlationId = null, string clientIpAddress = null, bool includeDetails = false,
        CancellationToken cancellationToken = default);
}

/// <summary>Notes what happens to an account. Whoever is signing in counts as its user already.</summary>
public class IdentitySecurityLogManager : ITransientDependency
{
    private readonly ISecurityLogManager logs;
    private readonly IdentityUserManager users;
    private readonly ICurrentPrincipalAccessor principals;
    private readonly IUserClaimsPrincipalFactory<IdentityUser> factory;
    private readonly ICurrentUser currentUser;

    public IdentitySecurityLogManager(
        ISecurityLogManager securityLogManager, IdentityUserManager userManager, ICurrentPrincipalAccessor currentPrincipalAccessor,
        IUserClaimsPrincipalFactory<IdentityUser> userClaimsPrincipalFactory, ICurrentUser currentUser) =>
        (logs, users, principals, factory, this.currentUser) =
            (securityLogManager, userManager, currentPrincipalAccessor, userClaimsPrincipalFactory, currentUser);

    public async Task SaveAsync(IdentitySecurityLogContext context)
    {
        Check.NotNull(context, nameof(context));
        if (currentUser.IsAuthenticated || string.IsNullOrWhiteSpace(context.UserName)
            || await users.FindByNameAsync(context.UserName) is not { } user)
        {
            await WriteAsync(context);
            return;
        }

        using (principals.Change(await factory.CreateAsync(user)))
        {
            await WriteAsync(context);
        }
    }

    private Task WriteAsync(IdentitySecurityLogContext context) => logs.SaveAsync(info =>
    {
        (info.Identity, info.Action) = (context.Identity, context.Action);
        info.UserName ??= string.IsNullOrWhiteSpace(context.UserName) ? null : context.UserName;
        info.ClientId ??= string.IsNullOrWhiteSpace(context.ClientId) ? null : context.ClientId;
        foreach (var (name, value) in context.ExtraProperties)
        {
            info.ExtraProperties[name] = value;
        }
    });
}

/// <summary>Saves a row in a unit of work of its own: what happened stays noted when the request fails.</summary>
[Dependency(ReplaceServices = true), ExposeServices(typeof(ISecurityLogStore))]
internal class IdentitySecurityLogStore(IIdentitySecurityLogRepository logs, IGuidGenerator guids, IUnitOfWorkManager unitOfWorkManager)
    : ISecurityLogStore, ITransientDependency
{
    public async Task SaveAsync(SecurityLogInfo securityLogInfo)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await logs.InsertAsync(new IdentitySecurityLog(guids, securityLogInfo));
        await unitOfWork.CompleteAsync();
    }
}
