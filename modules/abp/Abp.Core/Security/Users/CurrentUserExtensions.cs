using Volo.Abp.Security.Claims;
using System.ComponentModel;
using System.Globalization;

namespace Volo.Abp.Users;

public static class CurrentUserExtensions
{
    public static string? FindClaimValue(this ICurrentUser currentUser, string claimType) => currentUser.FindClaim(claimType)?.Value;

    public static T FindClaimValue<T>(this ICurrentUser currentUser, string claimType) where T : struct
    {
        var value = currentUser.FindClaimValue(claimType);
        return value is null ? default : (T)TypeDescriptor.GetConverter(typeof(T)).ConvertFromString(null, CultureInfo.InvariantCulture, value)!;
    }

    /// <exception cref="AbpException">Nobody is signed in.</exception>
    public static Guid GetId(this ICurrentUser currentUser) =>
        currentUser.Id ?? throw new AbpException("There is no current user: ICurrentUser.Id is null.");

    public static string? FindSessionId(this ICurrentUser currentUser) => currentUser.FindClaimValue(AbpClaimTypes.SessionId);
}
