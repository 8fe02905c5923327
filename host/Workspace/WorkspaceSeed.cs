using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.FeatureManagement;
using Volo.Abp.PermissionManagement;
using Volo.Abp.SettingManagement;
using Workspace.Administration.Administrators;
using Workspace.Databases;

namespace Workspace;

/// <summary>Fills the database with what a build begins with: roles, charts of accounts, choices, what administrators may newly do, and what the build defines.</summary>
public class WorkspaceSeed(
    IDataSeeder seeder, AdministratorGrants administratorGrants, IStaticPermissionSaver permissions, IStaticFeatureSaver features, IStaticSettingSaver settings,
    SeededBuild build, IAbpDistributedLock locks, IConfiguration configuration) : ITransientDependency
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Definitions are written here and need not be compared by every start.</summary>
    public static void TakeOverDefinitions(IServiceCollection services) => services
        .Configure<PermissionManagementOptions>(options => options.SaveStaticPermissionsToDatabase = false)
        .Configure<FeatureManagementOptions>(options => options.SaveStaticFeaturesToDatabase = false)
        .Configure<SettingManagementOptions>(options => options.SaveStaticSettingsToDatabase = false);

    /// <remarks>One node after the other: two that start together would both find nothing and both insert.</remarks>
    /// <exception cref="DatabaseRefusedException">Another node has been at it for five minutes.</exception>
    public virtual async Task RunAsync()
    {
        await using var turn = await locks.TryAcquireAsync("Workspace.Seed", Patience)
            ?? throw new DatabaseRefusedException("Another node has been filling the database with what it begins with for too long. Look at that one, then start again.");
        await seeder.SeedAsync(new DataSeedContext()
            // ABP's default password is known to everybody: without one of its own the workspace's administrator cannot sign in.
            .WithProperty("AdminPassword", configuration["Workspace:AdminPassword"] ?? $"{Guid.NewGuid()}-Aa1"));
        await administratorGrants.SeedTenantsAsync();
        await permissions.SaveAsync(); // after the grants, since what is new to the administrators' role is what was not defined before
        await features.SaveAsync();
        await settings.SaveAsync();
        await build.NoteAsync();
    }
}
