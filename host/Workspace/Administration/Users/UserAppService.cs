using System.Security.Cryptography;
using Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Users;
using Workspace.Administration.Administrators;
using IdentityRole = Volo.Abp.Identity.IdentityRole;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.Administration.Users;

/// <summary>Lets people in, changes what they are, and keeps them out.</summary>
[Authorize(IdentityPermissions.Users.Default)]
public class UserAppService(
    IdentityUserManager manager, IReadOnlyRepository<OrganizationUnit, Guid> units,
    IReadOnlyRepository<IdentityRole, Guid> roles, AdministratorGuard administrators, AdministrationRank rank, RightsLedger ledger) : ApplicationService
{
    /// <summary>A lock without end; ASP.NET Core Identity knows only locks until.</summary>
    private static readonly DateTimeOffset ForEver = new(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public virtual async Task<UserDetails> GetAsync(Guid id)
    {
        var user = await manager.GetByIdAsync(id);
        var unitIds = user.OrganizationUnits.Select(unit => unit.OrganizationUnitId).ToList();
        var places = await AsyncExecuter.ToListAsync((await units.WithDetailsAsync(unit => unit.Roles)).Where(unit => unitIds.Contains(unit.Id)).OrderBy(unit => unit.Code));
        var own = user.Roles.Select(role => role.RoleId).ToList();
        var given = places.SelectMany(unit => unit.Roles.Select(role => role.RoleId)).Concat(own).ToList();
        var names = await AsyncExecuter.ToListAsync((await roles.GetQueryableAsync()).Where(role => given.Contains(role.Id)).OrderBy(role => role.Name));
        return new UserDetails(
            user.Id, user.UserName, user.Name, user.Surname, user.Email, user.PhoneNumber, user.IsActive, user.LockoutEnd,
            user.ShouldChangePasswordOnNextLogin, user.TwoFactorEnabled, user.CreationTime, user.LastPasswordChangeTime?.UtcDateTime, user.ConcurrencyStamp,
            [.. names.Where(role => own.Contains(role.Id)).Select(role => role.Name)],
            [.. from unit in places from role in unit.Roles join name in names on role.RoleId equals name.Id select new RoleOfUnit(name.Name, unit.Id, unit.DisplayName)],
            [.. places.Select(unit => new UnitOfUser(unit.Id, unit.DisplayName))]);
    }

    [Authorize(IdentityPermissions.Users.Create)]
    public virtual async Task<CreatedUser> CreateAsync(CreateUserDto input)
    {
        if (input.RoleNames.Count > 0) { await CheckPolicyAsync(IdentityPermissions.Users.ManageRoles); }
        var user = new IdentityUser(GuidGenerator.Create(), input.UserName.Trim(), input.Email.Trim(), CurrentTenant.Id);
        Write(user, input);
        user.SetShouldChangePasswordOnNextLogin(input.MustChangePassword);
        var generated = string.IsNullOrEmpty(input.Password) ? NewPassword() : null;
        (await manager.CreateAsync(user, generated ?? input.Password!)).CheckErrors();
        (await manager.AddDefaultRolesAsync(user)).CheckErrors();
        (await manager.AddToRolesAsync(user, input.RoleNames.Except(await manager.GetRolesAsync(user)))).CheckErrors();
        await manager.SetOrganizationUnitsAsync(user, [.. input.UnitIds]);
        Note(user, ["created", .. input.RoleNames.Select(role => "+" + role)]);
        return new CreatedUser(user.Id, generated);
    }

    [Authorize(IdentityPermissions.Users.Update)]
    public virtual async Task UpdateAsync(Guid id, UpdateUserDto input)
    {
        var user = await manager.GetByIdAsync(id);
        if (user.ConcurrencyStamp != input.ConcurrencyStamp) { throw new AbpDbConcurrencyException(); }
        await rank.CheckNotAboveAsync(user);
        Write(user, input);
        (await manager.SetUserNameAsync(user, input.UserName.Trim())).CheckErrors();
        if (user.Email != input.Email.Trim()) { (await manager.SetEmailAsync(user, input.Email.Trim())).CheckErrors(); }
        (await manager.UpdateAsync(user)).CheckErrors();
    }

    /// <param name="roleNames">All that he has from now on, besides the roles of his units.</param>
    [Authorize(IdentityPermissions.Users.ManageRoles)]
    public virtual async Task SetRolesAsync(Guid id, IReadOnlyCollection<string> roleNames)
    {
        var user = await manager.GetByIdAsync(id);
        var ids = user.Roles.Select(role => role.RoleId).ToList();
        var own = await AsyncExecuter.ToListAsync((await roles.GetQueryableAsync()).Where(role => ids.Contains(role.Id)).Select(role => role.Name));
        await administrators.KeepAsync(async () =>
        {
            // Not SetRolesAsync: ABP's would also take away, and so fail at, what comes from units.
            (await manager.RemoveFromRolesAsync(user, own.Except(roleNames))).CheckErrors();
            foreach (var added in await AsyncExecuter.ToListAsync((await roles.GetQueryableAsync()).Where(role => roleNames.Contains(role.Name) && !own.Contains(role.Name))))
            {
                user.AddRole(added.Id);
            }
            (await manager.UpdateAsync(user)).CheckErrors();
        });
        Note(user, own.Except(roleNames).Select(role => "-" + role).Concat(roleNames.Except(own).Select(role => "+" + role)));
    }

    [Authorize(IdentityPermissions.Users.Update)]
    public virtual async Task SetUnitsAsync(Guid id, IReadOnlyCollection<Guid> unitIds)
    {
        await CheckPolicyAsync(WorkspacePermissions.Units.Manage);
        var user = await manager.GetByIdAsync(id);
        await administrators.KeepAsync(() => manager.SetOrganizationUnitsAsync(user, [.. unitIds]));
        var names = await AsyncExecuter.ToListAsync((await units.GetQueryableAsync()).Where(unit => unitIds.Contains(unit.Id)).Select(unit => unit.DisplayName));
        Note(user, ["units =", .. names]);
    }

    [Authorize(IdentityPermissions.Users.Update)]
    public virtual Task LockAsync(Guid id) => KeepOutAsync(id, "locked", user => manager.SetLockoutEndDateAsync(user, ForEver));

    [Authorize(IdentityPermissions.Users.Update)]
    public virtual async Task UnlockAsync(Guid id)
    {
        var user = await manager.GetByIdAsync(id);
        (await manager.SetLockoutEndDateAsync(user, null)).CheckErrors();
        (await manager.ResetAccessFailedCountAsync(user)).CheckErrors();
        Note(user, ["unlocked"]);
    }

    [Authorize(IdentityPermissions.Users.Update)]
    public virtual Task DeactivateAsync(Guid id) => KeepOutAsync(id, "deactivated", user =>
    {
        user.SetIsActive(false);
        return manager.UpdateAsync(user);
    });

    [Authorize(IdentityPermissions.Users.Update)]
    public virtual async Task ActivateAsync(Guid id)
    {
        var user = await manager.GetByIdAsync(id);
        user.SetIsActive(true);
        (await manager.UpdateAsync(user)).CheckErrors();
        Note(user, ["activated"]);
    }

    [Authorize(IdentityPermissions.Users.Delete)]
    public virtual Task DeleteAsync(Guid id) => KeepOutAsync(id, "deleted", manager.DeleteAsync);

    /// <returns>The new password, to be shown once. He has to choose another when he signs in.</returns>
    [Authorize(IdentityPermissions.Users.Update)]
    public virtual async Task<string> ResetPasswordAsync(Guid id)
    {
        var user = await manager.GetByIdAsync(id);
        await rank.CheckNotAboveAsync(user);
        var password = NewPassword();
        user.SetShouldChangePasswordOnNextLogin(true);
        (await manager.RemovePasswordAsync(user)).CheckErrors();
        (await manager.AddPasswordAsync(user, password)).CheckErrors();
        Note(user, ["password reset"]);
        return password;
    }

    [Authorize(IdentityPermissions.Users.Update)]
    public virtual async Task RequirePasswordChangeAsync(Guid id)
    {
        var user = await manager.GetByIdAsync(id);
        user.SetShouldChangePasswordOnNextLogin(true);
        (await manager.UpdateSecurityStampAsync(user)).CheckErrors();
        Note(user, ["must change password"]);
    }

    [Authorize(IdentityPermissions.Users.Update)]
    public virtual async Task SignOutEverywhereAsync(Guid id)
    {
        var user = await manager.GetByIdAsync(id);
        (await manager.UpdateSecurityStampAsync(user)).CheckErrors();
        Note(user, ["signed out everywhere"]);
    }

    private async Task KeepOutAsync(Guid id, string what, Func<IdentityUser, Task<IdentityResult>> change)
    {
        if (id == CurrentUser.GetId()) { throw new BusinessException(WorkspaceErrorCodes.NotOneself); }
        var user = await manager.GetByIdAsync(id);
        await rank.CheckNotAboveAsync(user);
        await administrators.KeepAsync(async () =>
        {
            (await manager.UpdateSecurityStampAsync(user)).CheckErrors();
            (await change(user)).CheckErrors();
        });
        Note(user, [what]);
    }

    private void Note(IdentityUser user, IEnumerable<string> changes) => ledger.Write(IdentityPermissions.Users.Default, user.Id.ToString(), user.UserName, changes);

    private static void Write(IdentityUser user, UserContentDto input)
    {
        (user.Name, user.Surname) = (PersianText.Clean(input.Name), PersianText.Clean(input.Surname));
        user.SetPhoneNumber(PersianText.ToAsciiDigits(input.PhoneNumber?.Trim()) is { Length: > 0 } phone ? phone : null!, confirmed: user.PhoneNumberConfirmed);
    }

    /// <summary>Readable aloud, about 80 bits, with a sign of each kind that a password rule may ask for.</summary>
    private static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 4)))
        + "-" + RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ", 2) + RandomNumberGenerator.GetString("23456789", 2);
}
