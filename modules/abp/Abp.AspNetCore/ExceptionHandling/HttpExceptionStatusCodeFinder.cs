using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Volo.Abp.Authorization;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Validation;

namespace Volo.Abp.AspNetCore.ExceptionHandling;

public interface IHttpExceptionStatusCodeFinder
{
    HttpStatusCode GetStatusCode(HttpContext httpContext, Exception exception);
}

public class AbpExceptionHttpStatusCodeOptions
{
    public IDictionary<string, HttpStatusCode> ErrorCodeToHttpStatusCodeMappings { get; } = new Dictionary<string, HttpStatusCode>();

    public void Map(string errorCode, HttpStatusCode httpStatusCode) => ErrorCodeToHttpStatusCodeMappings[errorCode] = httpStatusCode;
}

[ExposeServices(typeof(IHttpExceptionStatusCodeFinder))]
internal class HttpExceptionStatusCodeFinder(IOptions<AbpExceptionHttpStatusCodeOptions> options)
    : IHttpExceptionStatusCodeFinder, ITransientDependency
{
    public HttpStatusCode GetStatusCode(HttpContext httpContext, Exception exception)
    {
        if (exception is IHasHttpStatusCode { HttpStatusCode: > 0 and var status })
        {
            return (HttpStatusCode)status;
        }
        if (exception is IHasErrorCode { Code: { Length: > 0 } code }
            && options.Value.ErrorCodeToHttpStatusCodeMappings.TryGetValue(code, out var mapped))
        {
            return mapped;
        }
        return exception switch
        {
            AbpAuthorizationException => httpContext.User.Identity?.IsAuthenticated == true ? HttpStatusCode.Forbidden : HttpStatusCode.Unauthorized,
            AbpValidationException => HttpStatusCode.BadRequest,
            EntityNotFoundException => HttpStatusCode.NotFound,
            AbpDbConcurrencyException => HttpStatusCode.Conflict,
            NotImplementedException => HttpStatusCode.NotImplemented,
            IBusinessException => HttpStatusCode.Forbidden,
            _ => HttpStatusCode.InternalServerError
        };
    }
}
