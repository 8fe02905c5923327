using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Workspace.Data;
using Workspace.Databases;

namespace Benchmarks.DataSet;

/// <summary>
/// Writes aggregates into their tables as EF's model maps them, by COPY on PostgreSQL and prepared inserts on SQLite: the values are the
/// domain's, only the way round the change tracker is ours.
/// </summary>
internal sealed class BulkWriter
{
    private readonly WorkspaceDbContext _context;
    private readonly Guid _creatorId;
    private readonly IModel _model;
    private readonly List<Table> _tables;
    private readonly Dictionary<Type, (Table Table, Func<object, object?>[] Columns)> _plans = [];

    public long Rows { get; private set; }

    public BulkWriter(WorkspaceDbContext context, Guid creatorId)
    {
        (_context, _creatorId) = (context, creatorId);
        _model = context.GetService<IDesignTimeModel>().Model;
        _tables = [.. TableContent.TablesInOrder(context).Select(table => new Table(table))];
    }

    /// <param name="at">When it was made, in UTC.</param>
    public void Add(object entity, DateTime at)
    {
        var (table, columns) = PlanOf(entity.GetType());
        var row = new object?[columns.Length];
        for (var i = 0; i < row.Length; i++) { row[i] = i == table.CreatedAt ? at : i == table.CreatedBy ? _creatorId : columns[i](entity); }
        table.Rows.Add(row);
    }

    /// <summary>Tables are written each after those that it refers to.</summary>
    public async Task FlushAsync()
    {
        foreach (var table in _tables.Where(table => table.Rows.Count > 0))
        {
            if (_context.Database.GetDbConnection() is NpgsqlConnection connection) { await CopyAsync(connection, table); } else { Insert(table); }
            Rows += table.Rows.Count;
            table.Rows.Clear();
        }
    }

    private async Task CopyAsync(NpgsqlConnection connection, Table table)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in table.Rows)
        {
            copy.StartRow();
            foreach (var value in row) { if (value is null) { copy.WriteNull(); } else { copy.Write(value); } }
        }
        await copy.CompleteAsync();
    }

    private void Insert(Table table)
    {
        using var command = _context.Database.GetDbConnection().CreateCommand();
        command.Transaction = _context.Database.CurrentTransaction?.GetDbTransaction();
        var parameters = table.Columns.Select((_, i) => Parameter(command, $"@p{i}")).ToList();
        command.CommandText = $"INSERT INTO {table.Name} ({table.ColumnNames}) VALUES ({string.Join(", ", parameters.Select(parameter => parameter.ParameterName))})";
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < row.Length; i++) { parameters[i].Value = row[i] ?? DBNull.Value; }
            command.ExecuteNonQuery();
        }
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private (Table Table, Func<object, object?>[] Columns) PlanOf(Type type)
    {
        if (_plans.TryGetValue(type, out var known)) { return known; }
        var entity = _model.FindEntityType(type) ?? throw new InvalidOperationException($"{type} is not in the model.");
        var table = _tables.Find(table => table.Is(entity.GetTableName()!))!;
        return _plans[type] = (table, [.. table.Columns.Select(column => ReaderOf(column, entity))]);
    }

    /// <summary>A column of another type in the same table is empty.</summary>
    private static Func<object, object?> ReaderOf(IColumn column, IEntityType entity)
    {
        var mapping = column.PropertyMappings.FirstOrDefault(mapping => mapping.Property.DeclaringType.ContainingEntityType.IsAssignableFrom(entity));
        if (mapping is null || mapping.Property.IsShadowProperty()) { return _ => null; }
        var getter = mapping.Property.GetGetter();
        var convert = mapping.TypeMapping.Converter?.ConvertToProvider;
        return row => getter.GetClrValueUsingContainingEntity(row) is { } value ? convert is null ? value : convert(value) : null;
    }

    private sealed class Table(ITable table)
    {
        public IReadOnlyList<IColumn> Columns { get; } = [.. table.Columns];
        public List<object?[]> Rows { get; } = [];
        public string Name => $"\"{table.Name}\"";
        public string ColumnNames => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));
        public int CreatedAt { get; } = IndexOf(table, "CreationTime");
        public int CreatedBy { get; } = IndexOf(table, "CreatorId");

        public bool Is(string name) => table.Name == name;

        private static int IndexOf(ITable table, string column) => table.Columns.Select(known => known.Name).ToList().IndexOf(column);
    }
}
