using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;

namespace Volo.Abp.Features;

/// <summary>The class or method runs only for a tenant that has the features.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public class RequiresFeatureAttribute(params string[] features) : Attribute
{
    public string[] Features { get; } = features;

    /// <summary>False: one of them is enough.</summary>
    public bool RequiresAll { get; set; }
}

/// <summary>The method runs whatever its class requires.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class DisableFeatureCheckAttribute : Attribute;

public class MethodInvocationFeatureCheckerContext(MethodInfo method)
{
    public MethodInfo Method { get; } = method;
}

public interface IMethodInvocationFeatureCheckerService
{
    /// <exception cref="Authorization.AbpAuthorizationException">A [RequiresFeature] of the method or its class is not fulfilled.</exception>
    Task CheckAsync(MethodInvocationFeatureCheckerContext context);
}

internal class MethodInvocationFeatureCheckerService(IFeatureChecker features) : IMethodInvocationFeatureCheckerService, ITransientDependency
{
    /// <summary>Reading attributes makes them anew each time.</summary>
    private static readonly ConcurrentDictionary<MethodInfo, RequiresFeatureAttribute[]> Known = new();

    public async Task CheckAsync(MethodInvocationFeatureCheckerContext context)
    {
        foreach (var required in Known.GetOrAdd(context.Method, RequiredBy))
        {
            await features.CheckEnabledAsync(required.RequiresAll, required.Features);
        }
    }

    private static RequiresFeatureAttribute[] RequiredBy(MethodInfo method)
    {
        if (method.IsDefined(typeof(DisableFeatureCheckAttribute), true)) { return []; }
        var own = method.GetCustomAttributes<RequiresFeatureAttribute>(true);
        return [.. method.IsPublic && method.DeclaringType is { } type ? own.Union(type.GetCustomAttributes<RequiresFeatureAttribute>(true)) : own];
    }
}

public class FeatureInterceptor(IServiceScopeFactory serviceScopeFactory) : AbpInterceptor, ITransientDependency
{
    public override async Task InterceptAsync(IAbpMethodInvocation invocation)
    {
        await CheckFeaturesAsync(invocation);
        await invocation.ProceedAsync();
    }

    protected virtual async Task CheckFeaturesAsync(IAbpMethodInvocation invocation)
    {
        using var scope = serviceScopeFactory.CreateScope();
        await scope.ServiceProvider.GetRequiredService<IMethodInvocationFeatureCheckerService>()
            .CheckAsync(new MethodInvocationFeatureCheckerContext(invocation.Method));
    }
}

public static class FeatureInterceptorRegistrar
{
    public static void RegisterIfNeeded(IOnServiceRegistredContext context)
    {
        if (!DynamicProxyIgnoreTypes.Contains(context.ImplementationType) && IsGuarded(context.ImplementationType))
        {
            context.Interceptors.TryAdd<FeatureInterceptor>();
        }
    }

    private static bool IsGuarded(Type type) =>
        type.IsDefined(typeof(RequiresFeatureAttribute), true)
        || type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(method => method.IsDefined(typeof(RequiresFeatureAttribute), true));
}
