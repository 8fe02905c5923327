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
    /// <summary>Reading attributes makes them anew each time.</summary>
    private static readonly ConcurrentDictionary<MethodInfo, IAuthorizeData[]?> Known = new();

    public async Task CheckAsync(MethodInvocationAuthorizationContext context)
    {
        if (Known.GetOrAdd(context.Method, AskedBy) is { } asked && await AuthorizationPolicy.CombineAsync(policies, asked) is { } policy)
        {
            await authorization.CheckAsync(policy);
        }
    }

    /// <returns>Null where the method lets everybody in.</returns>
    private static IAuthorizeData[]? AskedBy(MethodInfo method)
    {
        var own = method.GetCustomAttributes(true);
        if (own.OfType<IAllowAnonymous>().Any()) { return null; }
        var asked = own.OfType<IAuthorizeData>();
        return [.. method.IsPublic && method.DeclaringType is { } type ? asked.Union(type.GetCustomAttributes(true).OfType<IAuthorizeData>()) : asked];
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
