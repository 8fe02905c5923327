namespace Kernel.Reading;

public class ReadLedgerOptions
{
    /// <summary>
    /// Seals the days of the ledger. The same on all nodes, and not kept in the database. A day sealed with another key is
    /// reported as changed.
    /// </summary>
    public byte[] Key { get; set; } = [];
}
