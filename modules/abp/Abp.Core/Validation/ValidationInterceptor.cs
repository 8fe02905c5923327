using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;

namespace Volo.Abp.Validation;

public class ValidationInterceptor(IMethodInvocationValidator methodInvocationValidator) : AbpInterceptor, ITransientDependency
{
    public override async Task InterceptAsync(IAbpMethodInvocation invocation)
    {
        await ValidateAsync(invocation);
        await invocation.ProceedAsync();
    }

    protected virtual Task ValidateAsync(IAbpMethodInvocation invocation) => methodInvocationValidator.ValidateAsync(
        new MethodInvocationValidationContext(invocation.TargetObject, invocation.Method, invocation.Arguments));
}

public static class ValidationInterceptorRegistrar
{
    public static void RegisterIfNeeded(IOnServiceRegistredContext context)
    {
        if (typeof(IValidationEnabled).IsAssignableFrom(context.ImplementationType)
            && !DynamicProxyIgnoreTypes.Contains(context.ImplementationType))
        {
            context.Interceptors.TryAdd<ValidationInterceptor>();
        }
    }
}
