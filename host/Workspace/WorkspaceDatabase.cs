using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;
using Workspace.Administration.Tenants;
using Workspace.Data;
using Workspace.Databases;

namespace Workspace;

/// <summary>Creates the database and brings it up to date.</summary>
public class WorkspaceDatabase(
    IUnitOfWorkManager unitOfWorkManager, IDbContextProvider<WorkspaceDbContext> contexts, TenantDatabases tenantDatabases, SeededBuild build, DatabaseOptions options,
    IServiceProvider services, ILogger<WorkspaceDatabase> logger) : ITransientDependency
{
    /// <summary>For a start: brings the database up to date where that is allowed.</summary>
    /// <exception cref="DatabaseRefusedException">It is outdated and must not be changed here, or newer than this program.</exception>
    public virtual async Task PrepareAsync()
    {
        var pending = await MigrateAsync(options.MigrateAtStart);
        if (pending.Count > 0)
        {
            throw new DatabaseRefusedException(
                $"The {options.Provider} database is not up to date ({pending.Count} steps are missing, the first is {pending[0]}). "
                + "Back it up, then run the program once with 'migrate' (dotnet run --project host/Workspace -- migrate), or set Database:MigrateAtStart to true.");
        }
        if (options.MigrateAtStart) { await tenantDatabases.UpdateAllAsync(); }
        if (!await build.IsThisAsync()) { await SeedAsync(); }
    }

    /// <summary>Brings the database up to date, whatever is allowed at start.</summary>
    public virtual async Task MigrateAsync()
    {
        await MigrateAsync(isAllowed: true);
        await tenantDatabases.UpdateAllAsync();
        await SeedAsync();
    }

    // Not injected: most starts have nothing to fill in, and to make a dozen repositories for it takes a tenth of a second.
    private Task SeedAsync() => services.GetRequiredService<WorkspaceSeed>().RunAsync();

    /// <returns>What is still missing.</returns>
    private async Task<List<string>> MigrateAsync(bool isAllowed)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var database = (await contexts.GetDbContextAsync()).Database;
        var pending = await FindPendingAsync(database);
        if (pending.Count > 0 && isAllowed)
        {
            logger.LogInformation("Bringing the database up to date: {Migrations}", string.Join(", ", pending));
            await UpdateAsync(database);
            pending.Clear();
        }
        await unitOfWork.CompleteAsync();
        return pending;
    }

    /// <summary>The shared database or one of a tenant's own.</summary>
    public static async Task UpdateAsync(DatabaseFacade database)
    {
        await database.MigrateAsync();
        // Readers never wait for a writer; the mode is kept in the file.
        if (database.IsSqlite()) { await database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL"); }
    }

    private static async Task<List<string>> FindPendingAsync(DatabaseFacade database)
    {
        var known = database.GetMigrations().ToHashSet();
        var applied = await database.GetService<IHistoryRepository>().ExistsAsync() ? (await database.GetAppliedMigrationsAsync()).ToList() : [];
        if (applied.Find(step => !known.Contains(step)) is { } newer)
        {
            throw new DatabaseRefusedException($"The database was made by another version of the program, which knows the step {newer}. Start that version, or restore the back-up of before.");
        }
        return known.Except(applied).Order().ToList();
    }
}
