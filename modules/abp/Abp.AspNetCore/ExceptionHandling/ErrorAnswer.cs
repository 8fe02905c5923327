using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Auditing;
using Volo.Abp.Authorization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Http;
using Volo.Abp.Logging;

namespace Volo.Abp.AspNetCore.ExceptionHandling;

public class AbpAuthorizationExceptionHandlerOptions
{
    /// <summary>The scheme that answers missing rights; null means the host's default one.</summary>
    public string? AuthenticationScheme { get; set; }
}

public interface IAbpAuthorizationExceptionHandler
{
    Task HandleAsync(AbpAuthorizationException exception, HttpContext httpContext);
}

/// <summary>Forbids who is signed in, challenges who is not.</summary>
public class DefaultAbpAuthorizationExceptionHandler : IAbpAuthorizationExceptionHandler, ITransientDependency
{
    public virtual Task HandleAsync(AbpAuthorizationException exception, HttpContext httpContext)
    {
        var scheme = httpContext.RequestServices.GetRequiredService<IOptions<AbpAuthorizationExceptionHandlerOptions>>().Value.AuthenticationScheme;
        return httpContext.User.Identity?.IsAuthenticated == true ? httpContext.ForbidAsync(scheme) : httpContext.ChallengeAsync(scheme);
    }
}

/// <summary>What all three places that answer an exception (action filter, page filter, middleware) do with it.</summary>
internal static class ErrorAnswer
{
    public const string FormatHeader = "_AbpErrorFormat";

    /// <returns>The body to send; null when the answer is complete without one.</returns>
    public static async Task<RemoteServiceErrorResponse?> PrepareAsync(HttpContext context, Exception exception)
    {
        var services = context.RequestServices;
        Log(services.GetRequiredService<ILoggerFactory>(), exception);
        Audit(services.GetRequiredService<IAuditingManager>(), exception);
        if (exception is AbpAuthorizationException unauthorized)
        {
            await services.GetRequiredService<IAbpAuthorizationExceptionHandler>().HandleAsync(unauthorized, context);
            return null;
        }
        context.Response.Headers[FormatHeader] = "true";
        context.Response.StatusCode = (int)services.GetRequiredService<IHttpExceptionStatusCodeFinder>().GetStatusCode(context, exception);
        return new RemoteServiceErrorResponse(services.GetRequiredService<IExceptionToErrorInfoConverter>().Convert(exception));
    }

    private static void Log(ILoggerFactory loggers, Exception exception)
    {
        var level = (exception as IHasLogLevel)?.LogLevel ?? LogLevel.Error;
        var code = (exception as IHasErrorCode)?.Code;
        loggers.CreateLogger(typeof(ErrorAnswer).Namespace!).Log(level, exception, "A request failed: {Code} {Message}", code, exception.Message);
    }

    private static void Audit(IAuditingManager auditing, Exception exception)
    {
        if (auditing.Current?.Log.Exceptions is { } exceptions && !exceptions.Contains(exception))
        {
            exceptions.Add(exception);
        }
    }
}
