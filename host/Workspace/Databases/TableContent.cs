using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Workspace.Databases;

/// <summary>Rows of a table as plain values, the same whichever database they come from.</summary>
public static class TableContent
{
    /// <param name="Hash">Of all rows in any order: equal tables have equal hashes on every database.</param>
    public record Sum(long Rows, UInt128 Hash);

    /// <param name="Condition">SQL over the table's columns and <c>@value</c>.</param>
    public record Part(string Condition, Guid Value)
    {
        internal void Narrow(DbCommand command)
        {
            command.CommandText += " WHERE " + Condition;
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("value", Value);
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>Every table of the model, each after those that it refers to.</summary>
    public static IReadOnlyList<ITable> TablesInOrder(DbContext context)
    {
        var open = context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Where(table => !table.IsExcludedFromMigrations).ToList();
        var done = new List<ITable>();
        while (open.Count > 0)
        {
            var next = open.Find(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || done.Contains(key.PrincipalTable)))
                ?? throw new InvalidOperationException($"Tables refer to each other in a circle: {string.Join(", ", open.Select(table => table.Name))}.");
            open.Remove(next);
            done.Add(next);
        }
        return done;
    }

    /// <summary>One row after the other, values in the order of <see cref="ITable.Columns"/>. The array is used again for each row.</summary>
    /// <param name="part">The rows for which the condition holds; null for all.</param>
    public static async IAsyncEnumerable<object?[]> ReadAsync(DbContext context, ITable table, Part? part = null)
    {
        var columns = table.Columns.ToList();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        var sql = context.GetService<ISqlGenerationHelper>();
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.Name)))} FROM {sql.DelimitIdentifier(table.Name, table.Schema)}";
        part?.Narrow(command);
        await using var reader = await command.ExecuteReaderAsync();
        var readers = columns.Select(ReaderOf).ToList();
        var row = new object?[columns.Count];
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < row.Length; i++) { row[i] = await reader.IsDBNullAsync(i) ? null : readers[i](reader, i); }
            yield return row;
        }
    }

    public static async Task<Sum> SumAsync(DbContext context, ITable table, Part? part = null)
    {
        var sum = new Sum(0, 0);
        await foreach (var row in ReadAsync(context, table, part)) { sum = new Sum(sum.Rows + 1, unchecked(sum.Hash + HashOf(row))); }
        return sum;
    }

    private static Func<DbDataReader, int, object> ReaderOf(IColumn column)
    {
        var type = Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType;
        if (type == typeof(DateTime)) { return (reader, i) => DateTime.SpecifyKind(reader.GetDateTime(i), DateTimeKind.Utc); }
        if (type == typeof(DateTimeOffset)) { return (reader, i) => reader.GetFieldValue<DateTimeOffset>(i).ToUniversalTime(); }
        if (type == typeof(DateOnly)) { return (reader, i) => reader.GetFieldValue<DateOnly>(i); }
        if (type == typeof(TimeOnly)) { return (reader, i) => reader.GetFieldValue<TimeOnly>(i); }
        if (type == typeof(TimeSpan)) { return (reader, i) => reader.GetFieldValue<TimeSpan>(i); }
        if (type == typeof(Guid)) { return (reader, i) => reader.GetGuid(i); }
        if (type == typeof(decimal)) { return (reader, i) => reader.GetDecimal(i); }
        if (type == typeof(bool)) { return (reader, i) => reader.GetBoolean(i); }
        if (type == typeof(byte[])) { return (reader, i) => reader.GetFieldValue<byte[]>(i); }
        return (reader, i) => Convert.ChangeType(reader.GetValue(i), type, CultureInfo.InvariantCulture);
    }

    private static UInt128 HashOf(object?[] row)
    {
        var text = new StringBuilder();
        foreach (var value in row) { text.Append(TextOf(value)).Append('\u001f'); }
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string TextOf(object? value) => value switch
    {
        null => "\u0000",
        // Servers keep microseconds, .NET and SQLite tenths of them.
        DateTime time => (time.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => (time.UtcTicks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!
    };
}
