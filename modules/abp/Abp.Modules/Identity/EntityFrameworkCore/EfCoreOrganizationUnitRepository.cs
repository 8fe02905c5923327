using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;

namespace Volo.Abp.Identity.EntityFrameworkCore;

internal class EfCoreOrganizationUnitRepository(IDbContextProvider<IIdentityDbContext> contexts)
    : EfCoreRepository<IIdentityDbContext, OrganizationUnit, Guid>(contexts), IOrganizationUnitRepository
{
    public override async Task<IQueryable<OrganizationUnit>> WithDetailsAsync() => (await GetQueryableAsync()).IncludeDetails();

    public async Task<List<OrganizationUnit>> GetChildrenAsync(Guid? parentId, bool includeDetails = false, CancellationToken cancellationToken = default) =>
        await (await UnitsAsync(includeDetails)).Where(unit => unit.ParentId == parentId).ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<List<OrganizationUnit>> GetAllChildrenWithParentCodeAsync(
        string code, Guid? parentId, bool includeDetails = false, CancellationToken cancellationToken = default) =>
        await (await UnitsAsync(includeDetails))
            .Where(unit => unit.Code.StartsWith(code) && unit.Id != parentId)
            .ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<List<OrganizationUnit>> GetListAsync(IEnumerable<Guid> ids, bool includeDetails = false, CancellationToken cancellationToken = default) =>
        await (await UnitsAsync(includeDetails)).Where(unit => ids.Contains(unit.Id)).ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<List<OrganizationUnit>> GetListAsync(
        string sorting = null, int maxResultCount = int.MaxValue, int skipCount = 0, bool includeDetails = false,
        CancellationToken cancellationToken = default) =>
        await Sorted(await UnitsAsync(includeDetails), string.IsNullOrWhiteSpace(sorting) ? nameof(OrganizationUnit.CreationTime) + " desc" : sorting)
            .Skip(skipCount).Take(maxResultCount).ToListAsync(GetCancellationToken(cancellationToken));

    public async Task RemoveAllMembersAsync(OrganizationUnit organizationUnit, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync();
        var members = await context.Set<IdentityUserOrganizationUnit>()
            .Where(member => member.OrganizationUnitId == organizationUnit.Id).ToListAsync(GetCancellationToken(cancellationToken));
        context.Set<IdentityUserOrganizationUnit>().RemoveRange(members);
    }

    public Task RemoveAllRolesAsync(OrganizationUnit organizationUnit, CancellationToken cancellationToken = default)
    {
        organizationUnit.Roles.Clear();
        return Task.CompletedTask;
    }

    private async Task<IQueryable<OrganizationUnit>> UnitsAsync(bool includeDetails) => (await GetQueryableAsync()).IncludeDetails(includeDetails);
}
