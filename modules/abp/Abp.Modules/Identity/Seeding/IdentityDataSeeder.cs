#nullable enable annotations
using Microsoft.AspNetCore.Identity;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.Identity;

public class IdentityDataSeedResult
{
    public bool CreatedAdminUser { get; set; }
    public bool CreatedAdminRole { get; set; }
}

/// <summary>Gives a tenant, or the host, its first administrator and the role "admin". One who exists stays as he is.</summary>
public interface IIdentityDataSeeder
{
    Task<IdentityDataSeedResult> SeedAsync(string adminEmail, string adminPassword, Guid? tenantId = null, string? adminUserName = null);
}

internal class IdentityDataSeeder(
    IGuidGenerator guids, IIdentityRoleRepository roles, IIdentityUserRepository users, ILookupNormalizer normalizer,
    IdentityUserManager userManager, IdentityRoleManager roleManager, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager)
    : IIdentityDataSeeder
{
    private const string AdminRole = "admin";

    public async Task<IdentityDataSeedResult> SeedAsync(
        string adminEmail, string adminPassword, Guid? tenantId = null, string? adminUserName = null)
    {
        Check.NotNullOrWhiteSpace(adminEmail, nameof(adminEmail));
        Check.NotNullOrWhiteSpace(adminPassword, nameof(adminPassword));
        var userName = adminUserName ?? IdentityDataSeedContributor.AdminUserNameDefaultValue;
        var result = new IdentityDataSeedResult();
        using var tenant = currentTenant.Change(tenantId);
        using var unitOfWork = unitOfWorkManager.Begin(isTransactional: true);
        if (await users.FindByNormalizedUserNameAsync(normalizer.NormalizeName(userName), includeDetails: false) is null)
        {
            var admin = new IdentityUser(guids.Create(), userName, adminEmail, tenantId) { Name = userName };
            (await userManager.CreateAsync(admin, adminPassword, validatePassword: false)).CheckErrors();
            result.CreatedAdminUser = true;
            if (await roles.FindByNormalizedNameAsync(normalizer.NormalizeName(AdminRole)) is null)
            {
                var role = new IdentityRole(guids.Create(), AdminRole, tenantId) { IsStatic = true, IsPublic = true };
                (await roleManager.CreateAsync(role)).CheckErrors();
                result.CreatedAdminRole = true;
            }

            (await userManager.AddToRoleAsync(admin, AdminRole)).CheckErrors();
        }

        await unitOfWork.CompleteAsync();
        return result;
    }
}

public class IdentityDataSeedContributor : IDataSeedContributor, ITransientDependency
{
    public const string AdminEmailPropertyName = "AdminEmail";
    public const string AdminEmailDefaultValue = "admin@abp.io";
    public const string AdminPasswordPropertyName = "AdminPassword";
    public const string AdminPasswordDefaultValue = "1q2w3E*";
    public const string AdminUserNamePropertyName = "AdminUserName";
    public const string AdminUserNameDefaultValue = "admin";

    protected IIdentityDataSeeder IdentityDataSeeder { get; }

    public IdentityDataSeedContributor(IIdentityDataSeeder identityDataSeeder) => IdentityDataSeeder = identityDataSeeder;

    public virtual Task SeedAsync(DataSeedContext context) => IdentityDataSeeder.SeedAsync(
        context[AdminEmailPropertyName] as string ?? AdminEmailDefaultValue,
        context[AdminPasswordPropertyName] as string ?? AdminPasswordDefaultValue,
        context.TenantId,
        context[AdminUserNamePropertyName] as string ?? AdminUserNameDefaultValue);
}
