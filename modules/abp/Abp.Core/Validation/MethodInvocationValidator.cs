using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Validation;

public interface IMethodInvocationValidator
{
    Task ValidateAsync(MethodInvocationValidationContext context);
}

public class MethodInvocationValidationContext(object targetObject, MethodInfo method, object[] parameterValues) : AbpValidationResult
{
    public object TargetObject { get; } = targetObject;
    public MethodInfo Method { get; } = method;
    public object[] ParameterValues { get; } = parameterValues;
    public ParameterInfo[] Parameters { get; } = method.GetParameters();
}

internal class MethodInvocationValidator(IObjectValidator validator) : IMethodInvocationValidator, ITransientDependency
{
    private static readonly ConcurrentDictionary<MethodInfo, bool> HasNothingToCheck = new();

    public async Task ValidateAsync(MethodInvocationValidationContext context)
    {
        if (HasNothingToCheck.GetOrAdd(context.Method, IsNothingToCheck))
        {
            return;
        }
        foreach (var (parameter, value) in context.Parameters.Zip(context.ParameterValues))
        {
            if (!ObjectValidator.IsSimple(parameter.ParameterType))
            {
                var allowNull = parameter.IsOptional || parameter.IsOut;
                context.Errors.AddRange(await validator.GetErrorsAsync(value, parameter.Name, allowNull));
            }
            else if (value is null && IsRequired(parameter))
            {
                context.Errors.Add(new ValidationResult(parameter.Name + " is null!", [parameter.Name!]));
            }
        }
        if (context.Errors.Count > 0)
        {
            throw new AbpValidationException("Method arguments are not valid! See ValidationErrors for details.", context.Errors);
        }
    }

    private static bool IsNothingToCheck(MethodInfo method) =>
        !method.IsPublic || IsDisabled(method)
        || method.GetParameters().All(parameter => ObjectValidator.IsSimple(parameter.ParameterType) && !IsRequired(parameter));

    private static bool IsDisabled(MethodInfo method) =>
        !method.IsDefined(typeof(EnableValidationAttribute), true)
        && (method.IsDefined(typeof(DisableValidationAttribute), true)
            || method.DeclaringType!.IsDefined(typeof(DisableValidationAttribute), true));

    /// <summary>A reference that is no text, such as an <see cref="Uri"/>: it holds no rules but may not be missing.</summary>
    private static bool IsRequired(ParameterInfo parameter) =>
        !parameter.IsOptional && !parameter.IsOut && !parameter.ParameterType.IsValueType && parameter.ParameterType != typeof(string);
}
