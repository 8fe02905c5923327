using System.Linq.Expressions;
using System.Reflection;
using Castle.DynamicProxy;
using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.DependencyInjection;

/// <summary>
/// Creates services as ABP's code expects: constructor injection, then public settable properties whose type is registered,
/// then a proxy when there are interceptors (of the interface asked for, or a subclass whose virtual methods are intercepted).
/// Microsoft's container does neither property injection nor interception by itself.
/// </summary>
internal static class ServiceActivator
{
    private static readonly ProxyGenerator Proxies = new(disableSignedModule: true);
    private static readonly MethodInfo ResolveMethod = typeof(ServiceActivator).GetMethod(nameof(Resolve), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static Func<IServiceProvider, object> FactoryOf(Type service, Type implementation, Type[] interceptors)
    {
        if (implementation.IsGenericTypeDefinition) { throw new NotSupportedException($"{implementation} is an open generic type; register it by hand."); }
        if (interceptors.Length == 0) { return Plain(implementation); }
        return service.IsInterface ? InterfaceProxy(service, implementation, interceptors) : ClassProxy(implementation, interceptors);
    }

    /// <summary>Creates <paramref name="implementation"/> with its properties injected and no proxy.</summary>
    public static Func<IServiceProvider, object> Plain(Type implementation)
    {
        return Creating(provider => Creation(implementation, null, provider));
    }

    private static Func<IServiceProvider, object> InterfaceProxy(Type service, Type implementation, Type[] interceptors)
    {
        var target = Plain(implementation);
        Func<IInterceptor[], object, object>? wrap = null;
        return provider => (wrap ??= CompileWrap(service, implementation))(DynamicProxy.CastleInterceptor.For(provider, interceptors), target(provider));
    }

    /// <summary>Castle's own way looks the proxy's type up by all its interfaces each time, and creates it by reflection.</summary>
    private static Func<IInterceptor[], object, object> CompileWrap(Type service, Type implementation)
    {
        var others = implementation.GetInterfaces().Where(i => i != service && i.IsVisible).ToArray();
        var constructor = Proxies.ProxyBuilder.CreateInterfaceProxyTypeWithTarget(service, others, implementation, ProxyGenerationOptions.Default)
            .GetConstructors().Single(c => c.GetParameters() is [{ ParameterType: var first }, _] && first == typeof(IInterceptor[]));
        var (interceptors, target) = (Expression.Parameter(typeof(IInterceptor[]), "interceptors"), Expression.Parameter(typeof(object), "target"));
        return Expression.Lambda<Func<IInterceptor[], object, object>>(
            Expression.New(constructor, interceptors, Expression.Convert(target, constructor.GetParameters()[1].ParameterType)), interceptors, target).Compile();
    }

    private static Func<IServiceProvider, object> ClassProxy(Type implementation, Type[] interceptors)
    {
        if (implementation.IsSealed) { return Plain(implementation); }
        return Creating(provider => Creation(Proxies.ProxyBuilder.CreateClassProxyType(implementation, [], ProxyGenerationOptions.Default), interceptors, provider));
    }

    /// <summary>The first is created by interpretation: of most services there is only one, or only one before the first page.</summary>
    private static Func<IServiceProvider, object> Creating(Func<IServiceProvider, Expression<Func<IServiceProvider, object>>> creation)
    {
        Expression<Func<IServiceProvider, object>>? known = null;
        Func<IServiceProvider, object>? create = null;
        return provider =>
        {
            if (create is not null) { return create(provider); }
            if (known is not null) { return (create = known.Compile())(provider); }
            known = creation(provider);
            return known.Compile(preferInterpretation: true)(provider);
        };
    }

    private static Expression<Func<IServiceProvider, object>> Creation(Type type, Type[]? interceptors, IServiceProvider provider)
    {
        var isService = provider.GetRequiredService<IServiceProviderIsService>();
        var constructor = Constructor(type, interceptors is not null, isService);
        var source = Expression.Parameter(typeof(IServiceProvider), "provider");
        var arguments = constructor.GetParameters().Select((parameter, index) => interceptors is not null && index == 0
            ? Expression.Call(typeof(DynamicProxy.CastleInterceptor), nameof(DynamicProxy.CastleInterceptor.For), null, source, Expression.Constant(interceptors))
            : Argument(source, parameter, type));
        var instance = Expression.Variable(type, "instance");
        var body = new List<Expression> { Expression.Assign(instance, Expression.New(constructor, arguments)) };
        foreach (var property in InjectedProperties(type, isService))
        {
            body.Add(Expression.Assign(
                Expression.Property(instance, property),
                Expression.Convert(Expression.Call(source, nameof(IServiceProvider.GetService), null, Expression.Constant(property.PropertyType)), property.PropertyType)));
        }
        body.Add(Expression.Convert(instance, typeof(object)));
        return Expression.Lambda<Func<IServiceProvider, object>>(Expression.Block([instance], body), source);
    }

    private static ConstructorInfo Constructor(Type type, bool isProxy, IServiceProviderIsService isService)
    {
        var constructors = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).ToList();
        return constructors.FirstOrDefault(c => c.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? constructors.FirstOrDefault(c => c.GetParameters().Skip(isProxy ? 1 : 0).All(p => p.HasDefaultValue || p.IsDefined(typeof(FromKeyedServicesAttribute)) || isService.IsService(p.ParameterType)))
            ?? constructors.FirstOrDefault()
            ?? throw new InvalidOperationException($"A suitable constructor for type '{type}' could not be located.");
    }

    private static Expression Argument(Expression source, ParameterInfo parameter, Type owner)
    {
        var key = parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key;
        var value = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return Expression.Convert(
            Expression.Call(ResolveMethod, source, Expression.Constant(parameter.ParameterType), Expression.Constant(key, typeof(object)),
                Expression.Constant(parameter.HasDefaultValue), Expression.Constant(value, typeof(object)), Expression.Constant(owner)),
            parameter.ParameterType);
    }

    private static object? Resolve(IServiceProvider provider, Type type, object? key, bool optional, object? defaultValue, Type owner)
    {
        if (key is not null) { return provider.GetRequiredKeyedService(type, key); }
        return provider.GetService(type) ?? (optional
            ? defaultValue ?? (type.IsValueType ? Activator.CreateInstance(type) : null)
            : throw new InvalidOperationException($"Unable to resolve service for type '{type}' while attempting to activate '{owner}'."));
    }

    private static IEnumerable<PropertyInfo> InjectedProperties(Type type, IServiceProviderIsService isService)
    {
        if (type.IsDefined(typeof(DisablePropertyInjectionAttribute), true)) { return []; }
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p =>
            p.GetIndexParameters().Length == 0 && p.SetMethod is { IsPublic: true } && !p.PropertyType.IsValueType && p.PropertyType != typeof(string)
            && !p.IsDefined(typeof(DisablePropertyInjectionAttribute), true) && !IsInitOnly(p)
            // An empty IEnumerable<T> always counts as a service; overwriting a list with it would lose data.
            && !(p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            && isService.IsService(p.PropertyType));
    }

    private static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
