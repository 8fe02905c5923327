using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.DependencyInjection;

public interface ICachedServiceProviderBase : IKeyedServiceProvider
{
    T GetService<T>(T defaultValue);
    object GetService(Type serviceType, object defaultValue);
    T GetService<T>(Func<IServiceProvider, object> factory);
    object GetService(Type serviceType, Func<IServiceProvider, object> factory);
}

public interface ICachedServiceProvider : ICachedServiceProviderBase;

public interface ITransientCachedServiceProvider : ICachedServiceProviderBase;

public interface IAbpLazyServiceProvider : ICachedServiceProviderBase
{
    T LazyGetRequiredService<T>();
    object LazyGetRequiredService(Type serviceType);
    T? LazyGetService<T>();
    object? LazyGetService(Type serviceType);
    T LazyGetService<T>(T defaultValue);
    object LazyGetService(Type serviceType, object defaultValue);
    object LazyGetService(Type serviceType, Func<IServiceProvider, object> factory);
    T LazyGetService<T>(Func<IServiceProvider, object> factory);
}

/// <summary>Resolves a service once for each instance of this provider.</summary>
public abstract class CachedServiceProviderBase : ICachedServiceProviderBase
{
    private ConcurrentDictionary<Type, object?>? _services;

    protected IServiceProvider ServiceProvider { get; }

    protected CachedServiceProviderBase(IServiceProvider serviceProvider) => ServiceProvider = serviceProvider;

    // Made when something is kept: every service and repository has a provider of its own, and few are asked.
    private ConcurrentDictionary<Type, object?> Services => LazyInitializer.EnsureInitialized(ref _services);

    public virtual object? GetService(Type serviceType) =>
        serviceType == typeof(IServiceProvider) ? ServiceProvider
        : Services.TryGetValue(serviceType, out var known) ? known : Services.GetOrAdd(serviceType, ServiceProvider.GetService(serviceType));

    public T GetService<T>(T defaultValue) => (T)GetService(typeof(T), defaultValue!);
    public object GetService(Type serviceType, object defaultValue) => GetService(serviceType) ?? defaultValue;
    public T GetService<T>(Func<IServiceProvider, object> factory) => (T)GetService(typeof(T), factory);
    public object GetService(Type serviceType, Func<IServiceProvider, object> factory) => Services.GetOrAdd(serviceType, _ => factory(ServiceProvider))!;
    public object? GetKeyedService(Type serviceType, object? serviceKey) => ((IKeyedServiceProvider)ServiceProvider).GetKeyedService(serviceType, serviceKey);
    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => ServiceProvider.GetRequiredKeyedService(serviceType, serviceKey);
}

[ExposeServices(typeof(ICachedServiceProvider))]
public class CachedServiceProvider(IServiceProvider serviceProvider)
    : CachedServiceProviderBase(serviceProvider), ICachedServiceProvider, IScopedDependency;

[ExposeServices(typeof(ITransientCachedServiceProvider))]
public class TransientCachedServiceProvider(IServiceProvider serviceProvider)
    : CachedServiceProviderBase(serviceProvider), ITransientCachedServiceProvider, ITransientDependency;

[ExposeServices(typeof(IAbpLazyServiceProvider))]
public class AbpLazyServiceProvider(IServiceProvider serviceProvider)
    : CachedServiceProviderBase(serviceProvider), IAbpLazyServiceProvider, ITransientDependency
{
    public virtual T LazyGetRequiredService<T>() => (T)LazyGetRequiredService(typeof(T));

    public virtual object LazyGetRequiredService(Type serviceType) => GetService(serviceType)
        ?? throw new InvalidOperationException($"No service for type '{serviceType}' has been registered.");

    public virtual T? LazyGetService<T>() => (T?)GetService(typeof(T));
    public virtual object? LazyGetService(Type serviceType) => GetService(serviceType);
    public virtual T LazyGetService<T>(T defaultValue) => GetService(defaultValue);
    public virtual object LazyGetService(Type serviceType, object defaultValue) => GetService(serviceType, defaultValue);
    public virtual T LazyGetService<T>(Func<IServiceProvider, object> factory) => GetService<T>(factory);
    public virtual object LazyGetService(Type serviceType, Func<IServiceProvider, object> factory) => GetService(serviceType, factory);
}
