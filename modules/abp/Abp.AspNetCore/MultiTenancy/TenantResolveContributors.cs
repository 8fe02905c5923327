using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.AspNetCore.MultiTenancy;

public abstract class HttpTenantResolveContributorBase : TenantResolveContributorBase
{
    public override async Task ResolveAsync(ITenantResolveContext context)
    {
        if (context.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } httpContext
            && await GetTenantIdOrNameFromHttpContextOrNullAsync(context, httpContext) is { Length: > 0 } tenant)
        {
            context.TenantIdOrName = tenant;
        }
    }

    protected abstract Task<string?> GetTenantIdOrNameFromHttpContextOrNullAsync(ITenantResolveContext context, HttpContext httpContext);
}

public class QueryStringTenantResolveContributor : HttpTenantResolveContributorBase
{
    public const string ContributorName = "QueryString";
    public override string Name => ContributorName;

    protected override Task<string?> GetTenantIdOrNameFromHttpContextOrNullAsync(ITenantResolveContext context, HttpContext httpContext) =>
        Task.FromResult<string?>(httpContext.Request.Query[context.GetAbpAspNetCoreMultiTenancyOptions().TenantKey]);
}

public class RouteTenantResolveContributor : HttpTenantResolveContributorBase
{
    public const string ContributorName = "Route";
    public override string Name => ContributorName;

    protected override Task<string?> GetTenantIdOrNameFromHttpContextOrNullAsync(ITenantResolveContext context, HttpContext httpContext) =>
        Task.FromResult(httpContext.GetRouteValue(context.GetAbpAspNetCoreMultiTenancyOptions().TenantKey)?.ToString());
}

public class HeaderTenantResolveContributor : HttpTenantResolveContributorBase
{
    public const string ContributorName = "Header";
    public override string Name => ContributorName;

    protected override Task<string?> GetTenantIdOrNameFromHttpContextOrNullAsync(ITenantResolveContext context, HttpContext httpContext) =>
        Task.FromResult(httpContext.Request.Headers[context.GetAbpAspNetCoreMultiTenancyOptions().TenantKey].FirstOrDefault());
}

public class CookieTenantResolveContributor : HttpTenantResolveContributorBase
{
    public const string ContributorName = "Cookie";
    public override string Name => ContributorName;

    protected override Task<string?> GetTenantIdOrNameFromHttpContextOrNullAsync(ITenantResolveContext context, HttpContext httpContext) =>
        Task.FromResult(httpContext.Request.Cookies[context.GetAbpAspNetCoreMultiTenancyOptions().TenantKey]);
}

public static class TenantResolveContextExtensions
{
    public static AbpAspNetCoreMultiTenancyOptions GetAbpAspNetCoreMultiTenancyOptions(this ITenantResolveContext context) =>
        context.ServiceProvider.GetRequiredService<IOptions<AbpAspNetCoreMultiTenancyOptions>>().Value;
}

[Dependency(ReplaceServices = true)]
public class HttpContextTenantResolveResultAccessor(IHttpContextAccessor httpContextAccessor) : ITenantResolveResultAccessor, ITransientDependency
{
    public const string HttpContextItemName = "__AbpTenantResolveResult";

    public TenantResolveResult? Result
    {
        get => httpContextAccessor.HttpContext?.Items[HttpContextItemName] as TenantResolveResult;
        set
        {
            if (httpContextAccessor.HttpContext is { } context)
            {
                context.Items[HttpContextItemName] = value;
            }
        }
    }
}
