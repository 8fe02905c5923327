namespace Kernel.Imports;

/// <summary>
/// Imports one kind of rows. A class whose name ends in Importer and that is an <c>ITransientDependency</c> is found by its
/// <see cref="Name"/>. Each batch gets a fresh importer inside its own transaction: keep nothing between batches. What a row
/// means must be recognised by natural keys, so that the same file sent twice makes no doubles.
/// </summary>
public interface IImporter
{
    /// <summary>Such as "contacts": how people and commands ask for it.</summary>
    string Name { get; }

    /// <summary>What a user needs who imports such rows; asked again when the job runs. Null for anybody.</summary>
    string? Permission => null;

    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>
    /// Consecutive rows with the same value here are one group (an invoice's lines), accepted or refused together;
    /// null when every row stands alone.
    /// </summary>
    string? GroupColumn => null;

    /// <returns>One result for each row, in any order.</returns>
    /// <remarks>A thrown exception rolls the batch back; its groups are then tried one by one, and only those that throw again are refused.</remarks>
    Task<IReadOnlyList<RowResult>> ImportAsync(ImportBatch batch);
}
