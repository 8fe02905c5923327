using Volo.Abp.Domain.Services;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.TenantManagement;

internal class TenantManager(ITenantRepository tenants, ITenantNormalizer normalizer) : DomainService, ITenantManager
{
    public async Task<Tenant> CreateAsync(string name) =>
        new(GuidGenerator.Create(), Check.NotNull(name, nameof(name)), await FreeNameAsync(name, null));

    public async Task ChangeNameAsync(Tenant tenant, string name)
    {
        var normalizedName = await FreeNameAsync(Check.NotNull(name, nameof(name)), tenant.Id);
        tenant.SetName(name);
        tenant.SetNormalizedName(normalizedName);
    }

    private async Task<string> FreeNameAsync(string name, Guid? ownId)
    {
        var normalizedName = normalizer.NormalizeName(name);
        var holder = await tenants.FindByNameAsync(normalizedName, includeDetails: false);
        return holder is null || holder.Id == ownId
            ? normalizedName
            : throw new BusinessException("Volo.Abp.TenantManagement:DuplicateTenantName").WithData("Name", normalizedName);
    }
}
