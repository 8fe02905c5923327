namespace Kernel.Imports;

/// <summary>
/// Knows failures that say nothing about the rows that were to be imported, beyond those that a database's driver calls transient: a full disk, a database
/// that only lets itself be read. The host registers it; without one each such row would be refused.
/// </summary>
public interface IImportTroubles
{
    bool Contains(Exception failure);
}
