using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Volo.Abp.AspNetCore.ExceptionHandling;

namespace Volo.Abp.AspNetCore.Mvc.Filters;

/// <summary>Answers a program with the failure as data; a page's failures are left to the host.</summary>
internal class ErrorFilter : IAsyncExceptionFilter, IAsyncPageFilter
{
    public async Task OnExceptionAsync(ExceptionContext context)
    {
        if (!context.ExceptionHandled && ObjectResults.AreExpected(context.HttpContext, context.ActionDescriptor))
        {
            context.Result = await AnswerAsync(context.HttpContext, context.Exception);
            context.ExceptionHandled = true;
        }
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is { } exception && !executed.ExceptionHandled
            && ObjectResults.AreExpected(context.HttpContext, context.ActionDescriptor, context.HandlerMethod?.MethodInfo))
        {
            executed.Result = await AnswerAsync(context.HttpContext, exception);
            executed.ExceptionHandled = true;
        }
    }

    private static async Task<IActionResult> AnswerAsync(HttpContext context, Exception exception) =>
        await ErrorAnswer.PrepareAsync(context, exception) is { } body ? new ObjectResult(body) : new EmptyResult();
}
