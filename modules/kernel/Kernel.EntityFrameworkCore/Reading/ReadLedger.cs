using Volo.Abp.Auditing;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace Kernel.Reading;

/// <summary>From where a read came is taken from the audit log of the running request.</summary>
public class ReadLedger(
    ReadQueue queue, ReadChain chain, ICurrentUser currentUser, ICurrentTenant currentTenant, IAuditingManager auditing, IClock clock, IGuidGenerator guids)
    : IReadLedger, ITransientDependency
{
    public virtual Task WriteAsync(ReadEntry entry) => chain.CommitAsync(currentTenant.Id, [RecordOf(entry)]);

    public virtual void Append(ReadEntry entry)
    {
        var read = RecordOf(entry);
        if (!queue.TryAdd(read))
        {
            chain.CommitAsync(read.TenantId, [read]).GetAwaiter().GetResult(); // nothing is dropped: the reader waits
        }
    }

    private ReadRecord RecordOf(ReadEntry entry)
    {
        var request = auditing.Current?.Log;
        var reader = new ReadRecord.Reader(
            currentUser.Id ?? WhoSigned(entry), currentUser.UserName, request?.ImpersonatorUserId, request?.ImpersonatorUserName,
            request?.ClientIpAddress, request?.BrowserInfo, request?.CorrelationId);
        return new ReadRecord(guids.Create(), entry, clock.Now, reader, currentTenant.Id);
    }

    /// <summary>Whoever signs in or out is the current user only before or after.</summary>
    private static Guid? WhoSigned(ReadEntry entry) =>
        entry.Kind is ReadKind.SignIn or ReadKind.SignOut && Guid.TryParse(entry.EntityId, out var id) ? id : null;
}
