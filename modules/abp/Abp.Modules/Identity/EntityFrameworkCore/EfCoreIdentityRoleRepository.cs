using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;

namespace Volo.Abp.Identity.EntityFrameworkCore;

internal class EfCoreIdentityRoleRepository(IDbContextProvider<IIdentityDbContext> contexts)
    : EfCoreRepository<IIdentityDbContext, IdentityRole, Guid>(contexts), IIdentityRoleRepository
{
    public override async Task<IQueryable<IdentityRole>> WithDetailsAsync() => (await GetQueryableAsync()).IncludeDetails();

    public async Task<IdentityRole> FindByNormalizedNameAsync(
        string normalizedRoleName, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).IncludeDetails(includeDetails).OrderBy(role => role.Id)
            .FirstOrDefaultAsync(role => role.NormalizedName == normalizedRoleName, GetCancellationToken(cancellationToken));

    public async Task<List<IdentityRole>> GetListAsync(
        string sorting = null, int maxResultCount = int.MaxValue, int skipCount = 0, string filter = null, bool includeDetails = false,
        CancellationToken cancellationToken = default) =>
        await Sorted(Matching((await GetQueryableAsync()).IncludeDetails(includeDetails), filter), string.IsNullOrWhiteSpace(sorting) ? nameof(IdentityRole.CreationTime) + " desc" : sorting)
            .Skip(skipCount).Take(maxResultCount).ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<List<IdentityRole>> GetListAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).Where(role => ids.Contains(role.Id)).ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<List<IdentityRole>> GetDefaultOnesAsync(bool includeDetails = false, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).IncludeDetails(includeDetails).Where(role => role.IsDefault).ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<long> GetCountAsync(string filter = null, CancellationToken cancellationToken = default) =>
        await Matching(await GetQueryableAsync(), filter).LongCountAsync(GetCancellationToken(cancellationToken));

    private static IQueryable<IdentityRole> Matching(IQueryable<IdentityRole> roles, string filter) => roles.When(
        !string.IsNullOrWhiteSpace(filter), all => all.Where(role => role.Name.Contains(filter) || role.NormalizedName.Contains(filter)));
}
