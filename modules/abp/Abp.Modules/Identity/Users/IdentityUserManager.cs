using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Services;
using Volo.Abp.Identity.Settings;
using Volo.Abp.Settings;
using Volo.Abp.Threading;

namespace Volo.Abp.Identity;

/// <summary>ASP.NET Core Identity's manager over ABP's users. A result is an error until <c>CheckErrors()</c> says otherwise.</summary>
public class IdentityUserManager : UserManager<IdentityUser>, IDomainService
{
    private readonly IIdentityUserRepository users;
    private readonly IIdentityRoleRepository roles;
    private readonly ICancellationTokenProvider cancellation;
    private readonly ISettingProvider settings;

    protected override CancellationToken CancellationToken => cancellation.Token;

    internal IdentityUserManager(
        IUserStore<IdentityUser> store, IIdentityUserRepository users, IIdentityRoleRepository roles,
        IOptions<IdentityOptions> optionsAccessor, IPasswordHasher<IdentityUser> passwordHasher,
        IEnumerable<IUserValidator<IdentityUser>> userValidators, IEnumerable<IPasswordValidator<IdentityUser>> passwordValidators,
        ILookupNormalizer keyNormalizer, IdentityErrorDescriber errors, IServiceProvider services,
        ILogger<UserManager<IdentityUser>> logger, ICancellationTokenProvider cancellation, ISettingProvider settings)
        : base(store, optionsAccessor, passwordHasher, userValidators, passwordValidators, keyNormalizer, errors, services, logger)
    {
        this.users = users;
        this.roles = roles;
        this.cancellation = cancellation;
        this.settings = settings;
    }

    /// <exception cref="EntityNotFoundException">There is no such user.</exception>
    public virtual async Task<IdentityUser> GetByIdAsync(Guid id) =>
        await users.FindAsync(id, cancellationToken: CancellationToken) ?? throw new EntityNotFoundException(typeof(IdentityUser), id);

    /// <param name="validatePassword">False takes a password that breaks the rules, as of a first administrator.</param>
    public virtual async Task<IdentityResult> CreateAsync(IdentityUser user, string password, bool validatePassword)
    {
        var result = await UpdatePasswordHash(user, password, validatePassword);
        return result.Succeeded ? await CreateAsync(user) : result;
    }

    /// <summary>Gives the user exactly these roles.</summary>
    public virtual async Task<IdentityResult> SetRolesAsync(IdentityUser user, IEnumerable<string> roleNames)
    {
        Check.NotNull(user, nameof(user));
        var wanted = roleNames.ToList();
        var current = await GetRolesAsync(user);
        var removed = await RemoveFromRolesAsync(user, current.Except(wanted).Distinct());
        return removed.Succeeded ? await AddToRolesAsync(user, wanted.Except(current).Distinct()) : removed;
    }

    /// <summary>Puts the user into exactly these units.</summary>
    public virtual async Task SetOrganizationUnitsAsync(IdentityUser user, params Guid[] organizationUnitIds)
    {
        foreach (var left in user.OrganizationUnits.Select(unit => unit.OrganizationUnitId).Except(organizationUnitIds).ToList())
        {
            user.RemoveOrganizationUnit(left);
        }

        foreach (var joined in organizationUnitIds)
        {
            user.AddOrganizationUnit(joined);
        }

        await users.UpdateAsync(user, cancellationToken: CancellationToken);
    }

    public virtual async Task AddToOrganizationUnitAsync(Guid userId, Guid ouId)
    {
        var user = await GetByIdAsync(userId);
        user.AddOrganizationUnit(ouId);
        await users.UpdateAsync(user, cancellationToken: CancellationToken);
    }

    public virtual async Task RemoveFromOrganizationUnitAsync(Guid userId, Guid ouId)
    {
        var user = await GetByIdAsync(userId);
        user.RemoveOrganizationUnit(ouId);
        await users.UpdateAsync(user, cancellationToken: CancellationToken);
    }

    public virtual async Task<IdentityResult> AddDefaultRolesAsync(IdentityUser user)
    {
        foreach (var role in await roles.GetDefaultOnesAsync(cancellationToken: CancellationToken))
        {
            user.AddRole(role.Id);
        }

        return await UpdateUserAsync(user);
    }

    /// <summary>The tenant's settings ask for a new password every so many days, and the user's is older than that.</summary>
    public virtual async Task<bool> ShouldPeriodicallyChangePasswordAsync(IdentityUser user)
    {
        Check.NotNull(user, nameof(user));
        if (user.PasswordHash is null || !await settings.IsTrueAsync(IdentitySettingNames.Password.ForceUsersToPeriodicallyChangePassword))
        {
            return false;
        }

        var days = await settings.GetAsync(IdentitySettingNames.Password.PasswordChangePeriodDays, 0);
        var changed = user.LastPasswordChangeTime ?? new DateTimeOffset(DateTime.SpecifyKind(user.CreationTime, DateTimeKind.Utc));
        return days > 0 && changed.AddDays(days) < DateTimeOffset.UtcNow;
    }
}
