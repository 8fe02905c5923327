using System.Security.Claims;
using Volo.Abp.Domain.Repositories;

namespace Volo.Abp.Identity;

public interface IIdentityUserRepository : IBasicRepository<IdentityUser, Guid>
{
    Task<IdentityUser> FindByNormalizedUserNameAsync(string normalizedUserName, bool includeDetails = true, CancellationToken cancellationToken = default);
    Task<IdentityUser> FindByNormalizedEmailAsync(string normalizedEmail, bool includeDetails = true, CancellationToken cancellationToken = default);
    Task<IdentityUser> FindByLoginAsync(string loginProvider, string providerKey, bool includeDetails = true, CancellationToken cancellationToken = default);

    /// <summary>Also of the roles of the user's organisation units.</summary>
    Task<List<string>> GetRoleNamesAsync(Guid id, CancellationToken cancellationToken = default);
    Task<List<IdentityUser>> GetListByClaimAsync(Claim claim, bool includeDetails = false, CancellationToken cancellationToken = default);
    Task<List<IdentityUser>> GetListByNormalizedRoleNameAsync(string normalizedRoleName, bool includeDetails = false, CancellationToken cancellationToken = default);
    Task<List<IdentityUser>> GetListByIdsAsync(IEnumerable<Guid> ids, bool includeDetails = false, CancellationToken cancellationToken = default);
    Task<List<IdentityRole>> GetRolesAsync(Guid id, bool includeDetails = false, CancellationToken cancellationToken = default);

    /// <param name="filter">Part of user name, e-mail, name, surname or telephone.</param>
    Task<List<IdentityUser>> GetListAsync(
        string sorting = null, int maxResultCount = int.MaxValue, int skipCount = 0, string filter = null, bool includeDetails = false,
        Guid? roleId = null, Guid? organizationUnitId = null, Guid? id = null, string userName = null, string phoneNumber = null,
        string emailAddress = null, string name = null, string surname = null, bool? isLockedOut = null, bool? notActive = null,
        bool? emailConfirmed = null, bool? isExternal = null, DateTime? maxCreationTime = null, DateTime? minCreationTime = null,
        DateTime? maxModifitionTime = null, DateTime? minModifitionTime = null, CancellationToken cancellationToken = default);

    Task<long> GetCountAsync(
        string filter = null, Guid? roleId = null, Guid? organizationUnitId = null, Guid? id = null, string userName = null,
        string phoneNumber = null, string emailAddress = null, string name = null, string surname = null, bool? isLockedOut = null,
        bool? notActive = null, bool? emailConfirmed = null, bool? isExternal = null, DateTime? maxCreationTime = null,
        DateTime? minCreationTime = null, DateTime? maxModifitionTime = null, DateTime? minModifitionTime = null,
        CancellationToken cancellationToken = default);
}

public interface IIdentityRoleRepository : IBasicRepository<IdentityRole, Guid>
{
    Task<IdentityRole> FindByNormalizedNameAsync(string normalizedRoleName, bool includeDetails = true, CancellationToken cancellationToken = default);
    Task<List<IdentityRole>> GetListAsync(
        string sorting = null, int maxResultCount = int.MaxValue, int skipCount = 0, string filter = null, bool includeDetails = false,
        CancellationToken cancellationToken = default);
    Task<List<IdentityRole>> GetListAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken = default);
    Task<List<IdentityRole>> GetDefaultOnesAsync(bool includeDetails = false, CancellationToken cancellationToken = default);
    Task<long> GetCountAsync(string filter = null, CancellationToken cancellationToken = default);
}

public interface IOrganizationUnitRepository : IBasicRepository<OrganizationUnit, Guid>
{
    Task<List<OrganizationUnit>> GetChildrenAsync(Guid? parentId, bool includeDetails = false, CancellationToken cancellationToken = default);
    Task<List<OrganizationUnit>> GetAllChildrenWithParentCodeAsync(
        string code, Guid? parentId, bool includeDetails = false, CancellationToken cancellationToken = default);
    Task<List<OrganizationUnit>> GetListAsync(IEnumerable<Guid> ids, bool includeDetails = false, CancellationToken cancellationToken = default);
    Task<List<OrganizationUnit>> GetListAsync(
        string sorting = null, int maxResultCount = int.MaxValue, int skipCount = 0, bool includeDetails = false,
        CancellationToken cancellationToken = default);
    Task RemoveAllMembersAsync(OrganizationUnit organizationUnit, CancellationToken cancellationToken = default);
    Task RemoveAllRolesAsync(OrganizationUnit organizationUnit, CancellationToken cancellationToken = default);
}

public interface IUserRoleFinder
{
    Task<string[]> GetRoleNamesAsync(Guid userId);
}

internal class UserRoleFinder(IIdentityUserRepository users) : IUserRoleFinder
{
    public async Task<string[]> GetRoleNamesAsync(Guid userId) => (await users.GetRoleNamesAsync(userId)).ToArray();
}
