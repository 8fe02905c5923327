using System.Data.Common;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace Workspace.Administration.Administrators;

/// <summary>
/// What the role <c>admin</c> may do: everything when its organisation is made, and later what a newer program brings. What
/// somebody took from it stays taken; ABP's own seeding, in whose place this stands, would give it back at every start.
/// </summary>
/// <remarks>New is what the table of definitions does not know yet: it is written after this, when the application is initialised.</remarks>
public class AdministratorGrants(
    IPermissionDefinitionManager definitions, IReadOnlyRepository<PermissionDefinitionRecord, Guid> records, IPermissionGrantRepository grants,
    IPermissionDataSeeder seeder, ITenantRepository tenants, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager,
    ILogger<AdministratorGrants> logger) : IDataSeedContributor, ITransientDependency
{
    public const string Role = "admin";

    public virtual async Task SeedAsync(DataSeedContext context)
    {
        using var tenant = currentTenant.Change(context.TenantId);
        using var unitOfWork = unitOfWorkManager.Begin();
        var isMade = (await grants.GetListAsync(RolePermissionValueProvider.ProviderName, Role)).Count > 0;
        await GrantAsync(isMade ? await GetNewAsync() : await definitions.GetPermissionsAsync());
        await unitOfWork.CompleteAsync();
    }

    /// <summary>Every organisation that is there already. One whose database does not answer costs itself only, and the log says so.</summary>
    public virtual async Task SeedTenantsAsync()
    {
        var brought = await GetNewAsync();
        if (brought.Count == 0) { return; }
        foreach (var tenant in await tenants.GetListAsync())
        {
            try
            {
                using var change = currentTenant.Change(tenant.Id, tenant.Name);
                using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
                await GrantAsync(brought);
                await unitOfWork.CompleteAsync();
            }
            catch (Exception failure) when (failure is DbException or ArgumentException)
            {
                logger.LogError(failure, "The administrators of {Tenant} could not be given what this version brings: {Permissions}. Give it to their role by hand.",
                    tenant.Name, string.Join(", ", brought.Select(permission => permission.Name)));
            }
        }
    }

    private async Task<IReadOnlyList<PermissionDefinition>> GetNewAsync()
    {
        using var host = currentTenant.Change(null);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var known = (await records.GetListAsync()).Select(record => record.Name).ToHashSet();
        return [.. (await definitions.GetPermissionsAsync()).Where(permission => !known.Contains(permission.Name))];
    }

    private Task GrantAsync(IEnumerable<PermissionDefinition> permissions) => seeder.SeedAsync(
        RolePermissionValueProvider.ProviderName, Role,
        permissions.Where(permission => permission.MultiTenancySide.HasFlag(currentTenant.GetMultiTenancySide())
            && (permission.Providers.Count == 0 || permission.Providers.Contains(RolePermissionValueProvider.ProviderName))).Select(permission => permission.Name),
        currentTenant.Id);
}
