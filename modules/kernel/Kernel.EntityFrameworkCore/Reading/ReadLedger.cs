using Kernel.Auditing;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace Kernel.Reading;

public class ReadLedger(ReadQueue queue, ReadChain chain, CurrentActor actor, ICurrentTenant currentTenant, IClock clock, IGuidGenerator guids)
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
        var reader = actor.Get();
        reader = reader with { UserId = reader.UserId ?? WhoSigned(entry) };
        return new ReadRecord(guids.Create(), entry, clock.Now, reader, currentTenant.Id);
    }

    /// <summary>Whoever signs in or out is the current user only before or after.</summary>
    private static Guid? WhoSigned(ReadEntry entry) =>
        entry.Kind is ReadKind.SignIn or ReadKind.SignOut && Guid.TryParse(entry.EntityId, out var id) ? id : null;
}
