using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;

namespace Volo.Abp.Identity.EntityFrameworkCore;

internal class EfCoreIdentityUserRepository(IDbContextProvider<IIdentityDbContext> contexts)
    : EfCoreRepository<IIdentityDbContext, IdentityUser, Guid>(contexts), IIdentityUserRepository
{
    public override async Task<IQueryable<IdentityUser>> WithDetailsAsync() => (await GetQueryableAsync()).IncludeDetails();

    public async Task<IdentityUser> FindByNormalizedUserNameAsync(
        string normalizedUserName, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await (await UsersAsync(includeDetails)).OrderBy(user => user.Id)
            .FirstOrDefaultAsync(user => user.NormalizedUserName == normalizedUserName, GetCancellationToken(cancellationToken));

    public async Task<IdentityUser> FindByNormalizedEmailAsync(
        string normalizedEmail, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await (await UsersAsync(includeDetails)).OrderBy(user => user.Id)
            .FirstOrDefaultAsync(user => user.NormalizedEmail == normalizedEmail, GetCancellationToken(cancellationToken));

    public async Task<IdentityUser> FindByLoginAsync(
        string loginProvider, string providerKey, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await (await UsersAsync(includeDetails)).OrderBy(user => user.Id).FirstOrDefaultAsync(
            user => user.Logins.Any(login => login.LoginProvider == loginProvider && login.ProviderKey == providerKey),
            GetCancellationToken(cancellationToken));

    public async Task<List<string>> GetRoleNamesAsync(Guid id, CancellationToken cancellationToken = default) =>
        await (await RolesOfAsync(id)).Select(role => role.Name).ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<List<IdentityRole>> GetRolesAsync(Guid id, bool includeDetails = false, CancellationToken cancellationToken = default) =>
        await (await RolesOfAsync(id)).IncludeDetails(includeDetails).ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<List<IdentityUser>> GetListByClaimAsync(
        Claim claim, bool includeDetails = false, CancellationToken cancellationToken = default) =>
        await (await UsersAsync(includeDetails))
            .Where(user => user.Claims.Any(known => known.ClaimType == claim.Type && known.ClaimValue == claim.Value))
            .ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<List<IdentityUser>> GetListByNormalizedRoleNameAsync(
        string normalizedRoleName, bool includeDetails = false, CancellationToken cancellationToken = default)
    {
        var roles = (await GetDbContextAsync()).Roles.Where(role => role.NormalizedName == normalizedRoleName).Select(role => role.Id);
        return await (await UsersAsync(includeDetails))
            .Where(user => user.Roles.Any(role => roles.Contains(role.RoleId)))
            .ToListAsync(GetCancellationToken(cancellationToken));
    }

    public async Task<List<IdentityUser>> GetListByIdsAsync(
        IEnumerable<Guid> ids, bool includeDetails = false, CancellationToken cancellationToken = default) =>
        await (await UsersAsync(includeDetails)).Where(user => ids.Contains(user.Id)).ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<List<IdentityUser>> GetListAsync(
        string sorting = null, int maxResultCount = int.MaxValue, int skipCount = 0, string filter = null, bool includeDetails = false,
        Guid? roleId = null, Guid? organizationUnitId = null, Guid? id = null, string userName = null, string phoneNumber = null,
        string emailAddress = null, string name = null, string surname = null, bool? isLockedOut = null, bool? notActive = null,
        bool? emailConfirmed = null, bool? isExternal = null, DateTime? maxCreationTime = null, DateTime? minCreationTime = null,
        DateTime? maxModifitionTime = null, DateTime? minModifitionTime = null, CancellationToken cancellationToken = default)
    {
        var users = Matching(
            await UsersAsync(includeDetails), filter, roleId, organizationUnitId, id, userName, phoneNumber, emailAddress, name, surname,
            isLockedOut, notActive, emailConfirmed, isExternal, maxCreationTime, minCreationTime, maxModifitionTime, minModifitionTime);
        return await Sorted(users, string.IsNullOrWhiteSpace(sorting) ? nameof(IdentityUser.CreationTime) + " desc" : sorting)
            .Skip(skipCount).Take(maxResultCount).ToListAsync(GetCancellationToken(cancellationToken));
    }

    public async Task<long> GetCountAsync(
        string filter = null, Guid? roleId = null, Guid? organizationUnitId = null, Guid? id = null, string userName = null,
        string phoneNumber = null, string emailAddress = null, string name = null, string surname = null, bool? isLockedOut = null,
        bool? notActive = null, bool? emailConfirmed = null, bool? isExternal = null, DateTime? maxCreationTime = null,
        DateTime? minCreationTime = null, DateTime? maxModifitionTime = null, DateTime? minModifitionTime = null,
        CancellationToken cancellationToken = default) =>
        await Matching(
            await GetQueryableAsync(), filter, roleId, organizationUnitId, id, userName, phoneNumber, emailAddress, name, surname,
            isLockedOut, notActive, emailConfirmed, isExternal, maxCreationTime, minCreationTime, maxModifitionTime, minModifitionTime)
            .LongCountAsync(GetCancellationToken(cancellationToken));

    private async Task<IQueryable<IdentityUser>> UsersAsync(bool includeDetails) => (await GetQueryableAsync()).IncludeDetails(includeDetails);

    private async Task<IQueryable<IdentityRole>> RolesOfAsync(Guid userId)
    {
        var context = await GetDbContextAsync();
        var own = context.Set<IdentityUserRole>().Where(role => role.UserId == userId).Select(role => role.RoleId);
        var units = context.Set<IdentityUserOrganizationUnit>().Where(unit => unit.UserId == userId).Select(unit => unit.OrganizationUnitId);
        var ofUnits = context.Set<OrganizationUnitRole>().Where(role => units.Contains(role.OrganizationUnitId)).Select(role => role.RoleId);
        return context.Roles.Where(role => own.Contains(role.Id) || ofUnits.Contains(role.Id));
    }

    private static IQueryable<IdentityUser> Matching(
        IQueryable<IdentityUser> users, string filter, Guid? roleId, Guid? organizationUnitId, Guid? id, string userName, string phoneNumber,
        string emailAddress, string name, string surname, bool? isLockedOut, bool? notActive, bool? emailConfirmed, bool? isExternal,
        DateTime? maxCreationTime, DateTime? minCreationTime, DateTime? maxModifitionTime, DateTime? minModifitionTime)
    {
        var upper = filter?.ToUpperInvariant();
        return users
            .When(!string.IsNullOrWhiteSpace(filter), all => all.Where(user =>
                user.NormalizedUserName.Contains(upper) || user.NormalizedEmail.Contains(upper)
                || user.Name.Contains(filter) || user.Surname.Contains(filter) || user.PhoneNumber.Contains(filter)))
            .When(roleId is not null, all => all.Where(user => user.Roles.Any(role => role.RoleId == roleId)))
            .When(organizationUnitId is not null, all => all.Where(user => user.OrganizationUnits.Any(unit => unit.OrganizationUnitId == organizationUnitId)))
            .When(id is not null, all => all.Where(user => user.Id == id))
            .When(!string.IsNullOrWhiteSpace(userName), all => all.Where(user => user.UserName == userName))
            .When(!string.IsNullOrWhiteSpace(phoneNumber), all => all.Where(user => user.PhoneNumber == phoneNumber))
            .When(!string.IsNullOrWhiteSpace(emailAddress), all => all.Where(user => user.Email == emailAddress))
            .When(!string.IsNullOrWhiteSpace(name), all => all.Where(user => user.Name == name))
            .When(!string.IsNullOrWhiteSpace(surname), all => all.Where(user => user.Surname == surname))
            .When(isLockedOut is not null, _ => throw new NotSupportedException("Filtering users by lock-out needs ABP's own packages."))
            .When(notActive is not null, all => all.Where(user => user.IsActive == !notActive))
            .When(emailConfirmed is not null, all => all.Where(user => user.EmailConfirmed == emailConfirmed))
            .When(isExternal is not null, all => all.Where(user => user.IsExternal == isExternal))
            .When(maxCreationTime is not null, all => all.Where(user => user.CreationTime <= maxCreationTime))
            .When(minCreationTime is not null, all => all.Where(user => user.CreationTime >= minCreationTime))
            .When(maxModifitionTime is not null, all => all.Where(user => user.LastModificationTime <= maxModifitionTime))
            .When(minModifitionTime is not null, all => all.Where(user => user.LastModificationTime >= minModifitionTime));
    }
}

internal static class ConditionalQueries
{
    public static IQueryable<T> When<T>(this IQueryable<T> query, bool condition, Func<IQueryable<T>, IQueryable<T>> narrow) =>
        condition ? narrow(query) : query;
}

public static class IdentityEfCoreQueryableExtensions
{
    public static IQueryable<IdentityUser> IncludeDetails(this IQueryable<IdentityUser> queryable, bool include = true) => include
        ? queryable
            .Include(user => user.Roles).Include(user => user.Logins).Include(user => user.Claims)
            .Include(user => user.Tokens).Include(user => user.OrganizationUnits)
            .AsSplitQuery()
        : queryable;

    public static IQueryable<IdentityRole> IncludeDetails(this IQueryable<IdentityRole> queryable, bool include = true) =>
        include ? queryable.Include(role => role.Claims) : queryable;

    public static IQueryable<OrganizationUnit> IncludeDetails(this IQueryable<OrganizationUnit> queryable, bool include = true) =>
        include ? queryable.Include(unit => unit.Roles) : queryable;
}
