using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy.Localization;

namespace Volo.Abp.MultiTenancy;

public interface ITenantConfigurationProvider
{
    /// <returns>The tenant of this request, or null for the host.</returns>
    /// <exception cref="BusinessException">There is no such tenant, or it is not active.</exception>
    Task<TenantConfiguration?> GetAsync(bool saveResolveResult = false);
}

internal class TenantConfigurationProvider(
    ITenantResolver resolver, ITenantStore store, ITenantResolveResultAccessor resultAccessor,
    ITenantNormalizer normalizer, IStringLocalizer<AbpMultiTenancyResource> texts) : ITenantConfigurationProvider, ITransientDependency
{
    public async Task<TenantConfiguration?> GetAsync(bool saveResolveResult = false)
    {
        var result = await resolver.ResolveTenantIdOrNameAsync();
        if (saveResolveResult)
        {
            resultAccessor.Result = result;
        }

        if (result.TenantIdOrName is not { } idOrName)
        {
            return null;
        }

        var tenant = Guid.TryParse(idOrName, out var id)
            ? await store.FindAsync(id)
            : await store.FindAsync(normalizer.NormalizeName(idOrName)!);
        return tenant switch
        {
            null => throw Refusal("Volo.AbpIo.MultiTenancy:010001", "TenantNotFound", idOrName),
            { IsActive: false } => throw Refusal("Volo.AbpIo.MultiTenancy:010002", "TenantNotActive", idOrName),
            _ => tenant
        };
    }

    private BusinessException Refusal(string code, string key, string idOrName) =>
        new(code, texts[key + "Message"], texts[key + "Details", idOrName]);
}
