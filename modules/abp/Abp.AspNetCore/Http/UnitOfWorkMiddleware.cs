using Microsoft.AspNetCore.Http;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Threading;
using Volo.Abp.Uow;

namespace Volo.Abp.AspNetCore.Uow;

/// <summary>Reserves a unit of work that a filter begins with the options of its action, and commits it after everything inside.</summary>
internal class UnitOfWorkMiddleware(RequestDelegate next, IUnitOfWorkManager units, ICancellationTokenProvider cancellation)
{
    public async Task InvokeAsync(HttpContext context)
    {
        using var cancelled = cancellation.Use(context.RequestAborted);
        using var unit = units.Reserve(UnitOfWork.UnitOfWorkReservationName);
        await next(context);
        await unit.CompleteAsync(context.RequestAborted);
    }
}

/// <summary>Within a request its method decides: only GET goes without a transaction.</summary>
[Dependency(ReplaceServices = true)]
[ExposeServices(typeof(IUnitOfWorkTransactionBehaviourProvider))]
internal class HttpTransactionBehaviourProvider(IHttpContextAccessor accessor) : IUnitOfWorkTransactionBehaviourProvider, ITransientDependency
{
    public bool? IsTransactional => accessor.HttpContext is { } context ? !HttpMethods.IsGet(context.Request.Method) : null;
}
