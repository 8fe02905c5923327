using Volo.Abp.Users;

namespace Volo.Abp.Identity;

internal class IdentityUserRepositoryExternalUserLookupServiceProvider(IIdentityUserRepository users) : IExternalUserLookupServiceProvider
{
    public async Task<IUserData> FindByIdAsync(Guid id, CancellationToken cancellationToken = default) =>
        (await users.FindAsync(id, includeDetails: false, cancellationToken))?.ToAbpUserData();

    public async Task<IUserData> FindByUserNameAsync(string userName, CancellationToken cancellationToken = default) =>
        (await users.FindByNormalizedUserNameAsync(userName.ToUpperInvariant(), includeDetails: false, cancellationToken))?.ToAbpUserData();

    public async Task<List<IUserData>> SearchAsync(
        string sorting = null, string filter = null, int maxResultCount = int.MaxValue, int skipCount = 0,
        CancellationToken cancellationToken = default) =>
        (await users.GetListAsync(sorting, maxResultCount, skipCount, filter, includeDetails: false, cancellationToken: cancellationToken))
        .Select(user => user.ToAbpUserData()).ToList();

    public Task<long> GetCountAsync(string filter = null, CancellationToken cancellationToken = default) =>
        users.GetCountAsync(filter, cancellationToken: cancellationToken);
}
