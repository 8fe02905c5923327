using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Kernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;

namespace Kernel.Reading;

/// <summary>Writes to the ledger what a page or a service marked with <see cref="ReadsAttribute"/> shows.</summary>
public partial class ReadsFilter : IAsyncPageFilter, IAsyncActionFilter
{
    private static readonly ConcurrentDictionary<MemberInfo, ReadsAttribute?> Marks = new();

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public virtual async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is not { } handler || !IsRead(context.HttpContext)
            || MarkOf(handler.MethodInfo) is not { } mark && (handler.Name is not null || (mark = MarkOf(context.ActionDescriptor.ModelTypeInfo!)) is null))
        {
            await next();
            return;
        }
        bool isWatched;
        try
        {
            isWatched = await IsWatchedAsync(context.HttpContext);
        }
        catch (BusinessException)
        {
            context.Result = Stopped(context.HttpContext);
            return;
        }
        var executed = await next();
        if (executed.Exception is null && Shows(executed.Result))
        {
            await TakeAsync(mark, context.HttpContext, context.HandlerInstance, isWatched);
        }
    }

    public virtual async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionDescriptor is not ControllerActionDescriptor action || !IsRead(context.HttpContext) || MarkOf(action.MethodInfo) is not { } mark)
        {
            await next();
            return;
        }
        var isWatched = await IsWatchedAsync(context.HttpContext);
        var executed = await next();
        if (executed.Exception is null && executed.Result is ObjectResult { Value: { } answer })
        {
            await TakeAsync(mark, context.HttpContext, answer, isWatched);
        }
    }

    private static async Task<bool> IsWatchedAsync(HttpContext http)
    {
        var isWatched = false;
        foreach (var guard in http.RequestServices.GetServices<IReadGuard>()) { isWatched |= await guard.CheckAsync(); }
        return isWatched;
    }

    private static async Task TakeAsync(ReadsAttribute mark, HttpContext http, object source, bool isWatched)
    {
        if (EntryOf(mark, http, source) is not { } entry) { return; }
        var ledger = http.RequestServices.GetRequiredService<IReadLedger>();
        if (isWatched)
        {
            await ledger.WriteAsync(entry);
        }
        else
        {
            ledger.Append(entry);
        }
    }

    /// <returns>Null for a form of a record that is yet to be made.</returns>
    private static ReadEntry? EntryOf(ReadsAttribute mark, HttpContext http, object source)
    {
        var entity = RouteValues().Replace(mark.Entity, part => ValueOf(http, part.Groups[1].Value) ?? "");
        if (mark.Id is not null)
        {
            return ValueOf(http, mark.Id) is { } id ? new ReadEntry(ReadKind.View, entity, id) : null;
        }
        var rows = CountOf(source, mark.Rows);
        return mark.Words is not null && ValueOf(http, mark.Words) is { } words
            ? new ReadEntry(ReadKind.Search, entity, Rows: rows, Detail: words)
            : new ReadEntry(ReadKind.List, entity, Rows: rows);
    }

    private static string? ValueOf(HttpContext http, string name) =>
        http.Request.RouteValues[name]?.ToString() is { Length: > 0 } route ? route
        : http.Request.Query[name].ToString() is { Length: > 0 } query ? query.Trim()
        : null;

    private static int CountOf(object? source, string? path)
    {
        foreach (var part in path?.Split('.') ?? [])
        {
            source = source?.GetType().GetProperty(part)?.GetValue(source);
        }
        return source switch { int count => count, ICollection some => some.Count, IEnumerable some => some.Cast<object>().Count(), _ => 1 };
    }

    private static bool IsRead(HttpContext http) => HttpMethods.IsGet(http.Request.Method);

    private static bool Shows(IActionResult? result) => result is null or PageResult or PartialViewResult or ViewResult or FileResult or ObjectResult;

    private static IActionResult Stopped(HttpContext http)
    {
        const string page = "/ReadingStopped";
        if (!http.Request.IsForFragment()) { return new LocalRedirectResult(page); }
        http.Response.Headers["HX-Redirect"] = page; // the whole page, not a part of it
        return new EmptyResult();
    }

    private static ReadsAttribute? MarkOf(MemberInfo member) => Marks.GetOrAdd(member, m => m.GetCustomAttribute<ReadsAttribute>());

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex RouteValues();
}
