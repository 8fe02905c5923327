using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Volo.Abp.Tracing;

namespace Volo.Abp.AspNetCore.Tracing;

internal class CorrelationIdMiddleware(RequestDelegate next, IOptions<AbpCorrelationIdOptions> options, ICorrelationIdProvider correlation)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var header = options.Value.HttpHeaderName;
        var id = context.Request.Headers[header].ToString();
        if (id.Length == 0)
        {
            context.Request.Headers[header] = id = Guid.NewGuid().ToString("N");
        }
        if (options.Value.SetResponseHeader)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.TryAdd(header, id);
                return Task.CompletedTask;
            });
        }
        using (correlation.Change(id))
        {
            await next(context);
        }
    }
}
