using Microsoft.AspNetCore.Http;
using Volo.Abp.AspNetCore.Mvc.Filters;
using Volo.Abp.Authorization;

namespace Volo.Abp.AspNetCore.ExceptionHandling;

internal class ExceptionHandlingMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && (ObjectResults.IsExpected(context) || exception is AbpAuthorizationException))
        {
            context.Response.Clear();
            if (await ErrorAnswer.PrepareAsync(context, exception) is { } body)
            {
                await context.Response.WriteAsJsonAsync(body);
            }
        }
    }
}
