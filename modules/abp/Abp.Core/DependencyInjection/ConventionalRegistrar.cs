using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DynamicProxy;

namespace Volo.Abp.DependencyInjection
{
    public abstract class ConventionalRegistrarBase : IConventionalRegistrar
    {
        public virtual void AddAssembly(IServiceCollection services, Assembly assembly) =>
            AddTypes(services, assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericType: false }).ToArray());

        public virtual void AddTypes(IServiceCollection services, params Type[] types)
        {
            foreach (var type in types) { AddType(services, type); }
        }

        public abstract void AddType(IServiceCollection services, Type type);

        protected virtual bool IsConventionalRegistrationDisabled(Type type) =>
            type.IsDefined(typeof(DisableConventionalRegistrationAttribute), true);

        protected virtual DependencyAttribute? GetDependencyAttributeOrNull(Type type) => type.GetCustomAttribute<DependencyAttribute>(true);

        protected virtual ServiceLifetime? GetLifeTimeOrNull(Type type, DependencyAttribute? dependencyAttribute) =>
            dependencyAttribute?.Lifetime ?? GetServiceLifetimeFromClassHierarchy(type) ?? GetDefaultLifeTimeOrNull(type);

        protected virtual ServiceLifetime? GetServiceLifetimeFromClassHierarchy(Type type) =>
            typeof(ITransientDependency).IsAssignableFrom(type) ? ServiceLifetime.Transient
            : typeof(ISingletonDependency).IsAssignableFrom(type) ? ServiceLifetime.Singleton
            : typeof(IScopedDependency).IsAssignableFrom(type) ? ServiceLifetime.Scoped
            : null;

        protected virtual ServiceLifetime? GetDefaultLifeTimeOrNull(Type type) => null;

        protected virtual List<Type> GetExposedServiceTypes(Type type) => ExposedServiceExplorer.GetExposedServices(type);
    }

    public class DefaultConventionalRegistrar : ConventionalRegistrarBase
    {
        public override void AddType(IServiceCollection services, Type type)
        {
            if (IsConventionalRegistrationDisabled(type)) { return; }
            var attribute = GetDependencyAttributeOrNull(type);
            if (GetLifeTimeOrNull(type, attribute) is not { } lifetime) { return; }
            var exposed = GetExposedServiceTypes(type);
            if (exposed.Count == 0) { return; }
            var interceptors = services.InterceptorsOf(type);
            foreach (var service in exposed)
            {
                var descriptor = Describe(type, service, exposed, lifetime, interceptors);
                if (attribute?.ReplaceServices == true)
                {
                    services.Replace(descriptor);
                }
                else if (attribute?.TryRegister == true)
                {
                    services.TryAdd(descriptor);
                }
                else
                {
                    services.Add(descriptor);
                }
            }
        }

        // One instance under all its types: only the first one creates a singleton or scoped service.
        private static ServiceDescriptor Describe(Type type, Type service, List<Type> exposed, ServiceLifetime lifetime, Type[] interceptors)
        {
            if (lifetime != ServiceLifetime.Transient && exposed.Count > 1)
            {
                var primary = exposed.Contains(type) ? type : exposed[0];
                if (service != primary) { return ServiceDescriptor.Describe(service, sp => sp.GetRequiredService(primary), lifetime); }
            }
            return ServiceDescriptor.Describe(service, ServiceActivator.FactoryOf(service, type, interceptors), lifetime);
        }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class ServiceCollectionConventionalRegistrationExtensions
    {
        public static IServiceCollection AddConventionalRegistrar(this IServiceCollection services, IConventionalRegistrar registrar)
        {
            services.GetConventionalRegistrars().Add(registrar);
            return services;
        }

        public static List<IConventionalRegistrar> GetConventionalRegistrars(this IServiceCollection services) =>
            services.GetOrAddShared(() => new List<IConventionalRegistrar> { new DefaultConventionalRegistrar() });

        public static IServiceCollection AddAssemblyOf<T>(this IServiceCollection services) => services.AddAssembly(typeof(T).Assembly);

        public static IServiceCollection AddAssembly(this IServiceCollection services, Assembly assembly)
        {
            foreach (var registrar in services.GetConventionalRegistrars()) { registrar.AddAssembly(services, assembly); }
            return services;
        }

        public static IServiceCollection AddTypes(this IServiceCollection services, params Type[] types)
        {
            foreach (var registrar in services.GetConventionalRegistrars()) { registrar.AddTypes(services, types); }
            return services;
        }

        public static IServiceCollection AddType<TType>(this IServiceCollection services) => services.AddType(typeof(TType));

        public static IServiceCollection AddType(this IServiceCollection services, Type type) => services.AddTypes(type);

        internal static T GetOrAddShared<T>(this IServiceCollection services, Func<T> create) where T : class
        {
            if (services.FirstOrDefault(d => d.ServiceType == typeof(ObjectAccessor<T>))?.ImplementationInstance is ObjectAccessor<T> { Value: { } known })
            {
                return known;
            }
            var shared = create();
            services.AddObjectAccessor(shared);
            return shared;
        }
    }

    public static class ServiceCollectionRegistrationActionExtensions
    {
        public static void OnRegistered(this IServiceCollection services, Action<IOnServiceRegistredContext> registrationAction) =>
            services.GetRegistrationActionList().Add(registrationAction);

        public static ServiceRegistrationActionList GetRegistrationActionList(this IServiceCollection services) =>
            services.GetOrAddShared(() => new ServiceRegistrationActionList());

        internal static Type[] InterceptorsOf(this IServiceCollection services, Type implementation)
        {
            var context = new OnServiceRegistredContext(implementation, implementation);
            foreach (var action in services.GetRegistrationActionList()) { action(context); }
            return [.. context.Interceptors];
        }
    }

    public static class ServiceCollectionObjectAccessorExtensions
    {
        public static ObjectAccessor<T> TryAddObjectAccessor<T>(this IServiceCollection services) =>
            services.FirstOrDefault(d => d.ServiceType == typeof(ObjectAccessor<T>))?.ImplementationInstance as ObjectAccessor<T>
            ?? services.AddObjectAccessor<T>();

        public static ObjectAccessor<T> AddObjectAccessor<T>(this IServiceCollection services) => services.AddObjectAccessor(new ObjectAccessor<T>());

        public static ObjectAccessor<T> AddObjectAccessor<T>(this IServiceCollection services, T obj) => services.AddObjectAccessor(new ObjectAccessor<T>(obj));

        public static ObjectAccessor<T> AddObjectAccessor<T>(this IServiceCollection services, ObjectAccessor<T> accessor)
        {
            if (services.Any(d => d.ServiceType == typeof(ObjectAccessor<T>)))
            {
                throw new Volo.Abp.AbpException($"An object accessor is registered before for type: {typeof(T).AssemblyQualifiedName}");
            }
            // First, so that a look-up among thousands of registrations ends at once.
            services.Insert(0, ServiceDescriptor.Singleton(typeof(ObjectAccessor<T>), accessor));
            services.Insert(0, ServiceDescriptor.Singleton(typeof(IObjectAccessor<T>), accessor));
            return accessor;
        }

        public static T? GetObjectOrNull<T>(this IServiceCollection services) where T : class =>
            (services.FirstOrDefault(d => d.ServiceType == typeof(IObjectAccessor<T>))?.ImplementationInstance as IObjectAccessor<T>)?.Value;

        public static T GetObject<T>(this IServiceCollection services) where T : class => services.GetObjectOrNull<T>()
            ?? throw new Volo.Abp.AbpException($"Could not find an object of {typeof(T).AssemblyQualifiedName} in services. Be sure that you have used AddObjectAccessor before!");
    }

    public static class ServiceCollectionCommonExtensions
    {
        public static bool IsAdded<T>(this IServiceCollection services) => services.IsAdded(typeof(T));

        public static bool IsAdded(this IServiceCollection services, Type type) => services.Any(d => d.ServiceType == type);

        public static T? GetSingletonInstanceOrNull<T>(this IServiceCollection services) =>
            (T?)services.LastOrDefault(d => d.ServiceType == typeof(T) && !d.IsKeyedService)?.ImplementationInstance;

        public static T GetSingletonInstance<T>(this IServiceCollection services) => services.GetSingletonInstanceOrNull<T>()
            ?? throw new InvalidOperationException("Could not find singleton service: " + typeof(T).AssemblyQualifiedName);
    }
}
