using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Volo.Abp.Auditing;

/// <summary>Adds a call to the log of the running request; without one, the call is a log of its own.</summary>
public class AuditingInterceptor(IServiceScopeFactory serviceScopeFactory) : AbpInterceptor, ITransientDependency
{
    public override async Task InterceptAsync(IAbpMethodInvocation invocation)
    {
        using var scope = serviceScopeFactory.CreateScope();
        var services = scope.ServiceProvider;
        var helper = services.GetRequiredService<IAuditingHelper>();
        var options = services.GetRequiredService<IOptions<AbpAuditingOptions>>().Value;
        if (!ShouldIntercept(invocation, options, helper))
        {
            await invocation.ProceedAsync();
            return;
        }

        var manager = services.GetRequiredService<IAuditingManager>();
        if (manager.Current is { } current)
        {
            await ProceedAsync(invocation, helper, options, current.Log);
        }
        else
        {
            await ProceedInOwnScopeAsync(invocation, services, helper, options, manager);
        }
    }

    protected virtual bool ShouldIntercept(IAbpMethodInvocation invocation, AbpAuditingOptions options, IAuditingHelper auditingHelper) =>
        options.IsEnabled && auditingHelper.ShouldSaveAudit(invocation.Method, ignoreIntegrationServiceAttribute: options.IsEnabledForIntegrationServices);

    private static async Task ProceedAsync(IAbpMethodInvocation invocation, IAuditingHelper helper, AbpAuditingOptions options, AuditLogInfo log)
    {
        var action = options.DisableLogActionInfo
            ? null
            : helper.CreateAuditLogAction(log, ProxyHelper.GetUnProxiedType(invocation.TargetObject), invocation.Method, invocation.Arguments);
        var stopwatch = Stopwatch.StartNew();
        try
        {
            await invocation.ProceedAsync();
        }
        catch (Exception exception)
        {
            log.Exceptions.Add(exception);
            throw;
        }
        finally
        {
            if (action is not null)
            {
                action.ExecutionDuration = (int)stopwatch.Elapsed.TotalMilliseconds;
                log.Actions.Add(action);
            }
        }
    }

    private async Task ProceedInOwnScopeAsync(
        IAbpMethodInvocation invocation, IServiceProvider services, IAuditingHelper helper, AbpAuditingOptions options, IAuditingManager manager)
    {
        using var handle = manager.BeginScope();
        var log = manager.Current!.Log;
        try
        {
            await ProceedAsync(invocation, helper, options, log);
        }
        finally
        {
            if (await ShouldWriteAsync(invocation, services, options, log))
            {
                await SaveAsync(handle, log, services.GetRequiredService<IUnitOfWorkManager>().Current);
            }
        }
    }

    // A file database has one writer: saved at once, the log would wait for the very transaction that it reports on.
    private async Task SaveAsync(IAuditLogSaveHandle handle, AuditLogInfo log, IUnitOfWork? unitOfWork)
    {
        if (unitOfWork is not null && log.Exceptions.Count == 0)
        {
            await unitOfWork.SaveChangesAsync();
        }

        if (unitOfWork is { Options.IsTransactional: true } && handle is IFinishableAuditLog finishable)
        {
            var finished = finishable.Finish();
            unitOfWork.OnCompleted(() => StoreAsync(finished));
        }
        else
        {
            await handle.SaveAsync();
        }
    }

    private async Task StoreAsync(AuditLogInfo log)
    {
        await using var scope = serviceScopeFactory.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IAuditingStore>().SaveAsync(log);
    }

    private static async Task<bool> ShouldWriteAsync(
        IAbpMethodInvocation invocation, IServiceProvider services, AbpAuditingOptions options, AuditLogInfo log)
    {
        foreach (var selector in options.AlwaysLogSelectors)
        {
            if (await selector(log))
            {
                return true;
            }
        }

        if (options.AlwaysLogOnException && log.Exceptions.Count > 0)
        {
            return true;
        }

        return (options.IsEnabledForAnonymousUsers || services.GetRequiredService<ICurrentUser>().IsAuthenticated)
            && (options.IsEnabledForGetRequests || !invocation.Method.Name.StartsWith("Get", StringComparison.OrdinalIgnoreCase));
    }
}

public static class AuditingInterceptorRegistrar
{
    public static void RegisterIfNeeded(IOnServiceRegistredContext context)
    {
        if (ShouldIntercept(context.ImplementationType))
        {
            context.Interceptors.TryAdd<AuditingInterceptor>();
        }
    }

    /// <returns>Null when the type says nothing about it.</returns>
    public static bool? ShouldAuditTypeByDefaultOrNull(Type type, bool ignoreIntegrationServiceAttribute)
    {
        if (type.IsDefined(typeof(AuditedAttribute), true))
        {
            return true;
        }

        if (type.IsDefined(typeof(DisableAuditingAttribute), true))
        {
            return false;
        }

        return typeof(IAuditingEnabled).IsAssignableFrom(type) ? true : null;
    }

    private static bool ShouldIntercept(Type type) =>
        !DynamicProxyIgnoreTypes.Contains(type)
        && (ShouldAuditTypeByDefaultOrNull(type, false) ?? type.GetMethods().Any(method => method.IsDefined(typeof(AuditedAttribute), true)));
}
