using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace.Data;

namespace Workspace.Administration.Tenants;

/// <summary>
/// Databases of tenants that do not live in the shared one. The host has one context for all modules, hence a tenant has one
/// database, never one for each module.
/// </summary>
public class TenantDatabases(
    IUnitOfWorkManager unitOfWorkManager, IDbContextProvider<WorkspaceDbContext> contexts, ICurrentTenant currentTenant, ILogger<TenantDatabases> logger) : ITransientDependency
{
    /// <summary>Makes an empty database ready for a tenant.</summary>
    /// <exception cref="BusinessException">It cannot be opened, is the shared one, or holds something else.</exception>
    public virtual Task CreateAsync(string connectionString) => WithAsync(connectionString, async context =>
    {
        await CheckAsync(context);
        await WorkspaceDatabase.UpdateAsync(context.Database);
        return true;
    });

    /// <summary>Whether the tenant's users are in the database; brings it up to date.</summary>
    /// <exception cref="BusinessException">It cannot be opened, is the shared one, or holds something else.</exception>
    public virtual Task<bool> HoldsAsync(Guid tenantId, string connectionString) => WithAsync(connectionString, async context =>
    {
        await CheckAsync(context);
        if (!(await context.Database.GetAppliedMigrationsAsync()).Any())
        {
            return false;
        }
        await WorkspaceDatabase.UpdateAsync(context.Database);
        return await HasUsersAsync(context, tenantId);
    });

    /// <summary>Whether the tenant's users are in the shared database.</summary>
    public virtual Task<bool> SharedHoldsAsync(Guid tenantId) => WithAsync(null, context => HasUsersAsync(context, tenantId));

    public virtual async Task<TenantDatabaseState> GetStateAsync(string? connectionString)
    {
        if (string.IsNullOrEmpty(connectionString))
        {
            return TenantDatabaseState.Shared;
        }
        try
        {
            return await WithAsync(connectionString, async context =>
                (await context.Database.GetPendingMigrationsAsync()).Any() ? TenantDatabaseState.Behind : TenantDatabaseState.Ready);
        }
        catch (BusinessException)
        {
            return TenantDatabaseState.Unreachable;
        }
    }

    /// <summary>After the shared database: one that cannot be reached costs its own tenant only, and the log says so.</summary>
    public virtual async Task UpdateAllAsync()
    {
        var own = await WithAsync(null, context => context.Tenants
            .SelectMany(tenant => tenant.ConnectionStrings, (tenant, connection) => new { Tenant = tenant.Name, connection.Name, connection.Value })
            .Where(connection => connection.Name == ConnectionStrings.DefaultConnectionStringName).ToListAsync());
        foreach (var (tenant, connection) in own.Select(database => (database.Tenant, database.Value)))
        {
            try
            {
                await WithAsync(connection, async context =>
                {
                    await WorkspaceDatabase.UpdateAsync(context.Database);
                    return true;
                });
            }
            catch (BusinessException exception)
            {
                logger.LogError(exception, "The database of {Tenant} could not be brought up to date.", tenant);
            }
        }
    }

    private static async Task CheckAsync(WorkspaceDbContext context)
    {
        if ((await context.Database.GetAppliedMigrationsAsync()).Any())
        {
            // Tenants are listed in the shared database only.
            if (await context.Tenants.AnyAsync()) { throw new BusinessException(TenantErrorCodes.DatabaseIsShared); }
        }
        else if (await context.GetService<IRelationalDatabaseCreator>().HasTablesAsync())
        {
            throw new BusinessException(TenantErrorCodes.DatabaseNotEmpty);
        }
    }

    private async Task<bool> HasUsersAsync(WorkspaceDbContext context, Guid tenantId)
    {
        using (currentTenant.Change(tenantId)) { return await context.Users.AnyAsync(); }
    }

    /// <param name="connectionString">Null is the shared database.</param>
    private async Task<T> WithAsync<T>(string? connectionString, Func<WorkspaceDbContext, Task<T>> act)
    {
        using var host = currentTenant.Change(null);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var context = await contexts.GetDbContextAsync();
        try
        {
            if (connectionString is not null)
            {
                context.Database.SetConnectionString(connectionString);
                await context.Database.OpenConnectionAsync();
            }
            return await act(context);
        }
        catch (Exception exception) when (exception is DbException or ArgumentException)
        {
            throw new BusinessException(TenantErrorCodes.DatabaseUnreachable, innerException: exception).WithData("Reason", exception.Message);
        }
    }
}

public enum TenantDatabaseState
{
    Shared,
    Ready,

    /// <summary>Reachable, but made by an older version.</summary>
    Behind,
    Unreachable
}

/// <summary>Each code is also the key of its text.</summary>
public static class TenantErrorCodes
{
    public const string DatabaseUnreachable = "Workspace:TenantDatabaseUnreachable";
    public const string DatabaseIsShared = "Workspace:TenantDatabaseIsShared";
    public const string DatabaseNotEmpty = "Workspace:TenantDatabaseNotEmpty";
    public const string DatabaseHoldsNothing = "Workspace:TenantDatabaseHoldsNothing";
    public const string NameNotTyped = "Workspace:TenantNameNotTyped";
}
