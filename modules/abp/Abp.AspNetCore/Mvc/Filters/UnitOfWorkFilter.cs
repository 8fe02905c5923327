using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Uow;

namespace Volo.Abp.AspNetCore.Mvc.Filters;

/// <summary>Begins the request's unit of work with the options of its action or page handler, and saves the changes after it.</summary>
internal class UnitOfWorkFilter : IAsyncActionFilter, IAsyncPageFilter
{
    private static readonly ConcurrentDictionary<MethodInfo, UnitOfWorkAttribute?> Attributes = new();

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionDescriptor is not ControllerActionDescriptor action)
        {
            await next();
            return;
        }
        ObjectResults.Remember(context.HttpContext, action);
        await RunAsync(context.HttpContext, action.MethodInfo, async () =>
        {
            var result = await next();
            return result.Exception is null || result.ExceptionHandled;
        });
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null)
        {
            await next();
            return;
        }
        await RunAsync(context.HttpContext, context.HandlerMethod.MethodInfo, async () =>
        {
            var result = await next();
            return result.Exception is null || result.ExceptionHandled;
        });
    }

    private static async Task RunAsync(HttpContext context, MethodInfo method, Func<Task<bool>> action)
    {
        var attribute = Attributes.GetOrAdd(method, UnitOfWorkHelper.GetUnitOfWorkAttributeOrNull);
        if (attribute?.IsDisabled == true)
        {
            await action();
            return;
        }
        var units = context.RequestServices.GetRequiredService<IUnitOfWorkManager>();
        var options = OptionsOf(context, attribute);
        if (units.TryBeginReserved(UnitOfWork.UnitOfWorkReservationName, options))
        {
            var unit = units.Current!;
            await (await action() ? unit.SaveChangesAsync(context.RequestAborted) : unit.RollbackAsync(context.RequestAborted));
            return;
        }
        using var own = units.Begin(options);
        await (await action() ? own.CompleteAsync(context.RequestAborted) : own.RollbackAsync(context.RequestAborted));
    }

    private static AbpUnitOfWorkOptions OptionsOf(HttpContext context, UnitOfWorkAttribute? attribute)
    {
        var options = new AbpUnitOfWorkOptions();
        attribute?.SetOptions(options);
        if (attribute?.IsTransactional is null)
        {
            options.IsTransactional = context.RequestServices.GetRequiredService<IOptions<AbpUnitOfWorkDefaultOptions>>().Value
                .CalculateIsTransactional(autoValue: !HttpMethods.IsGet(context.Request.Method));
        }
        return options;
    }
}
