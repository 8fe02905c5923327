using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Uow;

namespace Kernel.Web;

/// <summary>
/// Commits what a page's POST did before its answer is made, so that what a handler of an event refuses at the commit comes back as the
/// same form too. ABP commits after the answer, when only the error page is left: the handler works in a unit of work of its own.
/// </summary>
public class CommitPageFilter : IAsyncPageFilter, IOrderedFilter
{
    /// <summary>Nearer to the handler is only what joins the commit.</summary>
    public int Order => int.MaxValue - 1;

    public virtual Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public virtual async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var units = context.HttpContext.RequestServices.GetRequiredService<IUnitOfWorkManager>();
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || units.Current is not { } request)
        {
            await next();
            return;
        }
        // Rights and settings that were read on the way here, when they were not remembered, have begun the request's transaction. It
        // has written nothing; on SQLite it would keep the one writer from the handler until that gives up.
        await request.RollbackAsync();
        using var own = units.Begin(requiresNew: true, isTransactional: request.Options.IsTransactional);
        var done = await next();
        if (done.Exception is null || done.ExceptionHandled) { await own.CompleteAsync(context.HttpContext.RequestAborted); }
    }
}
