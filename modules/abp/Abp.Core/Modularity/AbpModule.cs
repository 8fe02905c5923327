using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp
{
    public class ApplicationInitializationContext(IServiceProvider serviceProvider) : DependencyInjection.IServiceProviderAccessor
    {
        public IServiceProvider ServiceProvider { get; set; } = serviceProvider;
    }

    public class ApplicationShutdownContext(IServiceProvider serviceProvider)
    {
        public IServiceProvider ServiceProvider { get; } = serviceProvider;
    }

    public interface IOnApplicationInitialization
    {
        Task OnApplicationInitializationAsync(ApplicationInitializationContext context);
        void OnApplicationInitialization(ApplicationInitializationContext context);
    }

    public interface IOnApplicationShutdown
    {
        Task OnApplicationShutdownAsync(ApplicationShutdownContext context);
        void OnApplicationShutdown(ApplicationShutdownContext context);
    }
}

namespace Volo.Abp.Modularity
{
    public interface IAbpModule
    {
        Task ConfigureServicesAsync(ServiceConfigurationContext context);
        void ConfigureServices(ServiceConfigurationContext context);
    }

    public interface IPreConfigureServices
    {
        Task PreConfigureServicesAsync(ServiceConfigurationContext context);
        void PreConfigureServices(ServiceConfigurationContext context);
    }

    public interface IPostConfigureServices
    {
        Task PostConfigureServicesAsync(ServiceConfigurationContext context);
        void PostConfigureServices(ServiceConfigurationContext context);
    }

    public interface IOnPreApplicationInitialization
    {
        Task OnPreApplicationInitializationAsync(ApplicationInitializationContext context);
        void OnPreApplicationInitialization(ApplicationInitializationContext context);
    }

    public interface IOnPostApplicationInitialization
    {
        Task OnPostApplicationInitializationAsync(ApplicationInitializationContext context);
        void OnPostApplicationInitialization(ApplicationInitializationContext context);
    }

    public class ServiceConfigurationContext(IServiceCollection services)
    {
        public IServiceCollection Services { get; } = services;
        public IConfiguration Configuration => Services.GetConfiguration();
        public IDictionary<string, object?> Items { get; } = new Dictionary<string, object?>();

        public object? this[string key]
        {
            get => Items.TryGetValue(key, out var value) ? value : null;
            set => Items[key] = value;
        }
    }

    public interface IDependedTypesProvider
    {
        Type[] GetDependedTypes();
    }

    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public class DependsOnAttribute(params Type[]? dependedTypes) : Attribute, IDependedTypesProvider
    {
        public Type[] DependedTypes { get; } = dependedTypes ?? [];
        public virtual Type[] GetDependedTypes() => DependedTypes;
    }

    /// <summary>Part of an application: registers services, then starts and stops with it.</summary>
    public abstract class AbpModule :
        IAbpModule, IOnPreApplicationInitialization, IOnApplicationInitialization, IOnPostApplicationInitialization,
        IOnApplicationShutdown, IPreConfigureServices, IPostConfigureServices
    {
        private ServiceConfigurationContext? _context;

        protected internal bool SkipAutoServiceRegistration { get; protected set; }

        protected internal ServiceConfigurationContext ServiceConfigurationContext
        {
            get => _context ?? throw new AbpException(
                $"{nameof(ServiceConfigurationContext)} is only available in the {nameof(ConfigureServices)}, {nameof(PreConfigureServices)} and {nameof(PostConfigureServices)} methods.");
            internal set => _context = value;
        }

        internal void LeaveConfiguration() => _context = null;

        public virtual Task PreConfigureServicesAsync(ServiceConfigurationContext context)
        {
            PreConfigureServices(context);
            return Task.CompletedTask;
        }

        public virtual void PreConfigureServices(ServiceConfigurationContext context) { }

        public virtual Task ConfigureServicesAsync(ServiceConfigurationContext context)
        {
            ConfigureServices(context);
            return Task.CompletedTask;
        }

        public virtual void ConfigureServices(ServiceConfigurationContext context) { }

        public virtual Task PostConfigureServicesAsync(ServiceConfigurationContext context)
        {
            PostConfigureServices(context);
            return Task.CompletedTask;
        }

        public virtual void PostConfigureServices(ServiceConfigurationContext context) { }

        public virtual Task OnPreApplicationInitializationAsync(ApplicationInitializationContext context)
        {
            OnPreApplicationInitialization(context);
            return Task.CompletedTask;
        }

        public virtual void OnPreApplicationInitialization(ApplicationInitializationContext context) { }

        public virtual Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
        {
            OnApplicationInitialization(context);
            return Task.CompletedTask;
        }

        public virtual void OnApplicationInitialization(ApplicationInitializationContext context) { }

        public virtual Task OnPostApplicationInitializationAsync(ApplicationInitializationContext context)
        {
            OnPostApplicationInitialization(context);
            return Task.CompletedTask;
        }

        public virtual void OnPostApplicationInitialization(ApplicationInitializationContext context) { }

        public virtual Task OnApplicationShutdownAsync(ApplicationShutdownContext context)
        {
            OnApplicationShutdown(context);
            return Task.CompletedTask;
        }

        public virtual void OnApplicationShutdown(ApplicationShutdownContext context) { }

        public static bool IsAbpModule(Type type) =>
            type is { IsClass: true, IsAbstract: false, IsGenericType: false } && typeof(IAbpModule).IsAssignableFrom(type);

        protected void Configure<TOptions>(Action<TOptions> configureOptions) where TOptions : class =>
            ServiceConfigurationContext.Services.Configure(configureOptions);

        protected void Configure<TOptions>(string name, Action<TOptions> configureOptions) where TOptions : class =>
            ServiceConfigurationContext.Services.Configure(name, configureOptions);

        protected void Configure<TOptions>(IConfiguration configuration) where TOptions : class =>
            ServiceConfigurationContext.Services.Configure<TOptions>(configuration);

        protected void PreConfigure<TOptions>(Action<TOptions> configureOptions) where TOptions : class =>
            ServiceConfigurationContext.Services.PreConfigure(configureOptions);

        protected void PostConfigure<TOptions>(Action<TOptions> configureOptions) where TOptions : class =>
            ServiceConfigurationContext.Services.PostConfigure(configureOptions);

        protected void PostConfigureAll<TOptions>(Action<TOptions> configureOptions) where TOptions : class =>
            ServiceConfigurationContext.Services.PostConfigureAll(configureOptions);
    }

    public interface IAbpModuleDescriptor
    {
        Type Type { get; }
        System.Reflection.Assembly Assembly { get; }
        IAbpModule Instance { get; }
        bool IsLoadedAsPlugIn { get; }
        IReadOnlyList<IAbpModuleDescriptor> Dependencies { get; }
    }

    public interface IModuleContainer
    {
        IReadOnlyList<IAbpModuleDescriptor> Modules { get; }
    }

    internal class AbpModuleDescriptor(Type type, IAbpModule instance) : IAbpModuleDescriptor
    {
        internal readonly List<IAbpModuleDescriptor> DependencyList = [];

        public Type Type { get; } = type;
        public System.Reflection.Assembly Assembly => Type.Assembly;
        public IAbpModule Instance { get; } = instance;
        public bool IsLoadedAsPlugIn => false;
        public IReadOnlyList<IAbpModuleDescriptor> Dependencies => DependencyList;
        public override string ToString() => $"[AbpModuleDescriptor {Type.FullName}]";
    }
}
