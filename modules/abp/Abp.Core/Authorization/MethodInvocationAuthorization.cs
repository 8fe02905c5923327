using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;

namespace Volo.Abp.Authorization;

public interface IMethodInvocationAuthorizationService
{
    /// <exception cref="AbpAuthorizationException">An [Authorize] of the method or its class refuses the current user.</exception>
    Task CheckAsync(MethodInvocationAuthorizationContext context);
}

public class MethodInvocationAuthorizationContext(MethodInfo method)
{
    public MethodInfo Method { get; } = method;
}

internal class MethodInvocationAuthorizationService(
    IAbpAuthorizationPolicyProvider policies, IAbpAuthorizationService authorization)
    : IMethodInvocationAuthorizationService, ITransientDependency
{
    private static readonly ConcurrentDictionary<MethodInfo, IAuthorizeData[]> Demands = new();

    public async Task CheckAsync(MethodInvocationAuthorizationContext context)
    {
        var policy = await AuthorizationPolicy.CombineAsync(policies, Demands.GetOrAdd(context.Method, DemandsOf));
        if (policy is not null)
        {
            await authorization.CheckAsync(policy);
        }
    }

    private static IAuthorizeData[] DemandsOf(MethodInfo method)
    {
        var attributes = method.GetCustomAttributes(true);
        return attributes.OfType<IAllowAnonymous>().Any() ? []
            : method.IsPublic && method.DeclaringType is { } type
                ? [.. attributes.OfType<IAuthorizeData>().Union(type.GetCustomAttributes(true).OfType<IAuthorizeData>())]
            : [.. attributes.OfType<IAuthorizeData>()];
    }
}

public class AuthorizationInterceptor(IMethodInvocationAuthorizationService methodInvocationAuthorizationService)
    : AbpInterceptor, ITransientDependency
{
    public override async Task InterceptAsync(IAbpMethodInvocation invocation)
    {
        await AuthorizeAsync(invocation);
        await invocation.ProceedAsync();
    }

    protected virtual Task AuthorizeAsync(IAbpMethodInvocation invocation) =>
        methodInvocationAuthorizationService.CheckAsync(new MethodInvocationAuthorizationContext(invocation.Method));
}

public static class AuthorizationInterceptorRegistrar
{
    public static void RegisterIfNeeded(IOnServiceRegistredContext context)
    {
        if (IsGuarded(context.ImplementationType))
        {
            context.Interceptors.TryAdd<AuthorizationInterceptor>();
        }
    }

    // What ASP.NET Core invokes itself is guarded by its own middleware, as is a controller or page.
    private static bool IsGuarded(Type type) =>
        !DynamicProxyIgnoreTypes.Contains(type)
        && (type.IsDefined(typeof(AuthorizeAttribute), true)
            || type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Any(method => method.IsDefined(typeof(AuthorizeAttribute), true)));
}
