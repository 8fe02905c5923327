using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;
using Volo.Abp.Modularity;

namespace Volo.Abp.Uow;

public class AbpUnitOfWorkModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context) =>
        context.Services.OnRegistered(UnitOfWorkInterceptorRegistrar.RegisterIfNeeded);
}

public static class UnitOfWorkInterceptorRegistrar
{
    public static void RegisterIfNeeded(IOnServiceRegistredContext context)
    {
        if (UnitOfWorkHelper.IsUnitOfWorkType(context.ImplementationType.GetTypeInfo()) && !DynamicProxyIgnoreTypes.Contains(context.ImplementationType))
        {
            context.Interceptors.TryAdd<UnitOfWorkInterceptor>();
        }
    }
}

public static class UnitOfWorkHelper
{
    public static bool IsUnitOfWorkType(TypeInfo implementationType) =>
        implementationType.IsDefined(typeof(UnitOfWorkAttribute), true)
        || implementationType.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(m => m.IsDefined(typeof(UnitOfWorkAttribute), true))
        || typeof(IUnitOfWorkEnabled).GetTypeInfo().IsAssignableFrom(implementationType);

    public static bool IsUnitOfWorkMethod(MethodInfo methodInfo, out UnitOfWorkAttribute? unitOfWorkAttribute)
    {
        unitOfWorkAttribute = GetUnitOfWorkAttributeOrNull(methodInfo);
        return unitOfWorkAttribute is not null
            ? !unitOfWorkAttribute.IsDisabled
            : typeof(IUnitOfWorkEnabled).IsAssignableFrom(methodInfo.DeclaringType);
    }

    public static UnitOfWorkAttribute? GetUnitOfWorkAttributeOrNull(MethodInfo methodInfo) =>
        methodInfo.GetCustomAttributes<UnitOfWorkAttribute>(true).FirstOrDefault()
        ?? methodInfo.DeclaringType?.GetTypeInfo().GetCustomAttributes<UnitOfWorkAttribute>(true).FirstOrDefault();
}

/// <summary>Says whether an action of the running request is transactional; null leaves it to the method's name.</summary>
public interface IUnitOfWorkTransactionBehaviourProvider
{
    bool? IsTransactional { get; }
}

public class NullUnitOfWorkTransactionBehaviourProvider : IUnitOfWorkTransactionBehaviourProvider, ISingletonDependency
{
    public bool? IsTransactional => null;
}

public class UnitOfWorkInterceptor(IServiceScopeFactory serviceScopeFactory) : AbpInterceptor, ITransientDependency
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<MethodInfo, (bool Is, UnitOfWorkAttribute? Attribute)> Known = new();

    public override async Task InterceptAsync(IAbpMethodInvocation invocation)
    {
        var (isUnitOfWork, attribute) = Known.GetOrAdd(invocation.Method, m => (UnitOfWorkHelper.IsUnitOfWorkMethod(m, out var a), a));
        if (!isUnitOfWork || invocation.Method.IsSpecialName)
        {
            await invocation.ProceedAsync();
            return;
        }
        using var scope = serviceScopeFactory.CreateScope();
        var manager = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>();
        if (manager.Current is not null)
        {
            await invocation.ProceedAsync();
            return;
        }
        var options = OptionsOf(scope.ServiceProvider, invocation.Method, attribute);
        if (manager.TryBeginReserved(UnitOfWork.UnitOfWorkReservationName, options))
        {
            await invocation.ProceedAsync();
            if (manager.Current is { } reserved) { await reserved.SaveChangesAsync(); }
            return;
        }
        using var unitOfWork = manager.Begin(options);
        await invocation.ProceedAsync();
        await unitOfWork.CompleteAsync();
    }

    private static AbpUnitOfWorkOptions OptionsOf(IServiceProvider provider, MethodInfo method, UnitOfWorkAttribute? attribute)
    {
        var options = new AbpUnitOfWorkOptions();
        attribute?.SetOptions(options);
        if (attribute?.IsTransactional is null)
        {
            var defaults = provider.GetRequiredService<IOptions<AbpUnitOfWorkDefaultOptions>>().Value;
            options.IsTransactional = defaults.CalculateIsTransactional(
                provider.GetRequiredService<IUnitOfWorkTransactionBehaviourProvider>().IsTransactional
                ?? !method.Name.StartsWith("Get", StringComparison.InvariantCultureIgnoreCase));
        }
        return options;
    }
}
