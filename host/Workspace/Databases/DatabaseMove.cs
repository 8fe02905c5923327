using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Workspace.Data;

namespace Workspace.Databases;

/// <summary>Copies a whole workspace from SQLite into an empty PostgreSQL: all of it, proved by hash, or nothing.</summary>
public class DatabaseMove(string sqlite, string postgreSql, DataFolder data)
{
    /// <returns>Rows of each table.</returns>
    /// <exception cref="DatabaseRefusedException">The target is not empty, one of the two is not up to date, or the copy differs.</exception>
    public async Task<IReadOnlyDictionary<string, long>> RunAsync(TextWriter output)
    {
        await using var source = DatabaseContexts.Open(DatabaseProvider.Sqlite, sqlite);
        await using var target = DatabaseContexts.Open(DatabaseProvider.PostgreSql, postgreSql);
        if ((await source.Database.GetPendingMigrationsAsync()).Any()) { throw new DatabaseRefusedException("The SQLite database is not up to date. Run the program once with 'migrate', then move."); }
        await target.Database.MigrateAsync();
        // SQLite's reader sees the database as it is now, whatever is written meanwhile.
        await using var reading = await source.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable);
        await using var writing = await target.Database.BeginTransactionAsync();
        var tables = TableContent.TablesInOrder(target);
        await RefuseNonEmptyAsync(target, tables);
        var from = TableContent.TablesInOrder(source).ToDictionary(table => table.Name);
        var moved = new Dictionary<string, long>();
        foreach (var table in tables)
        {
            moved[table.Name] = await CopyAsync(source, from[table.Name], target, table);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {table.Name,-36} {moved[table.Name],10} rows"));
        }
        await CopyKeysAsync(target);
        await writing.CommitAsync();
        return moved;
    }

    private static async Task RefuseNonEmptyAsync(WorkspaceDbContext target, IReadOnlyList<ITable> tables)
    {
        foreach (var table in tables)
        {
            await foreach (var _ in TableContent.ReadAsync(target, table))
            {
                throw new DatabaseRefusedException($"The target database is not empty: {table.Name} has rows. Give an empty one; nothing was changed.");
            }
        }
    }

    private static async Task<long> CopyAsync(WorkspaceDbContext source, ITable from, WorkspaceDbContext target, ITable to)
    {
        var sql = target.GetService<ISqlGenerationHelper>();
        // The values follow the source's order of columns.
        var columns = string.Join(", ", from.Columns.Select(column => sql.DelimitIdentifier(column.Name)));
        long rows = 0;
        await using (var copy = await ((NpgsqlConnection)target.Database.GetDbConnection()).BeginBinaryImportAsync($"COPY {sql.DelimitIdentifier(to.Name, to.Schema)} ({columns}) FROM STDIN (FORMAT BINARY)"))
        {
            await foreach (var row in TableContent.ReadAsync(source, from))
            {
                await copy.StartRowAsync();
                foreach (var value in row) { await (value is null ? copy.WriteNullAsync() : copy.WriteAsync(value)); }
                rows++;
            }
            await copy.CompleteAsync();
        }
        var (was, isNow) = (await TableContent.SumAsync(source, from), await SumInOrderAsync(target, from, to));
        return was == isNow ? rows : throw new DatabaseRefusedException($"The copy of {to.Name} differs from what it was made of ({was.Rows} rows, then {isNow.Rows}); nothing was kept.");
    }

    /// <summary>Both sides are summed with their columns in one order.</summary>
    private static Task<TableContent.Sum> SumInOrderAsync(WorkspaceDbContext target, ITable from, ITable to) =>
        from.Columns.Select(column => column.Name).SequenceEqual(to.Columns.Select(column => column.Name))
            ? TableContent.SumAsync(target, to)
            : throw new DatabaseRefusedException($"The columns of {to.Name} stand in another order.");

    /// <summary>SQLite's node has its keys in the data folder: with them people stay signed in.</summary>
    private async Task CopyKeysAsync(WorkspaceDbContext target)
    {
        if (!Directory.Exists(data.Keys)) { return; }
        foreach (var file in Directory.GetFiles(data.Keys, "*.xml"))
        {
            target.Add(new ProtectionKey(Guid.NewGuid(), Path.GetFileNameWithoutExtension(file), await File.ReadAllTextAsync(file)));
        }
        await target.SaveChangesAsync();
    }
}
