using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Workspace.Databases;

namespace Workspace.Commands;

/// <summary><c>move --to=PostgreSql --connection=…</c>: copies the workspace into an empty PostgreSQL database. The SQLite file stays as it is.</summary>
public static class MoveCommand
{
    public static async Task<int> RunAsync(WebApplication app)
    {
        var to = app.Configuration["to"];
        if (!string.Equals(to, nameof(DatabaseProvider.PostgreSql), StringComparison.OrdinalIgnoreCase) || app.Configuration["connection"] is not { Length: > 0 } connection)
        {
            return CommandLine.Wrong("Use: move --to=PostgreSql --connection=\"Host=…;Database=…;Username=…;Password=…\"");
        }
        if (app.Services.GetRequiredService<DatabaseOptions>().Provider != DatabaseProvider.Sqlite)
        {
            return CommandLine.Wrong("A workspace can be moved from SQLite only, and this one is configured for another database.");
        }
        var source = app.Services.GetRequiredService<IOptions<AbpDbConnectionOptions>>().Value.ConnectionStrings.Default!;
        Console.WriteLine("Stop the workspace first: what people write from now on is not moved.");
        var moved = await new DatabaseMove(source, connection, app.Services.GetRequiredService<DataFolder>()).RunAsync(Console.Out);
        Console.WriteLine($"Moved {moved.Values.Sum()} rows of {moved.Count} tables; both sides have the same hash.");
        Console.WriteLine("Start it there with --Database:Provider=PostgreSql and that connection as ConnectionStrings:Default. Files of imports stay in the data folder.");
        return 0;
    }
}
