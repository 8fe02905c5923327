using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;
using Workspace.Data;

namespace Workspace;

/// <summary>Creates the database and brings it up to date.</summary>
public class WorkspaceDatabase(IUnitOfWorkManager unitOfWorkManager, IDbContextProvider<WorkspaceDbContext> contexts, IDataSeeder seeder, IConfiguration configuration, ILogger<WorkspaceDatabase> logger)
    : ITransientDependency
{
    public virtual async Task PrepareAsync()
    {
        using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true))
        {
            var database = (await contexts.GetDbContextAsync()).Database;
            var pending = (await database.GetPendingMigrationsAsync()).ToList();
            if (pending.Count > 0)
            {
                logger.LogInformation("Bringing the database up to date: {Migrations}", string.Join(", ", pending));
                await database.MigrateAsync();
                // Readers never wait for a writer; the mode is kept in the file.
                if (database.IsSqlite()) { await database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL"); }
            }
            await unitOfWork.CompleteAsync();
        }
        // ABP's default password is known to everybody: without one of its own the workspace's administrator cannot sign in.
        await seeder.SeedAsync(new DataSeedContext()
            .WithProperty("AdminPassword", configuration["Workspace:AdminPassword"] ?? $"{Guid.NewGuid()}-Aa1"));
    }
}
