using System.Reflection;
using Castle.DynamicProxy;
using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.DynamicProxy;

public interface IAbpInterceptor
{
    Task InterceptAsync(IAbpMethodInvocation invocation);
}

public abstract class AbpInterceptor : IAbpInterceptor
{
    public abstract Task InterceptAsync(IAbpMethodInvocation invocation);
}

public interface IAbpMethodInvocation
{
    object[] Arguments { get; }
    IReadOnlyDictionary<string, object> ArgumentsDictionary { get; }
    Type[] GenericArguments { get; }
    object TargetObject { get; }
    MethodInfo Method { get; }
    object ReturnValue { get; set; }
    Task ProceedAsync();
}

public static class DynamicProxyIgnoreTypes
{
    private static readonly HashSet<Type> Ignored = [];

    public static void Add<T>() => Add(typeof(T));

    public static void Add(Type type)
    {
        lock (Ignored) { Ignored.Add(type); }
    }

    public static bool Contains(Type type, bool includeDerivedTypes = true)
    {
        lock (Ignored) { return includeDerivedTypes ? Ignored.Any(t => t.IsAssignableFrom(type)) : Ignored.Contains(type); }
    }
}

public static class ProxyHelper
{
    public static bool IsProxy(object obj) => ProxyUtil.IsProxy(obj);
    public static object UnProxy(object obj) => ProxyUtil.IsProxy(obj) ? ProxyUtil.GetUnproxiedInstance(obj) : obj;
    public static Type GetUnProxiedType(object obj) => ProxyUtil.GetUnproxiedType(obj);
}

/// <summary>Runs an ABP interceptor, resolved when first needed, inside Castle's pipeline.</summary>
internal sealed class CastleInterceptor(IServiceProvider provider, Type interceptorType) : AsyncInterceptorBase
{
    private IAbpInterceptor? _interceptor;

    public static IInterceptor[] For(IServiceProvider provider, Type[] interceptors)
    {
        var castle = new IInterceptor[interceptors.Length];
        for (var i = 0; i < castle.Length; i++) { castle[i] = new CastleInterceptor(provider, interceptors[i]).ToInterceptor(); }
        return castle;
    }

    protected override async Task InterceptAsync(
        IInvocation invocation, IInvocationProceedInfo proceedInfo, Func<IInvocation, IInvocationProceedInfo, Task> proceed) =>
        await Interceptor.InterceptAsync(new Invocation(invocation, async call =>
        {
            await proceed(invocation, proceedInfo);
            call.HasResult = false;
        }));

    protected override async Task<TResult> InterceptAsync<TResult>(
        IInvocation invocation, IInvocationProceedInfo proceedInfo, Func<IInvocation, IInvocationProceedInfo, Task<TResult>> proceed)
    {
        var call = new Invocation(invocation, async call => call.ReturnValue = (await proceed(invocation, proceedInfo))!);
        await Interceptor.InterceptAsync(call);
        return (TResult)call.ReturnValue!;
    }

    private IAbpInterceptor Interceptor => _interceptor ??= (IAbpInterceptor)provider.GetRequiredService(interceptorType);

    private sealed class Invocation(IInvocation invocation, Func<Invocation, Task> proceed) : IAbpMethodInvocation
    {
        private object? _result;
        private Dictionary<string, object>? _arguments;

        public bool HasResult { get; set; }
        public object[] Arguments => invocation.Arguments!;
        public Type[] GenericArguments => invocation.GenericArguments ?? [];
        public object TargetObject => invocation.InvocationTarget ?? invocation.Proxy;
        public MethodInfo Method => invocation.MethodInvocationTarget ?? invocation.Method;

        public IReadOnlyDictionary<string, object> ArgumentsDictionary => _arguments ??=
            Method.GetParameters().Select((p, i) => (Name: p.Name!, Value: Arguments[i])).ToDictionary(p => p.Name, p => p.Value);

        public object ReturnValue
        {
            get => _result!;
            set => (_result, HasResult) = (value, true);
        }

        public Task ProceedAsync() => proceed(this);
    }
}
