using System.ComponentModel;
using System.Globalization;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Users;

public static class CurrentUserExtensions
{
    public static string? FindClaimValue(this ICurrentUser currentUser, string claimType) => currentUser.FindClaim(claimType)?.Value;

    public static T FindClaimValue<T>(this ICurrentUser currentUser, string claimType) where T : struct
    {
        var value = currentUser.FindClaimValue(claimType);
        return value is null ? default : (T)TypeDescriptor.GetConverter(typeof(T)).ConvertFromString(null, CultureInfo.InvariantCulture, value)!;
    }

    /// <summary>Who looks through this user's eyes.</summary>
    public static Guid? FindImpersonatorUserId(this ICurrentUser currentUser) => Id(currentUser.FindClaimValue(AbpClaimTypes.ImpersonatorUserId));
    public static Guid? FindImpersonatorTenantId(this ICurrentUser currentUser) => Id(currentUser.FindClaimValue(AbpClaimTypes.ImpersonatorTenantId));
    public static string? FindImpersonatorUserName(this ICurrentUser currentUser) => currentUser.FindClaimValue(AbpClaimTypes.ImpersonatorUserName);
    public static string? FindImpersonatorTenantName(this ICurrentUser currentUser) => currentUser.FindClaimValue(AbpClaimTypes.ImpersonatorTenantName);

    /// <exception cref="AbpException">Nobody is signed in.</exception>
    public static Guid GetId(this ICurrentUser currentUser) =>
        currentUser.Id ?? throw new AbpException("There is no current user: ICurrentUser.Id is null.");

    public static string? FindSessionId(this ICurrentUser currentUser) => currentUser.FindClaimValue(AbpClaimTypes.SessionId);

    private static Guid? Id(string? value) => Guid.TryParse(value, out var id) ? id : null;
}
