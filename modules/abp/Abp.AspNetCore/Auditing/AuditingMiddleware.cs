using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Volo.Abp.Auditing;
using Volo.Abp.Users;

namespace Volo.Abp.AspNetCore.Auditing;

public class AbpAspNetCoreAuditingOptions
{
    /// <summary>Requests whose path begins with one of these are never logged.</summary>
    public List<string> IgnoredUrls { get; } = [];
}

internal class AuditingMiddleware(
    RequestDelegate next, IOptions<AbpAuditingOptions> auditing, IOptions<AbpAspNetCoreAuditingOptions> http)
{
    public async Task InvokeAsync(HttpContext context, IAuditingManager manager, ICurrentUser currentUser)
    {
        if (!auditing.Value.IsEnabled || IsIgnored(context.Request.Path))
        {
            await next(context);
            return;
        }
        using var scope = manager.BeginScope();
        var log = manager.Current!.Log;
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            if (!log.Exceptions.Contains(exception))
            {
                log.Exceptions.Add(exception);
            }
            throw;
        }
        finally
        {
            if (await IsWantedAsync(context, log, currentUser))
            {
                await scope.SaveAsync();
            }
        }
    }

    private bool IsIgnored(PathString path) => http.Value.IgnoredUrls.Exists(url => path.StartsWithSegments(url, StringComparison.OrdinalIgnoreCase));

    private async Task<bool> IsWantedAsync(HttpContext context, AuditLogInfo log, ICurrentUser currentUser)
    {
        var options = auditing.Value;
        foreach (var selector in options.AlwaysLogSelectors)
        {
            if (await selector(log))
            {
                return true;
            }
        }
        if (options.AlwaysLogOnException && log.Exceptions.Count > 0)
        {
            return true;
        }
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return (options.IsEnabledForAnonymousUsers || currentUser.IsAuthenticated) && (options.IsEnabledForGetRequests || !isRead);
    }
}
