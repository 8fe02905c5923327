using System.Data;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Volo.Abp.TenantManagement;
using Workspace.Data;

namespace Workspace.Databases;

/// <summary>
/// One organisation as it was at one moment, in a zip of open files: JSON lines for each table, its uploads and files of imports, and a manifest.
/// It can be taken into another workspace of the same version, on SQLite or PostgreSQL. The workspace may be at work meanwhile.
/// </summary>
/// <remarks>
/// What belongs to the place stays there: jobs and events under way, sign-ins, secrets that only the place's keys open, and the ledger of reads, which
/// proves what was read there.
/// </remarks>
public class OrganisationArchive(DatabaseProvider provider, string connection, DataFolder data)
{
    private const string Manifest = "manifest.json", Tables = "tables/", Extension = ".jsonl";

    private const string OfTheOrganisationOrItsUsers = """
        ("ProviderName" = 'T' AND "ProviderKey" = LOWER(CAST(@value AS text))
            OR "ProviderName" = 'U' AND "ProviderKey" IN (SELECT LOWER(CAST("Id" AS text)) FROM "AbpUsers" WHERE "TenantId" = @value))
        """;

    /// <summary>Of the place, though some of it speaks of organisations.</summary>
    private static readonly HashSet<string> OfThePlace =
    [
        "AbpBackgroundJobs", "AbpClaimTypes", "AbpEventInbox", "AbpEventOutbox", "AbpFeatureGroups", "AbpFeatures", "AbpLinkUsers", "AbpPermissionGroups", "AbpPermissions",
        "AbpSessions", "AbpSettingDefinitions", "AbpTenantConnectionStrings", "KerReadDays", "KerReadSessions", "KerReads", "WksProtectionKeys"
    ];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="organisation">Its name, as people sign in with it.</param>
    /// <exception cref="DatabaseRefusedException">The file exists, there is no such organisation, it has a database of its own, or the database is not up to date.</exception>
    public async Task<OrganisationManifest> SaveAsync(string organisation, string file)
    {
        if (File.Exists(file)) { throw new DatabaseRefusedException($"The file {file} exists. Give another name; nothing was changed."); }
        await using var context = DatabaseContexts.Open(provider, connection);
        await EnsureUpToDateAsync(context);
        var found = await FindAsync(context, organisation) ?? throw new DatabaseRefusedException($"There is no organisation '{organisation}'. Give its name as people sign in with it.");
        var unfinished = file + ".unfinished";
        try
        {
            OrganisationManifest manifest;
            await using (var zip = await ZipFile.OpenAsync(unfinished, ZipArchiveMode.Create))
            {
                manifest = new OrganisationManifest(found.Id, found.Name, DateTime.UtcNow, VersionOf(context), await SaveTablesAsync(context, found.Id, zip));
                await FilesOf(found.Id).SaveAsync(zip);
                await using var entry = await zip.CreateEntry(Manifest).OpenAsync();
                await JsonSerializer.SerializeAsync(entry, manifest, Json);
            }
            File.Move(unfinished, file);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Beside the organisations that are there: all of it, proved by the hashes of the day it was saved, or nothing.</summary>
    /// <exception cref="DatabaseRefusedException">The organisation is there already, or the file is damaged, of another version, or holds what is not the organisation's.</exception>
    public async Task<OrganisationManifest> RestoreAsync(string file)
    {
        await using var zip = await DatabaseBackup.OpenAsync(file);
        var manifest = await ReadManifestAsync(zip, file);
        await using var context = DatabaseContexts.Open(provider, connection);
        await EnsureUpToDateAsync(context);
        if (VersionOf(context) != manifest.Version) { throw new DatabaseRefusedException($"The file was made by another version of the program (its last step is {manifest.Version}). Bring both to the same version; nothing was changed."); }
        await using var all = await context.Database.BeginTransactionAsync();
        if (provider == DatabaseProvider.Sqlite) { await context.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON"); } // rows may refer to later ones of their table
        if (await context.Tenants.IgnoreQueryFilters().AnyAsync(tenant => tenant.Id == manifest.Id)) { throw Known(manifest); }
        var written = new Dictionary<ITable, long>();
        foreach (var (table, _) in PartsOf(context, manifest.Id))
        {
            await using var entry = await (zip.GetEntry(Tables + table.Name + Extension) ?? throw DatabaseBackup.Damaged()).OpenAsync();
            written[table] = await WriteAsync(context, table, ReadLinesAsync(entry, table));
        }
        foreach (var (table, part) in PartsOf(context, manifest.Id)) // now that all is there: which settings are a user's stands in his table
        {
            var sum = await TableContent.SumAsync(context, table, part);
            if (sum.Rows != written[table] || manifest.Tables.GetValueOrDefault(table.Name) != DatabaseBackup.TextOf(sum)) { throw new DatabaseRefusedException($"{table.Name} is not what was saved; nothing was kept."); }
        }
        await RefuseKnownNameAsync(context, manifest);
        await FilesOf(manifest.Id).RestoreAsync(zip);
        await all.CommitAsync();
        return manifest;
    }

    private static async Task<Dictionary<string, string>> SaveTablesAsync(WorkspaceDbContext context, Guid id, ZipArchive zip)
    {
        var sums = new Dictionary<string, string>();
        // One moment for all tables, whatever is written meanwhile.
        await using var moment = await context.Database.BeginTransactionAsync(context.Database.IsSqlite() ? IsolationLevel.Serializable : IsolationLevel.RepeatableRead);
        foreach (var (table, part) in PartsOf(context, id))
        {
            sums[table.Name] = DatabaseBackup.TextOf(await TableContent.SumAsync(context, table, part));
            await using var entry = await zip.CreateEntry(Tables + table.Name + Extension).OpenAsync();
            await foreach (var row in TableContent.ReadAsync(context, table, part))
            {
                await JsonSerializer.SerializeAsync(entry, table.Columns.Zip(row).ToDictionary(pair => pair.First.Name, pair => pair.Second), Json);
                entry.WriteByte((byte)'\n');
            }
        }
        return sums;
    }

    /// <summary>Each table that holds something of an organisation, and which rows those are.</summary>
    private static IEnumerable<(ITable Table, TableContent.Part Part)> PartsOf(WorkspaceDbContext context, Guid id) =>
        from table in TableContent.TablesInOrder(context)
        where !OfThePlace.Contains(table.Name)
        select (table, new TableContent.Part(ConditionOf(table), id));

    private static string ConditionOf(ITable table) => table.Name switch
    {
        "AbpTenants" => "\"Id\" = @value",
        "AbpFeatureValues" => OfTheOrganisationOrItsUsers,
        "AbpSettings" => OfTheOrganisationOrItsUsers + """ AND "Name" NOT IN (SELECT "Name" FROM "AbpSettingDefinitions" WHERE "IsEncrypted")""",
        _ when table.FindColumn("TenantId") is not null => "\"TenantId\" = @value",
        _ => throw new InvalidOperationException($"{table.Name} has no TenantId: say whether it is of the place or how its rows are an organisation's.")
    };

    private static async IAsyncEnumerable<object?[]> ReadLinesAsync(Stream entry, ITable table)
    {
        var columns = table.Columns.Select(column => (column.Name, Type: Nullable.GetUnderlyingType(column.ProviderClrType) ?? column.ProviderClrType)).ToList();
        using var lines = new StreamReader(entry);
        while (await lines.ReadLineAsync() is { } line)
        {
            yield return RowOf(line, columns);
        }
    }

    private static object?[] RowOf(string line, List<(string Name, Type Type)> columns)
    {
        try
        {
            using var row = JsonDocument.Parse(line);
            return [.. columns.Select(column => row.RootElement.GetProperty(column.Name) is { ValueKind: not JsonValueKind.Null } value ? value.Deserialize(column.Type) : null)];
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException)
        {
            throw DatabaseBackup.Damaged();
        }
    }

    /// <returns>How many rows.</returns>
    private static Task<long> WriteAsync(WorkspaceDbContext context, ITable table, IAsyncEnumerable<object?[]> rows) =>
        context.Database.GetDbConnection() is NpgsqlConnection postgreSql ? CopyAsync(postgreSql, DatabaseBackup.Named(context, table), rows) : InsertAsync(context, table, rows);

    private static async Task<long> CopyAsync(NpgsqlConnection connection, string named, IAsyncEnumerable<object?[]> rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {named} FROM STDIN (FORMAT BINARY)");
        await foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in row) { await (value is null ? copy.WriteNullAsync() : copy.WriteAsync(value)); }
        }
        return (long)await copy.CompleteAsync();
    }

    private static async Task<long> InsertAsync(WorkspaceDbContext context, ITable table, IAsyncEnumerable<object?[]> rows)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        var parameters = table.Columns.Select((_, i) => $"@p{i}").ToList();
        command.CommandText = $"INSERT INTO {DatabaseBackup.Named(context, table)} VALUES ({string.Join(", ", parameters)})";
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        long written = 0;
        await foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) { command.Parameters[i].Value = row[i] ?? DBNull.Value; }
            written += await command.ExecuteNonQueryAsync();
        }
        return written;
    }

    private ArchivedFiles FilesOf(Guid id) => new(data, Path.Combine(data.Files, "tenants", id.ToString("D")), Path.Combine(data.Imports, id.ToString("N")));

    private static async Task<Tenant?> FindAsync(WorkspaceDbContext context, string organisation)
    {
        if (await context.Tenants.AsNoTracking().IgnoreQueryFilters().Include(tenant => tenant.ConnectionStrings)
            .FirstOrDefaultAsync(tenant => tenant.NormalizedName == organisation.ToUpperInvariant() && !tenant.IsDeleted) is not { } found) { return null; }
        if (found.ConnectionStrings.Count > 0) { throw new DatabaseRefusedException($"'{organisation}' has a database of its own: back that up."); }
        return found;
    }

    /// <summary>The name that came with its row, whatever the manifest says.</summary>
    private static async Task RefuseKnownNameAsync(WorkspaceDbContext context, OrganisationManifest manifest)
    {
        var all = context.Tenants.IgnoreQueryFilters();
        if (await all.AnyAsync(tenant => tenant.Id != manifest.Id && !tenant.IsDeleted && all.Any(own => own.Id == manifest.Id && own.NormalizedName == tenant.NormalizedName))) { throw Known(manifest); }
    }

    private static async Task EnsureUpToDateAsync(WorkspaceDbContext context)
    {
        if ((await context.Database.GetPendingMigrationsAsync()).Any()) { throw new DatabaseRefusedException("The database is not up to date. Run the program once with 'migrate'; nothing was changed."); }
    }

    /// <summary>The last migration's name: its time differs between databases.</summary>
    private static string VersionOf(WorkspaceDbContext context) => context.Database.GetMigrations().Last().Split('_', 2)[1];

    private static async Task<OrganisationManifest> ReadManifestAsync(ZipArchive zip, string file)
    {
        await using var entry = await (zip.GetEntry(Manifest) ?? throw NoArchive(file)).OpenAsync();
        return await JsonSerializer.DeserializeAsync<OrganisationManifest>(entry) is { Name: not null } manifest ? manifest : throw NoArchive(file);
    }

    private static DatabaseRefusedException Known(OrganisationManifest manifest) =>
        new($"There is an organisation '{manifest.Name}' already, or it was there before. Take it into another workspace; nothing was changed.");

    private static DatabaseRefusedException NoArchive(string file) => new($"{file} holds no organisation. Give a file that 'export-organisation' made; a whole workspace comes back by 'restore'.");
}

/// <param name="Name">As people sign in with it.</param>
/// <param name="Version">The last migration's name.</param>
/// <param name="Tables">Rows and hash of each.</param>
public record OrganisationManifest(Guid Id, string Name, DateTime At, string Version, IReadOnlyDictionary<string, string> Tables);
