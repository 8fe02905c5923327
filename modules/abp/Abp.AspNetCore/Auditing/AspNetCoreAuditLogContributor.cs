using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Auditing;
using Volo.Abp.Tracing;

namespace Volo.Abp.AspNetCore.Auditing;

/// <summary>Adds what is known of the request. The address is logged without host and query, which may hold personal data.</summary>
internal class AspNetCoreAuditLogContributor : AuditLogContributor
{
    public override void PreContribute(AuditLogContributionContext context)
    {
        if (Request(context) is not { } request)
        {
            return;
        }
        var log = context.AuditInfo;
        log.HttpMethod ??= request.Method;
        log.Url ??= request.PathBase + request.Path;
        log.ClientIpAddress ??= request.HttpContext.Connection.RemoteIpAddress?.ToString();
        log.BrowserInfo ??= request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null;
        log.CorrelationId ??= context.ServiceProvider.GetRequiredService<ICorrelationIdProvider>().Get();
    }

    public override void PostContribute(AuditLogContributionContext context)
    {
        if (Request(context) is { } request)
        {
            context.AuditInfo.HttpStatusCode = context.AuditInfo.Exceptions.Count > 0 && request.HttpContext.Response is { HasStarted: false, StatusCode: 200 }
                ? StatusCodes.Status500InternalServerError
                : request.HttpContext.Response.StatusCode;
        }
    }

    private static HttpRequest? Request(AuditLogContributionContext context) =>
        context.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request;
}
