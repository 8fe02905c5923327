using System.Data;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Workspace.Data;

namespace Workspace.Databases;

/// <summary>
/// A whole workspace as it was at one moment, in one zip file: every table, and what the data folder holds besides the database. The
/// workspace may be at work meanwhile. Databases that tenants have of their own are not in it.
/// </summary>
public class DatabaseBackup(DatabaseProvider provider, string connection, DataFolder data)
{
    private const string Manifest = "manifest.json", SqliteFile = "workspace.db", Tables = "tables/";

    /// <summary>Keys of signed-in people, files of imports, uploads, unsent mail.</summary>
    private readonly ArchivedFiles _files = new(data, data.Keys, data.Imports, data.Files, data.Outbox);

    /// <exception cref="DatabaseRefusedException">The file exists, or the database is not up to date.</exception>
    public async Task<BackupManifest> SaveAsync(string file)
    {
        if (File.Exists(file)) { throw new DatabaseRefusedException($"The file {file} exists. Give another name; nothing was changed."); }
        var unfinished = file + ".unfinished";
        try
        {
            BackupManifest manifest;
            await using (var zip = await ZipFile.OpenAsync(unfinished, ZipArchiveMode.Create))
            {
                manifest = provider == DatabaseProvider.Sqlite ? await SaveSqliteAsync(zip) : await SavePostgreSqlAsync(zip);
                await _files.SaveAsync(zip);
                await using var entry = await zip.CreateEntry(Manifest).OpenAsync();
                await JsonSerializer.SerializeAsync(entry, manifest);
            }
            File.Move(unfinished, file);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Into an empty place only: all of it, proved by the hashes of the day of the back-up, or nothing.</summary>
    /// <exception cref="DatabaseRefusedException">The place is not empty, the file is damaged or of another version or product.</exception>
    public async Task<BackupManifest> RestoreAsync(string file)
    {
        await using var zip = await OpenAsync(file);
        var manifest = await ReadManifestAsync(zip, file);
        if (manifest.Provider != provider) { throw new DatabaseRefusedException($"This is a back-up of {manifest.Provider}, and the workspace is configured for {provider}."); }
        if (provider == DatabaseProvider.Sqlite) { await RestoreSqliteAsync(zip, manifest); } else { await RestorePostgreSqlAsync(zip, manifest); }
        await _files.RestoreAsync(zip);
        return manifest;
    }

    private async Task<BackupManifest> SaveSqliteAsync(ZipArchive zip)
    {
        var copy = Path.Combine(Directory.CreateTempSubdirectory("workspace-backup-").FullName, SqliteFile);
        try
        {
            await using (var source = Context(connection)) { await source.Database.ExecuteSqlAsync($"VACUUM INTO {copy}"); }
            await using var context = Context(Unpooled(copy));
            var manifest = await DescribeAsync(context);
            await zip.CreateEntryFromFileAsync(copy, SqliteFile);
            return manifest;
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        }
    }

    private async Task<BackupManifest> SavePostgreSqlAsync(ZipArchive zip)
    {
        await using var context = Context(connection);
        // One moment for all tables, whatever is written meanwhile.
        await using var moment = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        var manifest = await DescribeAsync(context);
        foreach (var table in TableContent.TablesInOrder(context))
        {
            await using var rows = await Connection(context).BeginRawBinaryCopyAsync($"COPY {Named(context, table)} TO STDOUT (FORMAT BINARY)");
            await using var entry = await zip.CreateEntry(Tables + table.Name).OpenAsync();
            await rows.CopyToAsync(entry);
        }
        return manifest;
    }

    private async Task RestoreSqliteAsync(ZipArchive zip, BackupManifest manifest)
    {
        var target = new SqliteConnectionStringBuilder(connection).DataSource;
        if (File.Exists(target)) { throw new DatabaseRefusedException($"There is a database at {target}. Restore into an empty place; nothing was changed."); }
        var unproved = target + ".unproved";
        try
        {
            await (zip.GetEntry(SqliteFile) ?? throw Damaged()).ExtractToFileAsync(unproved, overwrite: true);
            await using (var context = Context(Unpooled(unproved))) { await ProveAsync(context, manifest); }
            File.Move(unproved, target);
        }
        finally
        {
            File.Delete(unproved);
        }
    }

    private async Task RestorePostgreSqlAsync(ZipArchive zip, BackupManifest manifest)
    {
        await using var context = Context(connection);
        if (context.Database.GetMigrations().Last() != manifest.Version) { throw OtherVersion(manifest); }
        await context.Database.MigrateAsync();
        await using var all = await context.Database.BeginTransactionAsync();
        var tables = TableContent.TablesInOrder(context);
        foreach (var table in tables)
        {
            if ((await TableContent.SumAsync(context, table)).Rows > 0) { throw new DatabaseRefusedException($"The database is not empty: {table.Name} has rows. Give an empty one; nothing was changed."); }
        }
        foreach (var table in tables)
        {
            await using var entry = await (zip.GetEntry(Tables + table.Name) ?? throw Damaged()).OpenAsync();
            await using var rows = await Connection(context).BeginRawBinaryCopyAsync($"COPY {Named(context, table)} FROM STDIN (FORMAT BINARY)");
            await entry.CopyToAsync(rows);
        }
        await ProveAsync(context, manifest);
        await all.CommitAsync();
    }

    private async Task<BackupManifest> DescribeAsync(WorkspaceDbContext context)
    {
        if ((await context.Database.GetPendingMigrationsAsync()).Any()) { throw new DatabaseRefusedException("The database is not up to date. Run the program once with 'migrate', or back up with the version that it belongs to."); }
        var tables = new Dictionary<string, string>();
        foreach (var table in TableContent.TablesInOrder(context)) { tables[table.Name] = TextOf(await TableContent.SumAsync(context, table)); }
        return new BackupManifest(provider, DateTime.UtcNow, context.Database.GetMigrations().Last(), tables);
    }

    private static async Task ProveAsync(WorkspaceDbContext context, BackupManifest manifest)
    {
        if (context.Database.GetMigrations().Last() != manifest.Version) { throw OtherVersion(manifest); }
        foreach (var table in TableContent.TablesInOrder(context))
        {
            if (manifest.Tables.GetValueOrDefault(table.Name) != TextOf(await TableContent.SumAsync(context, table))) { throw new DatabaseRefusedException($"{table.Name} is not what was backed up; nothing was kept."); }
        }
    }

    /// <exception cref="DatabaseRefusedException">It is no zip, or was cut.</exception>
    internal static async Task<ZipArchive> OpenAsync(string file)
    {
        try { return await ZipFile.OpenReadAsync(file); }
        catch (InvalidDataException) { throw Damaged(); }
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive zip, string file)
    {
        await using var entry = await (zip.GetEntry(Manifest) ?? throw new DatabaseRefusedException($"{file} is no back-up of a workspace.")).OpenAsync();
        return await JsonSerializer.DeserializeAsync<BackupManifest>(entry) ?? throw Damaged();
    }

    private WorkspaceDbContext Context(string to) => DatabaseContexts.Open(provider, to);

    private static NpgsqlConnection Connection(WorkspaceDbContext context) => (NpgsqlConnection)context.Database.GetDbConnection();

    private static string Unpooled(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    internal static string Named(WorkspaceDbContext context, ITable table)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        return $"{sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", table.Columns.Select(column => sql.DelimitIdentifier(column.Name)))})";
    }

    internal static string TextOf(TableContent.Sum sum) => FormattableString.Invariant($"{sum.Rows} {sum.Hash:x32}");

    internal static DatabaseRefusedException Damaged() => new("The file is damaged or incomplete; nothing was kept.");

    private static DatabaseRefusedException OtherVersion(BackupManifest manifest) =>
        new($"The back-up was made by another version of the program (its last step is {manifest.Version}). Restore it with that version, then let this one bring it up to date.");
}

/// <param name="Version">The last step of the database's migrations.</param>
/// <param name="Tables">Rows and hash of each.</param>
public record BackupManifest(DatabaseProvider Provider, DateTime At, string Version, IReadOnlyDictionary<string, string> Tables);
