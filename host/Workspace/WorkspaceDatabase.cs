using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;
using Workspace.Administration.Administrators;
using Workspace.Administration.Tenants;
using Workspace.Data;
using Workspace.Databases;

namespace Workspace;

/// <summary>Creates the database and brings it up to date.</summary>
public class WorkspaceDatabase(
    IUnitOfWorkManager unitOfWorkManager, IDbContextProvider<WorkspaceDbContext> contexts, IDataSeeder seeder, TenantDatabases tenantDatabases, AdministratorGrants administratorGrants, SavedDefinitions definitions, IAbpDistributedLock locks, SeededBuild build, DatabaseOptions options,
    IConfiguration configuration, ILogger<WorkspaceDatabase> logger) : ITransientDependency
{
    private static readonly TimeSpan SeedPatience = TimeSpan.FromMinutes(5);

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

    /// <remarks>One node after the other: two that start together would both find nothing and both insert.</remarks>
    private async Task SeedAsync()
    {
        await using var turn = await locks.TryAcquireAsync("Workspace.Seed", SeedPatience)
            ?? throw new DatabaseRefusedException("Another node has been filling the database with what it begins with for too long. Look at that one, then start again.");
        await seeder.SeedAsync(new DataSeedContext()
            // ABP's default password is known to everybody: without one of its own the workspace's administrator cannot sign in.
            .WithProperty("AdminPassword", configuration["Workspace:AdminPassword"] ?? $"{Guid.NewGuid()}-Aa1"));
        await administratorGrants.SeedTenantsAsync();
        await definitions.SaveAsync(); // last, since what is new to the administrators' role is what was not defined before
        await build.NoteAsync();
    }
}
