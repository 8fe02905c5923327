using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Volo.Abp.AspNetCore.Mvc.Filters;

/// <summary>An action that returns nothing answers 204.</summary>
internal class NoContentFilter : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var executed = await next();
        if (context.ActionDescriptor is ControllerActionDescriptor { MethodInfo.ReturnType: var type }
            && (type == typeof(Task) || type == typeof(void) || type == typeof(ValueTask))
            && executed.Result is EmptyResult && context.HttpContext.Response is { HasStarted: false, StatusCode: StatusCodes.Status200OK })
        {
            executed.Result = new NoContentResult();
        }
    }
}
