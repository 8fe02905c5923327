using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Workspace.Demonstration;

namespace Workspace.Commands;

/// <summary>What the program does: serve the workspace, or run one command and end.</summary>
public static class CommandLine
{
    private const string MigrateSwitch = "--migrate";

    /// <summary>The command's words come first and are no configuration: a path that begins with a slash would be taken for a switch.</summary>
    public static (string[] Words, string[] Options) Split(string[] args)
    {
        var words = args.TakeWhile(arg => !arg.StartsWith('-')).ToArray();
        var options = args[words.Length..];
        return options.Contains(MigrateSwitch) ? (["migrate"], options.Where(option => option != MigrateSwitch).ToArray()) : (words, options);
    }

    /// <returns>The process's exit code: 0 when all went well, 1 when rows were refused or the ledger was changed, 2 when the command, the database or the whole file is wrong.</returns>
    public static async Task<int> RunAsync(WebApplication app, string[] words)
    {
        if (words is ["migrate"]) { return await MigrateAsync(app); }
        if (words is ["move"]) { return await MoveCommand.RunAsync(app); }
        if (words is ["backup", .. var saved]) { return await BackupCommand.SaveAsync(app, saved); }
        if (words is ["restore", .. var restored]) { return await BackupCommand.RestoreAsync(app, restored); }
        if (words is ["export-organisation", .. var exported]) { return await OrganisationCommand.SaveAsync(app, exported); }
        if (words is ["import-organisation", .. var imported]) { return await OrganisationCommand.RestoreAsync(app, imported); }
        await WorkspaceHost.InitializeAsync(app);
        return words switch
        {
            ["import", .. var rest] => await ImportCommand.RunAsync(app, rest),
            ["verify-reads", .. var rest] => await VerifyReadsCommand.RunAsync(app, rest),
            [] => await ServeAsync(app),
            [var unknown, ..] => Wrong($"Unknown command '{unknown}'. Commands: backup, export-organisation, import, import-organisation, migrate, move, restore, verify-reads. Without one the workspace is served.")
        };
    }

    private static async Task<int> MigrateAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<WorkspaceDatabase>().MigrateAsync();
        Console.WriteLine("The database is up to date.");
        return 0;
    }

    private static async Task<int> ServeAsync(WebApplication app)
    {
        var users = await app.Services.GetRequiredService<DemonstrationData>().CreateAsync(Console.Out);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Console.WriteLine();
        Console.WriteLine($"  Workspace   {address}");
        Console.WriteLine($"  Data        {app.Services.GetRequiredService<DataFolder>().Path}");
        foreach (var line in users) { Console.WriteLine("  " + line); }
        Console.WriteLine("  Stop        Ctrl+C");
        Console.WriteLine();
        await app.WaitForShutdownAsync();
        return 0;
    }

    internal static int Wrong(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
