using Volo.Abp.Users;

namespace Kernel.Users;

public static class UserDataExtensions
{
    /// <summary>First and last name; of a user who has neither, the user name.</summary>
    public static string FullName(this IUserData user) =>
        $"{user.Name} {user.Surname}".Trim() is { Length: > 0 } name ? name : user.UserName;
}
