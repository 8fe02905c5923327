using System.Security.Claims;

namespace Volo.Abp.Users;

/// <summary>Who is signed in, as the claims say. Nothing is read from a database.</summary>
public interface ICurrentUser
{
    /// <summary>True when there is a user id.</summary>
    bool IsAuthenticated { get; }
    Guid? Id { get; }
    string? UserName { get; }
    string? Name { get; }
    string? SurName { get; }
    string? PhoneNumber { get; }
    bool PhoneNumberVerified { get; }
    string? Email { get; }
    bool EmailVerified { get; }

    /// <summary>The tenant of the user, which need not be the current tenant.</summary>
    Guid? TenantId { get; }
    string[] Roles { get; }
    Claim? FindClaim(string claimType);
    Claim[] FindClaims(string claimType);
    Claim[] GetAllClaims();
    bool IsInRole(string roleName);
}
