using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SecurityLog;
using Volo.Abp.Timing;
using Volo.Abp.Tracing;
using Volo.Abp.Users;

namespace Volo.Abp.AspNetCore.SecurityLog;

/// <summary>Adds who sent the request, and from where.</summary>
[Dependency(ReplaceServices = true), ExposeServices(typeof(ISecurityLogManager))]
internal class AspNetCoreSecurityLogManager(
    IOptions<AbpSecurityLogOptions> options, ISecurityLogStore store, IClock clock, ICurrentUser currentUser, ICurrentTenant currentTenant,
    IHttpContextAccessor http, ICorrelationIdProvider correlation) : DefaultSecurityLogManager(options, store)
{
    protected override SecurityLogInfo Create()
    {
        var info = base.Create();
        info.CreationTime = clock.Now;
        (info.TenantId, info.TenantName) = (currentTenant.Id, currentTenant.Name);
        (info.UserId, info.UserName) = (currentUser.Id, currentUser.UserName);
        info.CorrelationId = correlation.Get();
        info.ClientIpAddress = http.HttpContext?.Connection.RemoteIpAddress?.ToString();
        info.BrowserInfo = http.HttpContext?.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null;
        return info;
    }
}
