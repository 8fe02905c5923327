using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Uow;

namespace Kernel.Web;

/// <summary>
/// Answers a refused POST with its page's GET, read anew in a unit of work of its own, with the errors and what was typed.
/// </summary>
internal sealed class RetryResult(int status = StatusCodes.Status422UnprocessableEntity) : IActionResult
{
    public static readonly object Key = new();

    /// <summary>Tells the page's script that the answer is the form again, whatever its status.</summary>
    private const string Header = "X-Form-Again";

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var method = http.Request.Method;
        http.Items[Key] = true;
        http.Response.StatusCode = status;
        http.Response.Headers[Header] = "true";
        http.Request.Method = HttpMethods.Get;
        try
        {
            using var uow = http.RequestServices.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
            await InvokeGetAsync(context);
            await uow.CompleteAsync();
        }
        finally
        {
            http.Request.Method = method;
        }
    }

    /// <summary>What the page itself is about is not there: it is not found, neither anew nor at first.</summary>
    public static void GiveUp(ExceptionContext context)
    {
        context.HttpContext.Response.Headers.Remove(Header);
        context.Result = new NotFoundResult();
    }

    private static Task InvokeGetAsync(ActionContext context)
    {
        var route = new RouteData(context.RouteData);
        route.Values.Remove("handler");
        context.HttpContext.Request.QueryString = WithoutHandler(context.HttpContext.Request);
        var get = new ActionContext(context.HttpContext, route, context.ActionDescriptor, context.ModelState);
        var invoker = context.HttpContext.RequestServices.GetRequiredService<IActionInvokerFactory>().CreateInvoker(get);
        return (invoker ?? throw new InvalidOperationException($"No invoker for {context.ActionDescriptor.DisplayName}.")).InvokeAsync();
    }

    private static QueryString WithoutHandler(HttpRequest request) =>
        QueryString.Create(request.Query.Where(pair => !pair.Key.Equals("handler", StringComparison.OrdinalIgnoreCase)));
}
