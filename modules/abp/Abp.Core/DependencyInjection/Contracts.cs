using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Collections;
using Volo.Abp.DynamicProxy;

namespace Volo.Abp.DependencyInjection;

public interface ITransientDependency;

public interface ISingletonDependency;

public interface IScopedDependency;

public interface IServiceProviderAccessor
{
    IServiceProvider ServiceProvider { get; }
}

public interface IObjectAccessor<out T>
{
    T? Value { get; }
}

public class ObjectAccessor<T> : IObjectAccessor<T>
{
    public T? Value { get; set; }

    public ObjectAccessor() { }
    public ObjectAccessor(T? obj) => Value = obj;
}

public class DependencyAttribute : Attribute
{
    public virtual ServiceLifetime? Lifetime { get; set; }
    public virtual bool TryRegister { get; set; }
    public virtual bool ReplaceServices { get; set; }

    public DependencyAttribute() { }
    public DependencyAttribute(ServiceLifetime lifetime) => Lifetime = lifetime;
}

public class DisableConventionalRegistrationAttribute : Attribute;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public class DisablePropertyInjectionAttribute : Attribute;

public interface IExposedServiceTypesProvider
{
    Type[] GetExposedServiceTypes(Type targetType);
}

[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class ExposeServicesAttribute(params Type[] serviceTypes) : Attribute, IExposedServiceTypesProvider
{
    public Type[] ServiceTypes { get; } = serviceTypes ?? [];
    public bool IncludeDefaults { get; set; }
    public bool IncludeSelf { get; set; }

    public Type[] GetExposedServiceTypes(Type targetType)
    {
        var types = ServiceTypes.ToList();
        if (IncludeDefaults) { types.AddRange(ExposedServiceExplorer.DefaultsOf(targetType).Where(t => !types.Contains(t))); }
        if (IncludeSelf && !types.Contains(targetType)) { types.Add(targetType); }
        return [.. types];
    }
}

public static class ExposedServiceExplorer
{
    /// <summary>The class itself and every interface whose name, without its leading I, ends the class's name.</summary>
    public static List<Type> GetExposedServices(Type type)
    {
        var providers = type.GetCustomAttributes(true).OfType<IExposedServiceTypesProvider>().ToList();
        return providers.Count == 0
            ? DefaultsOf(type)
            : providers.SelectMany(p => p.GetExposedServiceTypes(type)).Distinct().ToList();
    }

    internal static List<Type> DefaultsOf(Type type)
    {
        var types = new List<Type> { type };
        foreach (var candidate in type.GetInterfaces())
        {
            var name = candidate.Name;
            if (candidate.IsGenericType) { name = name[..name.IndexOf('`')]; }
            if (name.StartsWith('I')) { name = name[1..]; }
            if (type.Name.EndsWith(name, StringComparison.Ordinal)) { types.Add(candidate); }
        }
        return types;
    }
}

public interface IOnServiceRegistredContext
{
    ITypeList<IAbpInterceptor> Interceptors { get; }
    Type ImplementationType { get; }
}

public class OnServiceRegistredContext(Type serviceType, Type implementationType) : IOnServiceRegistredContext
{
    public virtual ITypeList<IAbpInterceptor> Interceptors { get; } = new TypeList<IAbpInterceptor>();
    public virtual Type ServiceType { get; } = serviceType;
    public virtual Type ImplementationType { get; } = implementationType;
}

public class ServiceRegistrationActionList : List<Action<IOnServiceRegistredContext>>;

public interface IConventionalRegistrar
{
    void AddAssembly(IServiceCollection services, System.Reflection.Assembly assembly);
    void AddTypes(IServiceCollection services, params Type[] types);
    void AddType(IServiceCollection services, Type type);
}

public interface IRootServiceProvider : IKeyedServiceProvider;

[ExposeServices(typeof(IRootServiceProvider))]
public class RootServiceProvider(IObjectAccessor<IServiceProvider> objectAccessor) : IRootServiceProvider, ISingletonDependency
{
    protected IServiceProvider ServiceProvider { get; } = objectAccessor.Value!;
    public virtual object? GetService(Type serviceType) => ServiceProvider.GetService(serviceType);
    public object? GetKeyedService(Type serviceType, object? serviceKey) => ServiceProvider.GetKeyedServices(serviceType, serviceKey).LastOrDefault();
    public virtual object GetRequiredKeyedService(Type serviceType, object? serviceKey) => ServiceProvider.GetRequiredKeyedService(serviceType, serviceKey);
}
