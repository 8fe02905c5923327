using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Workspace.SignIn.Sessions;

/// <summary>The devices on which people are signed in. A session that is gone ends its cookie within a minute.</summary>
public class UserSessions(
    IIdentitySessionRepository sessions, IGuidGenerator guids, IClock clock, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager) : ITransientDependency
{
    /// <summary>More of them nobody looks through.</summary>
    public const int MaxListed = 50;

    private const int MaxAddresses = 10;

    // A cookie lives two weeks after its last use; what is older belongs to none.
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    /// <returns>The session's id, for the cookie.</returns>
    public virtual async Task<string> OpenAsync(Guid userId, Guid? tenantId, HttpRequest request)
    {
        await sessions.DeleteAllAsync(Forgotten);
        var session = new IdentitySession(guids.Create(), Guid.NewGuid().ToString("N"), IdentitySessionDevices.Web, DeviceName.Of(request.Headers.UserAgent),
            userId, tenantId, clientId: null, AddressOf(request), clock.Now, clock.Now);
        await sessions.InsertAsync(session);
        return session.SessionId;
    }

    /// <summary>Notes that the session was used just now.</summary>
    /// <returns>False when it was ended.</returns>
    public virtual async Task<bool> IsOpenAsync(string sessionId, Guid userId, Guid? tenantId, HttpRequest request)
    {
        using var tenant = currentTenant.Change(tenantId);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        if (await sessions.FindAsync(sessionId) is not { } session || session.UserId != userId) { return false; }
        session.UpdateLastAccessedTime(clock.Now);
        if (AddressOf(request) is { } address && session.GetIpAddresses().LastOrDefault() != address)
        {
            session.SetIpAddresses(session.GetIpAddresses().Where(known => known != address).TakeLast(MaxAddresses - 1).Append(address));
        }
        await sessions.UpdateAsync(session);
        await unitOfWork.CompleteAsync();
        return true;
    }

    /// <summary>Those used last come first, at most <see cref="MaxListed"/>.</summary>
    public virtual Task<List<IdentitySession>> GetListAsync(Guid userId) => sessions.GetListAsync(maxResultCount: MaxListed, userId: userId);

    public virtual async Task EndAsync(string sessionId)
    {
        if (await sessions.FindAsync(sessionId) is { } session) { await sessions.DeleteAsync(session); }
    }

    /// <exception cref="EntityNotFoundException">The user has no such session.</exception>
    public virtual async Task EndAsync(Guid userId, Guid id)
    {
        var session = await sessions.GetAsync(id);
        if (session.UserId != userId) { throw new EntityNotFoundException(typeof(IdentitySession), id); }
        await sessions.DeleteAsync(session);
    }

    /// <param name="except">The one that stays; null ends all.</param>
    public virtual async Task EndOthersAsync(Guid userId, string? except) =>
        await sessions.DeleteAllAsync(userId, except is null ? null : (await sessions.FindAsync(except))?.Id);

    private static string? AddressOf(HttpRequest request) => request.HttpContext.Connection.RemoteIpAddress?.ToString();
}
