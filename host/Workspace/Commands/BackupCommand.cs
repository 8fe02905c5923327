using System.Globalization;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Workspace.Databases;

namespace Workspace.Commands;

/// <summary><c>backup FILE</c> while the workspace is at work or not, and <c>restore FILE</c> into an empty place.</summary>
public static class BackupCommand
{
    public static async Task<int> SaveAsync(WebApplication app, string[] words)
    {
        if (words is not [var file]) { return CommandLine.Wrong("Use: backup FILE."); }
        if (Refusal(app) is { } refusal) { return CommandLine.Wrong(refusal); }
        Tell("Saved", await Of(app).SaveAsync(file));
        Console.WriteLine("The file holds everything, keys too: keep it where only operators can read it. Databases that organisations have of their own are not in it.");
        return 0;
    }

    public static async Task<int> RestoreAsync(WebApplication app, string[] words)
    {
        if (words is not [var file] || !File.Exists(file)) { return CommandLine.Wrong("Use: restore FILE, with a file that 'backup' made."); }
        if (Refusal(app) is { } refusal) { return CommandLine.Wrong(refusal); }
        Tell("Restored", await Of(app).RestoreAsync(file));
        return 0;
    }

    private static void Tell(string done, BackupManifest manifest) => Tell(done, manifest.Tables, manifest.At);

    internal static void Tell(string done, IReadOnlyDictionary<string, string> tables, DateTime at) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{done} {tables.Values.Sum(table => long.Parse(table.Split(' ')[0], CultureInfo.InvariantCulture))} rows of {tables.Count} tables as of {at:u}; every table has the hash that it had then."));

    internal static string? Refusal(WebApplication app) => app.Services.GetRequiredService<DatabaseOptions>().Provider == DatabaseProvider.SqlServer
        ? "SQL Server has back-ups of its own: use BACKUP DATABASE, and copy the data folder." : null;

    private static DatabaseBackup Of(WebApplication app) => new(
        app.Services.GetRequiredService<DatabaseOptions>().Provider,
        app.Services.GetRequiredService<IOptions<AbpDbConnectionOptions>>().Value.ConnectionStrings.Default!,
        app.Services.GetRequiredService<DataFolder>());
}
