using System.ComponentModel.DataAnnotations;
using Volo.Abp.Auditing;

namespace Workspace.Administration.Users;

public abstract class UserContentDto
{
    [Required, StringLength(256)] public string UserName { get; set; } = "";
    [StringLength(64)] public string? Name { get; set; }
    [StringLength(64)] public string? Surname { get; set; }
    [Required, EmailAddress, StringLength(256)] public string Email { get; set; } = "";
    [StringLength(16)] public string? PhoneNumber { get; set; }
}

public class CreateUserDto : UserContentDto
{
    /// <summary>One is generated when it is left out.</summary>
    [StringLength(128), DisableAuditing] public string? Password { get; set; }

    public bool MustChangePassword { get; set; } = true;
    public List<string> RoleNames { get; set; } = [];
    public List<Guid> UnitIds { get; set; } = [];
}

public class UpdateUserDto : UserContentDto
{
    [Required] public string ConcurrencyStamp { get; set; } = "";
}

/// <param name="Password">What was generated, to be shown once; null for one that was given.</param>
public record CreatedUser(Guid Id, string? Password);

/// <param name="Roles">His own; <paramref name="UnitRoles"/> come besides.</param>
/// <param name="LastPasswordChange">In UTC.</param>
public record UserDetails(
    Guid Id, string UserName, string? Name, string? Surname, string Email, string? PhoneNumber, bool IsActive, DateTimeOffset? LockoutEnd,
    bool MustChangePassword, bool TwoFactor, DateTime CreationTime, DateTime? LastPasswordChange, string ConcurrencyStamp,
    IReadOnlyList<string> Roles, IReadOnlyList<RoleOfUnit> UnitRoles, IReadOnlyList<UnitOfUser> Units)
{
    public string FullName => $"{Name} {Surname}".Trim() is { Length: > 0 } name ? name : UserName;
    public UserState State => !IsActive ? UserState.Inactive : LockoutEnd > DateTimeOffset.UtcNow ? UserState.Locked : UserState.Active;
}

public record RoleOfUnit(string Role, Guid UnitId, string Unit);

public record UnitOfUser(Guid Id, string Name);
