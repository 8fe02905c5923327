using Microsoft.AspNetCore.Builder;
using Volo.Abp.AspNetCore.MultiTenancy;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.AspNetCore.MultiTenancy
{
    /// <summary>Finds the tenant of a request: its user, else query, route, header or cookie.</summary>
    [DependsOn(typeof(AbpMultiTenancyModule), typeof(AbpAspNetCoreModule))]
    public class AbpAspNetCoreMultiTenancyModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            Configure<AbpTenantResolveOptions>(options => options.TenantResolvers.AddRange([
                new QueryStringTenantResolveContributor(),
                new RouteTenantResolveContributor(),
                new HeaderTenantResolveContributor(),
                new CookieTenantResolveContributor()]));
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public static class AbpAspNetCoreMultiTenancyApplicationBuilderExtensions
    {
        /// <summary>Makes the request's tenant current; an unknown one is answered with 404.</summary>
        public static IApplicationBuilder UseMultiTenancy(this IApplicationBuilder app) => app.UseMiddleware<MultiTenancyMiddleware>();
    }
}
