using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.AspNetCore.MultiTenancy;

internal class MultiTenancyMiddleware(RequestDelegate next, IOptions<AbpAspNetCoreMultiTenancyOptions> options)
{
    public async Task InvokeAsync(HttpContext context, ITenantConfigurationProvider tenants, ICurrentTenant currentTenant)
    {
        TenantConfiguration? tenant;
        try
        {
            tenant = await tenants.GetAsync(saveResolveResult: true);
        }
        catch (Exception exception)
        {
            if (await options.Value.MultiTenancyMiddlewareErrorPageBuilder(context, exception))
            {
                return;
            }
            throw;
        }
        if (tenant?.Id == currentTenant.Id)
        {
            await next(context);
            return;
        }
        using (currentTenant.Change(tenant?.Id, tenant?.Name))
        {
            await next(context);
        }
    }
}
