using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Timing;

namespace Volo.Abp.Identity.EntityFrameworkCore;

internal class EfCoreIdentitySecurityLogRepository(IDbContextProvider<IIdentityDbContext> contexts)
    : EfCoreRepository<IIdentityDbContext, IdentitySecurityLog, Guid>(contexts), IIdentitySecurityLogRepository
{
    public async Task<List<IdentitySecurityLog>> GetListAsync(
        string sorting = null, int maxResultCount = int.MaxValue, int skipCount = 0, DateTime? startTime = null, DateTime? endTime = null,
        string applicationName = null, string identity = null, string action = null, Guid? userId = null, string userName = null,
        string clientId = null, string correlationId = null, string clientIpAddress = null, bool includeDetails = false,
        CancellationToken cancellationToken = default)
    {
        var logs = (await GetQueryableAsync())
            .When(startTime is not null, all => all.Where(log => log.CreationTime >= startTime))
            .When(endTime is not null, all => all.Where(log => log.CreationTime < endTime.Value.AddDays(1).Date))
            .When(!string.IsNullOrWhiteSpace(applicationName), all => all.Where(log => log.ApplicationName == applicationName))
            .When(!string.IsNullOrWhiteSpace(identity), all => all.Where(log => log.Identity == identity))
            .When(!string.IsNullOrWhiteSpace(action), all => all.Where(log => log.Action == action))
            .When(userId is not null, all => all.Where(log => log.UserId == userId))
            .When(!string.IsNullOrWhiteSpace(userName), all => all.Where(log => log.UserName == userName))
            .When(!string.IsNullOrWhiteSpace(clientId), all => all.Where(log => log.ClientId == clientId))
            .When(!string.IsNullOrWhiteSpace(correlationId), all => all.Where(log => log.CorrelationId == correlationId))
            .When(!string.IsNullOrWhiteSpace(clientIpAddress), all => all.Where(log => log.ClientIpAddress == clientIpAddress));
        return await Sorted(logs, string.IsNullOrWhiteSpace(sorting) ? nameof(IdentitySecurityLog.CreationTime) + " desc" : sorting)
            .Skip(skipCount).Take(maxResultCount).ToListAsync(GetCancellationToken(cancellationToken));
    }
}

internal class EfCoreIdentitySessionRepository(IDbContextProvider<IIdentityDbContext> contexts, IClock clock)
    : EfCoreRepository<IIdentityDbContext, IdentitySession, Guid>(contexts), IIdentitySessionRepository
{
    public async Task<IdentitySession> FindAsync(string sessionId, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).FirstOrDefaultAsync(session => session.SessionId == sessionId, GetCancellationToken(cancellationToken));

    public async Task<IdentitySession> GetAsync(string sessionId, CancellationToken cancellationToken = default) =>
        await FindAsync(sessionId, cancellationToken) ?? throw new EntityNotFoundException(typeof(IdentitySession));

    public async Task<bool> ExistAsync(Guid id, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).AnyAsync(session => session.Id == id, GetCancellationToken(cancellationToken));

    public async Task<bool> ExistAsync(string sessionId, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).AnyAsync(session => session.SessionId == sessionId, GetCancellationToken(cancellationToken));

    public async Task<List<IdentitySession>> GetListAsync(
        string sorting = null, int maxResultCount = int.MaxValue, int skipCount = 0, Guid? userId = null, string device = null,
        string clientId = null, CancellationToken cancellationToken = default) =>
        await Sorted(Matching(await GetQueryableAsync(), userId, device, clientId), string.IsNullOrWhiteSpace(sorting) ? nameof(IdentitySession.LastAccessed) + " desc" : sorting)
            .Skip(skipCount).Take(maxResultCount).ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<long> GetCountAsync(Guid? userId = null, string device = null, string clientId = null, CancellationToken cancellationToken = default) =>
        await Matching(await GetQueryableAsync(), userId, device, clientId).LongCountAsync(GetCancellationToken(cancellationToken));

    public Task DeleteAllAsync(Guid userId, Guid? exceptSessionId = null, CancellationToken cancellationToken = default) =>
        DeleteAsync(session => session.UserId == userId && session.Id != exceptSessionId, cancellationToken: cancellationToken);

    public Task DeleteAllAsync(Guid userId, string device, Guid? exceptSessionId = null, CancellationToken cancellationToken = default) =>
        DeleteAsync(session => session.UserId == userId && session.Device == device && session.Id != exceptSessionId, cancellationToken: cancellationToken);

    public Task DeleteAllAsync(TimeSpan inactiveTimeSpan, CancellationToken cancellationToken = default)
    {
        var limit = clock.Now.Subtract(inactiveTimeSpan);
        return DeleteDirectAsync(session => session.LastAccessed == null ? session.SignedIn < limit : session.LastAccessed < limit, cancellationToken);
    }

    private static IQueryable<IdentitySession> Matching(IQueryable<IdentitySession> sessions, Guid? userId, string device, string clientId) => sessions
        .When(userId is not null, all => all.Where(session => session.UserId == userId))
        .When(!string.IsNullOrWhiteSpace(device), all => all.Where(session => session.Device == device))
        .When(!string.IsNullOrWhiteSpace(clientId), all => all.Where(session => session.ClientId == clientId));
}
