using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kernel.EntityFrameworkCore;

/// <summary>Many new rows by one statement: EF Core sends one for each on SQLite and PostgreSQL.</summary>
public static class RowInserts
{
    /// <summary>SQL Server takes 2,100 of a statement; what does not fit goes with the next.</summary>
    private const int MaxParameters = 2_000;

    /// <summary>
    /// Writes rows of a plain table in the context's transaction. They are not tracked, and whoever calls has set what is set when a
    /// change is saved: neither history nor events come of it.
    /// </summary>
    public static async Task InsertRowsAsync<T>(this DbContext context, IReadOnlyCollection<T> rows) where T : class
    {
        var table = context.Model.FindEntityType(typeof(T))!;
        var columns = table.GetProperties().ToList();
        using var maker = context.Database.GetDbConnection().CreateCommand(); // only makes parameters
        foreach (var part in rows.Chunk(MaxParameters / columns.Count))
        {
            var parameters = new List<DbParameter>();
            var values = part.Select(row => string.Join(", ", columns.Select(column => Add(parameters, column, context.Entry(row).Property(column).CurrentValue)))).ToList();
            await context.Database.ExecuteSqlRawAsync(StatementOf(context, table, columns, values), parameters);
        }

        string Add(List<DbParameter> parameters, IProperty column, object? value)
        {
            var name = $"@p{parameters.Count}";
            parameters.Add(column.GetRelationalTypeMapping().CreateParameter(maker, name, value, column.IsNullable));
            return name;
        }
    }

    /// <summary>Names are the model's, values are parameters.</summary>
    private static string StatementOf(DbContext context, IEntityType type, List<IProperty> columns, List<string> values)
    {
        var (sql, table) = (context.GetService<ISqlGenerationHelper>(), StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value);
        var names = columns.Select(column => sql.DelimitIdentifier(column.GetColumnName(table)!));
        return $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", names)}) VALUES ({string.Join("), (", values)})";
    }
}
