using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Workspace.Databases;

namespace Workspace.Commands;

/// <summary><c>export-organisation NAME FILE</c> while the workspace is at work or not, and <c>import-organisation FILE</c> into another one.</summary>
public static class OrganisationCommand
{
    public static async Task<int> SaveAsync(WebApplication app, string[] words)
    {
        if (words is not [var name, var file]) { return CommandLine.Wrong("Use: export-organisation NAME FILE."); }
        if (BackupCommand.Refusal(app) is { } refusal) { return CommandLine.Wrong(refusal); }
        var manifest = await Of(app).SaveAsync(name, file);
        BackupCommand.Tell($"Saved {manifest.Name}:", manifest.Tables, manifest.At);
        Console.WriteLine("The file can be read by anybody who has it, people's data and hashes of their passwords too. Sign-ins, secrets that only this place's keys open (passwords of mail servers, sealed links), jobs under way and the ledger of reads are not in it.");
        return 0;
    }

    public static async Task<int> RestoreAsync(WebApplication app, string[] words)
    {
        if (words is not [var file] || !File.Exists(file)) { return CommandLine.Wrong("Use: import-organisation FILE, with a file that 'export-organisation' made."); }
        if (BackupCommand.Refusal(app) is { } refusal) { return CommandLine.Wrong(refusal); }
        var manifest = await Of(app).RestoreAsync(file);
        BackupCommand.Tell($"Took in {manifest.Name}:", manifest.Tables, manifest.At);
        return 0;
    }

    private static OrganisationArchive Of(WebApplication app) => new(
        app.Services.GetRequiredService<DatabaseOptions>().Provider,
        app.Services.GetRequiredService<IOptions<AbpDbConnectionOptions>>().Value.ConnectionStrings.Default!,
        app.Services.GetRequiredService<DataFolder>());
}
