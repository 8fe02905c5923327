using System.Threading.Channels;
using Volo.Abp.DependencyInjection;

namespace Kernel.Reading;

/// <summary>Reads on their way to the ledger, of all tenants of this node.</summary>
public class ReadQueue : ISingletonDependency
{
    private const int Capacity = 20_000;

    private readonly Channel<ReadRecord> _reads = Channel.CreateBounded<ReadRecord>(new BoundedChannelOptions(Capacity) { SingleReader = false });

    /// <returns>False when the queue is full, or closed because the node ends: whoever reads then writes it himself.</returns>
    public bool TryAdd(ReadRecord read) => _reads.Writer.TryWrite(read);

    public bool TryTake(out ReadRecord? read) => _reads.Reader.TryRead(out read);

    public bool IsEmpty => !_reads.Reader.TryPeek(out _);

    /// <returns>False when the queue is closed and empty.</returns>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _reads.Reader.WaitToReadAsync(cancellationToken);

    public void Close() => _reads.Writer.TryComplete();
}
