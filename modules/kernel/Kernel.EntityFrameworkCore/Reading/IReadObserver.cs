namespace Kernel.Reading;

/// <summary>
/// Told of reads once they are in the ledger, in their tenant; not of those written within a transaction on SQLite. A class
/// that implements it ends its name in <c>ReadObserver</c>.
/// </summary>
public interface IReadObserver
{
    Task ObserveAsync(IReadOnlyList<ReadRecord> reads);
}
