using System.Linq.Expressions;
using Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;

namespace Workspace.Administration.Users;

/// <summary>Who works here, as an administrator lists them.</summary>
[Authorize(IdentityPermissions.Users.Default)]
public class UserListAppService(
    IReadOnlyRepository<IdentityUser, Guid> users, IReadOnlyRepository<IdentityRole, Guid> roles,
    IReadOnlyRepository<OrganizationUnit, Guid> units, IReadOnlyRepository<IdentitySession, Guid> sessions) : ApplicationService
{
    public virtual async Task<UserPage> GetListAsync(UserListInput input)
    {
        var found = (await users.GetQueryableAsync()).Where(InState(input.State)).Where(Matches(input.Text));
        if (input.RoleId is { } roleId) { found = found.Where(user => user.Roles.Any(role => role.RoleId == roleId)); }
        if (input.UnitId is { } unitId) { found = found.Where(user => user.OrganizationUnits.Any(unit => unit.OrganizationUnitId == unitId)); }
        if (input.After is { Length: > 0 } after) { found = found.Where(user => user.NormalizedUserName.CompareTo(after) > 0); }
        var rows = await AsyncExecuter.ToListAsync(found
            .OrderBy(user => user.NormalizedUserName).Take(input.Max + 1)
            .Select(user => new UserRow(user.Id, user.UserName, user.NormalizedUserName, user.Name, user.Surname, user.Email,
                user.IsActive, user.LockoutEnd, user.ShouldChangePasswordOnNextLogin)));
        var shown = rows.Take(input.Max).ToList();
        var ids = shown.ConvertAll(row => row.Id);
        var (roleNames, unitNames) = await BelongingsAsync(ids);
        var lastSeen = await LastSeenAsync(ids);
        return new UserPage([.. shown.Select(row => row with
        {
            Roles = [.. roleNames[row.Id]], Units = [.. unitNames[row.Id]], LastSeen = lastSeen.GetValueOrDefault(row.Id)
        })], rows.Count > input.Max);
    }

    private async Task<Dictionary<Guid, DateTime?>> LastSeenAsync(List<Guid> ids) => (await AsyncExecuter.ToListAsync(
        from session in await sessions.GetQueryableAsync()
        where ids.Contains(session.UserId)
        group session by session.UserId into theirs
        select new { theirs.Key, Last = theirs.Max(session => session.LastAccessed) })).ToDictionary(each => each.Key, each => each.Last);

    /// <summary>Everybody's roles and units in two statements.</summary>
    private async Task<(ILookup<Guid, string> Roles, ILookup<Guid, string> Units)> BelongingsAsync(List<Guid> ids)
    {
        var asked = (await users.GetQueryableAsync()).Where(user => ids.Contains(user.Id));
        var theirRoles = await AsyncExecuter.ToListAsync(
            from user in asked from given in user.Roles
            join role in await roles.GetQueryableAsync() on given.RoleId equals role.Id
            orderby role.Name select new { user.Id, role.Name });
        var theirUnits = await AsyncExecuter.ToListAsync(
            from user in asked from place in user.OrganizationUnits
            join unit in await units.GetQueryableAsync() on place.OrganizationUnitId equals unit.Id
            orderby unit.Code select new { user.Id, unit.DisplayName });
        return (theirRoles.ToLookup(each => each.Id, each => each.Name), theirUnits.ToLookup(each => each.Id, each => each.DisplayName));
    }

    private static Expression<Func<IdentityUser, bool>> InState(UserState? state)
    {
        return state switch
        {
            UserState.Inactive => user => !user.IsActive,
            UserState.Locked => user => user.IsActive && user.LockoutEnd != null,
            UserState.Active => user => user.IsActive,
            _ => user => true,
        };
    }

    /// <summary>Users have no search key of their own and are few: their names are folded where they lie.</summary>
    private static Expression<Func<IdentityUser, bool>> Matches(string? text)
    {
        var key = PersianText.CompactKey(text);
        if (key.Length == 0) { return user => true; }
        return user => (user.UserName + " " + (user.Name ?? "") + (user.Surname ?? "") + " " + user.Email + " " + (user.PhoneNumber ?? "")).ToLower()
            .Replace(" ", "").Replace("\u200c", "").Replace("ي", "ی").Replace("ى", "ی").Replace("ك", "ک").Replace("آ", "ا").Replace("أ", "ا").Contains(key);
    }
}

public enum UserState
{
    Active,

    /// <summary>May not sign in until an administrator or time lets him.</summary>
    Locked,
    Inactive
}

public class UserListInput
{
    public string? Text { get; set; }
    public Guid? RoleId { get; set; }
    public Guid? UnitId { get; set; }
    public UserState? State { get; set; }

    /// <summary>The last row's <see cref="UserRow.Key"/>.</summary>
    public string? After { get; set; }
    public int Max { get; set; } = 50;
}

public record UserPage(IReadOnlyList<UserRow> Rows, bool HasMore);

/// <param name="Key">What the list is sorted by.</param>
public record UserRow(
    Guid Id, string UserName, string Key, string? Name, string? Surname, string Email, bool IsActive, DateTimeOffset? LockoutEnd, bool MustChangePassword)
{
    public IReadOnlyList<string> Roles { get; init; } = [];
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>In UTC; null for one who never signed in, or not for a month.</summary>
    public DateTime? LastSeen { get; init; }

    public string FullName => $"{Name} {Surname}".Trim() is { Length: > 0 } name ? name : UserName;
    public UserState State => !IsActive ? UserState.Inactive : LockoutEnd > DateTimeOffset.UtcNow ? UserState.Locked : UserState.Active;
}
