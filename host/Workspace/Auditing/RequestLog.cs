using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using Volo.Abp.Auditing;
using Volo.Abp.AuditLogging;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Workspace.Auditing;

/// <summary>
/// Keeps the log of a page's POST in the transaction of what it did: there is no change without its log, whenever the process is killed, and the log
/// takes no transaction of its own. Its duration is that of the handler. What was refused or undone is logged after it, as ABP does, and so is what a
/// handler has committed in a unit of work of its own.
/// </summary>
public class RequestLogFilter : IAsyncPageFilter, IOrderedFilter
{
    /// <summary>Within the commit of a page's POST.</summary>
    public int Order => int.MaxValue;

    public virtual Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public virtual async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        var services = context.HttpContext.RequestServices;
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || done.Exception is not null || StatusOf(done) is not { } status
            || services.GetRequiredService<IUnitOfWorkManager>().Current is not { Options.IsTransactional: true } unit
            || services.GetRequiredService<IAuditingManager>().Current is not { } scope || !IsWanted(services)) { return; }
        scope.Log.HttpStatusCode = status;
        scope.Log.ExecutionDuration = (int)(services.GetRequiredService<IClock>().Now - scope.Log.ExecutionTime).TotalMilliseconds;
        await services.GetRequiredService<RequestLogStore>().KeepAsync(scope.Log, unit);
    }

    private static bool IsWanted(IServiceProvider services) =>
        services.GetRequiredService<IOptions<AbpAuditingOptions>>().Value.IsEnabledForAnonymousUsers || services.GetRequiredService<ICurrentUser>().IsAuthenticated;

    /// <returns>With what the result will answer; null where it may yet be refused.</returns>
    private static int? StatusOf(PageHandlerExecutedContext done) => done.Result switch
    {
        IKeepTempDataResult => StatusCodes.Status302Found,
        IStatusCodeActionResult { StatusCode: { } status } => status,
        PageResult or PartialViewResult or IStatusCodeActionResult or null => done.HttpContext.Response.StatusCode,
        _ => null
    };
}

/// <summary>Writes the logs of requests and calls, but for those that <see cref="RequestLogFilter"/> has kept and that say the same still.</summary>
[ExposeServices(typeof(RequestLogStore))]
public class RequestLogStore(
    IRepository<AuditLog, Guid> logs, IAuditLogInfoToAuditLogConverter converter, IUnitOfWorkManager units, IOptions<AbpAuditingOptions> options, ILogger<RequestLogStore> logger)
    : IAuditingStore, ITransientDependency
{
    /// <summary>Under which a log says what of it is in the database already.</summary>
    private const string KeptKey = "Workspace.Kept";

    /// <summary>Writes the log with what else the unit of work writes.</summary>
    public virtual async Task KeepAsync(AuditLogInfo info, IUnitOfWork unit)
    {
        var kept = Kept.Of(info, (await logs.InsertAsync(await converter.ConvertAsync(info))).Id);
        unit.OnCompleted(() =>
        {
            info.ExtraProperties[KeptKey] = kept;
            return Task.CompletedTask;
        });
    }

    public virtual async Task SaveAsync(AuditLogInfo auditInfo)
    {
        auditInfo.ExtraProperties.Remove(KeptKey, out var known);
        if (known is Kept same && same == Kept.Of(auditInfo, same.Id)) { return; }
        try
        {
            using var unit = units.Begin(requiresNew: true);
            if (known is Kept older) { await logs.DeleteAsync(older.Id); }
            await logs.InsertAsync(await converter.ConvertAsync(auditInfo));
            await unit.CompleteAsync();
        }
        catch (Exception exception) when (options.Value.HideErrors)
        {
            logger.LogError(exception, "Could not save the audit log: {AuditLog}", auditInfo.ToString());
        }
    }

    /// <summary>By what it shows that something was added to a log.</summary>
    private sealed record Kept(Guid Id, int? Status, int Calls, int Exceptions, int Comments, int Changes)
    {
        public static Kept Of(AuditLogInfo info, Guid id) => new(id, info.HttpStatusCode, info.Actions.Count, info.Exceptions.Count, info.Comments.Count, info.EntityChanges.Count);
    }
}
