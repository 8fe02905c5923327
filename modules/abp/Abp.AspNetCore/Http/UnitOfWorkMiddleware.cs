using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Threading;
using Volo.Abp.Uow;

namespace Volo.Abp.AspNetCore.Uow;

/// <summary>Reserves a unit of work that a filter begins with the options of its action, and commits it after everything inside.</summary>
internal class UnitOfWorkMiddleware(RequestDelegate next, IUnitOfWorkManager units, ICancellationTokenProvider cancellation)
{
    public Task InvokeAsync(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? RunAsync(context) : RunHoldingAnswerAsync(context);

    /// <summary>Nobody is told of a change before it is committed: the body of the answer waits for it.</summary>
    private async Task RunHoldingAnswerAsync(HttpContext context)
    {
        var sent = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var held = new MemoryStream();
        var holding = new StreamResponseBodyFeature(held, sent);
        context.Features.Set<IHttpResponseBodyFeature>(holding);
        try
        {
            await RunAsync(context);
            await holding.CompleteAsync();
        }
        finally
        {
            context.Features.Set(sent);
        }
        if (held.Length > 0)
        {
            held.Position = 0;
            await held.CopyToAsync(sent.Stream, context.RequestAborted);
        }
    }

    private async Task RunAsync(HttpContext context)
    {
        using var unit = units.Reserve(UnitOfWork.UnitOfWorkReservationName);
        using (cancellation.Use(context.RequestAborted))
        {
            await next(context);
        }
        await unit.CompleteAsync();
    }
}

/// <summary>Within a request its method decides: only GET goes without a transaction.</summary>
[Dependency(ReplaceServices = true)]
[ExposeServices(typeof(IUnitOfWorkTransactionBehaviourProvider))]
internal class HttpTransactionBehaviourProvider(IHttpContextAccessor accessor) : IUnitOfWorkTransactionBehaviourProvider, ITransientDependency
{
    public bool? IsTransactional => accessor.HttpContext is { } context ? !HttpMethods.IsGet(context.Request.Method) : null;
}
