using Volo.Abp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp
{
    public interface IApplicationInfoAccessor
    {
        string? ApplicationName { get; }
        string InstanceId { get; }
    }

    public interface IAbpApplication : IModuleContainer, IApplicationInfoAccessor, IDisposable
    {
        Type StartupModuleType { get; }
        IServiceCollection Services { get; }
        IServiceProvider ServiceProvider { get; }
        Task ConfigureServicesAsync();
        Task ShutdownAsync();
        void Shutdown();
    }

    public interface IAbpApplicationWithExternalServiceProvider : IAbpApplication
    {
        void SetServiceProvider(IServiceProvider serviceProvider);
        Task InitializeAsync(IServiceProvider serviceProvider);
        void Initialize(IServiceProvider serviceProvider);
    }

    public interface IAbpApplicationWithInternalServiceProvider : IAbpApplication
    {
        IServiceProvider CreateServiceProvider();
        Task InitializeAsync();
        void Initialize();
    }

    public class AbpApplicationCreationOptions(IServiceCollection services)
    {
        public IServiceCollection Services { get; } = services;
        public bool SkipConfigureServices { get; set; }
        public string? ApplicationName { get; set; }
        public string? Environment { get; set; }
    }

    public static class AbpApplicationFactory
    {
        public static async Task<IAbpApplicationWithInternalServiceProvider> CreateAsync<TStartupModule>(
            Action<AbpApplicationCreationOptions>? optionsAction = null) where TStartupModule : IAbpModule =>
            await AbpApplication.ConfiguredAsync(new AbpApplicationWithInternalServiceProvider(typeof(TStartupModule), new ServiceCollection(), optionsAction));

        public static async Task<IAbpApplicationWithExternalServiceProvider> CreateAsync<TStartupModule>(
            IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction = null) where TStartupModule : IAbpModule =>
            await CreateAsync(typeof(TStartupModule), services, optionsAction);

        public static async Task<IAbpApplicationWithExternalServiceProvider> CreateAsync(
            Type startupModuleType, IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction = null) =>
            await AbpApplication.ConfiguredAsync(new AbpApplicationWithExternalServiceProvider(startupModuleType, services, optionsAction));

        public static IAbpApplicationWithInternalServiceProvider Create<TStartupModule>(
            Action<AbpApplicationCreationOptions>? optionsAction = null) where TStartupModule : IAbpModule =>
            CreateAsync<TStartupModule>(optionsAction).GetAwaiter().GetResult();

        public static IAbpApplicationWithExternalServiceProvider Create<TStartupModule>(
            IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction = null) where TStartupModule : IAbpModule =>
            CreateAsync<TStartupModule>(services, optionsAction).GetAwaiter().GetResult();
    }

    /// <summary>Loads the modules and runs their phases, each phase over all modules before the next.</summary>
    internal abstract class AbpApplication : IAbpApplication
    {
        private readonly List<AbpModuleDescriptor> _modules;
        private readonly bool _skipConfigureServices;
        private bool _configured;

        public Type StartupModuleType { get; }
        public IServiceCollection Services { get; }
        public IServiceProvider ServiceProvider { get; private set; } = null!;
        public IReadOnlyList<IAbpModuleDescriptor> Modules => _modules;
        public string? ApplicationName { get; }
        public string InstanceId { get; } = Guid.NewGuid().ToString();

        protected AbpApplication(Type startupModuleType, IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction)
        {
            StartupModuleType = startupModuleType;
            Services = services;
            var options = new AbpApplicationCreationOptions(services);
            optionsAction?.Invoke(options);
            ApplicationName = options.ApplicationName ?? services.GetConfigurationOrNull()?["ApplicationName"];
            _skipConfigureServices = options.SkipConfigureServices;

            if (services.GetConfigurationOrNull() is null)
            {
                services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
            }
            services.AddOptions();
            services.AddLogging();
            services.AddLocalization();
            services.AddSingleton<IAbpApplication>(this);
            services.AddSingleton<IModuleContainer>(this);
            services.AddSingleton<IApplicationInfoAccessor>(this);
            services.TryAddObjectAccessor<IServiceProvider>();
            _modules = ModuleLoader.Load(startupModuleType);
            foreach (var module in _modules)
            {
                services.AddSingleton(module.Type, module.Instance);
            }
        }

        internal static async Task<T> ConfiguredAsync<T>(T application) where T : AbpApplication
        {
            if (!application._skipConfigureServices) { await application.ConfigureServicesAsync(); }
            return application;
        }

        public virtual async Task ConfigureServicesAsync()
        {
            if (_configured) { throw new AbpInitializationException("Services have already been configured!"); }
            _configured = true;
            var context = new ServiceConfigurationContext(Services);
            Services.AddSingleton(context);
            foreach (var module in _modules.Select(m => m.Instance).OfType<AbpModule>())
            {
                module.ServiceConfigurationContext = context;
            }
            foreach (var module in _modules.Select(m => m.Instance).OfType<IPreConfigureServices>())
            {
                await Phase(() => module.PreConfigureServicesAsync(context), module);
            }
            // All types of all modules are loaded below, assembly by assembly; a processor that is free begins at the other end.
            _ = Task.Run(() => _modules.AsEnumerable().Reverse().Select(module => module.Type.Assembly).Distinct().Select(assembly => assembly.GetTypes().Length).Sum());
            var scanned = new HashSet<System.Reflection.Assembly>();
            foreach (var module in _modules.Select(m => m.Instance))
            {
                if (module is not AbpModule { SkipAutoServiceRegistration: true } && scanned.Add(module.GetType().Assembly))
                {
                    Services.AddAssembly(module.GetType().Assembly);
                }
                await Phase(() => module.ConfigureServicesAsync(context), module);
            }
            foreach (var module in _modules.Select(m => m.Instance).OfType<IPostConfigureServices>())
            {
                await Phase(() => module.PostConfigureServicesAsync(context), module);
            }
            foreach (var module in _modules.Select(m => m.Instance).OfType<AbpModule>())
            {
                module.LeaveConfiguration();
            }
        }

        protected void Attach(IServiceProvider serviceProvider)
        {
            ServiceProvider = serviceProvider;
            serviceProvider.GetRequiredService<ObjectAccessor<IServiceProvider>>().Value = serviceProvider;
        }

        protected async Task InitializeModulesAsync()
        {
            using var scope = ServiceProvider.CreateScope();
            var context = new ApplicationInitializationContext(scope.ServiceProvider);
            foreach (var module in _modules.Select(m => m.Instance).OfType<IOnPreApplicationInitialization>())
            {
                await Phase(() => module.OnPreApplicationInitializationAsync(context), module);
            }
            foreach (var module in _modules.Select(m => m.Instance).OfType<IOnApplicationInitialization>())
            {
                await Phase(() => module.OnApplicationInitializationAsync(context), module);
            }
            foreach (var module in _modules.Select(m => m.Instance).OfType<IOnPostApplicationInitialization>())
            {
                await Phase(() => module.OnPostApplicationInitializationAsync(context), module);
            }
        }

        public virtual async Task ShutdownAsync()
        {
            using var scope = ServiceProvider.CreateScope();
            var context = new ApplicationShutdownContext(scope.ServiceProvider);
            foreach (var module in _modules.Select(m => m.Instance).OfType<IOnApplicationShutdown>().Reverse())
            {
                await module.OnApplicationShutdownAsync(context);
            }
        }

        public virtual void Shutdown() => ShutdownAsync().GetAwaiter().GetResult();

        public virtual void Dispose() { }

        private static async Task Phase(Func<Task> phase, object module)
        {
            try { await phase(); }
            catch (Exception exception)
            {
                throw new AbpInitializationException($"An error occurred in module {module.GetType().AssemblyQualifiedName}. See the inner exception for details.", exception);
            }
        }
    }

    internal class AbpApplicationWithExternalServiceProvider : AbpApplication, IAbpApplicationWithExternalServiceProvider
    {
        public AbpApplicationWithExternalServiceProvider(Type startupModuleType, IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction)
            : base(startupModuleType, services, optionsAction) => services.AddSingleton<IAbpApplicationWithExternalServiceProvider>(this);

        public void SetServiceProvider(IServiceProvider serviceProvider) => Attach(serviceProvider);

        public async Task InitializeAsync(IServiceProvider serviceProvider)
        {
            Attach(serviceProvider);
            await InitializeModulesAsync();
        }

        public void Initialize(IServiceProvider serviceProvider) => InitializeAsync(serviceProvider).GetAwaiter().GetResult();
    }

    internal class AbpApplicationWithInternalServiceProvider : AbpApplication, IAbpApplicationWithInternalServiceProvider
    {
        public AbpApplicationWithInternalServiceProvider(Type startupModuleType, IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction)
            : base(startupModuleType, services, optionsAction) => services.AddSingleton<IAbpApplicationWithInternalServiceProvider>(this);

        public IServiceProvider CreateServiceProvider()
        {
            if (ServiceProvider is null) { Attach(Services.BuildServiceProvider()); }
            return ServiceProvider!;
        }

        public async Task InitializeAsync()
        {
            CreateServiceProvider();
            await InitializeModulesAsync();
        }

        public void Initialize() => InitializeAsync().GetAwaiter().GetResult();

        public override void Dispose() => (ServiceProvider as IDisposable)?.Dispose();
    }
}

namespace Volo.Abp.Modularity
{
    internal static class ModuleLoader
    {
        public static List<AbpModuleDescriptor> Load(Type startupModuleType)
        {
            var sorted = new List<AbpModuleDescriptor>();
            Visit(startupModuleType, [], [], sorted);
            return sorted;
        }

        private static AbpModuleDescriptor Visit(
            Type type, Dictionary<Type, AbpModuleDescriptor> known, HashSet<Type> path, List<AbpModuleDescriptor> sorted)
        {
            if (known.TryGetValue(type, out var done)) { return done; }
            if (!AbpModule.IsAbpModule(type)) { throw new ArgumentException($"Given type is not an ABP module: {type.AssemblyQualifiedName}"); }
            if (!path.Add(type)) { throw new AbpException($"Cyclic dependency found! Item: {type}"); }
            var descriptor = new AbpModuleDescriptor(type, (IAbpModule)Activator.CreateInstance(type)!);
            var dependencies = type.GetCustomAttributes(true).OfType<IDependedTypesProvider>().SelectMany(p => p.GetDependedTypes()).Distinct();
            foreach (var dependency in dependencies)
            {
                descriptor.DependencyList.Add(Visit(dependency, known, path, sorted));
            }
            known[type] = descriptor;
            sorted.Add(descriptor);
            return descriptor;
        }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class ServiceCollectionApplicationExtensions
    {
        public static IAbpApplicationWithExternalServiceProvider AddApplication<TStartupModule>(
            this IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction = null) where TStartupModule : IAbpModule =>
            AbpApplicationFactory.Create<TStartupModule>(services, optionsAction);

        public static Task<IAbpApplicationWithExternalServiceProvider> AddApplicationAsync<TStartupModule>(
            this IServiceCollection services, Action<AbpApplicationCreationOptions>? optionsAction = null) where TStartupModule : IAbpModule =>
            AbpApplicationFactory.CreateAsync<TStartupModule>(services, optionsAction);
    }

    public static class ServiceCollectionConfigurationExtensions
    {
        public static IConfiguration GetConfiguration(this IServiceCollection services) =>
            services.GetConfigurationOrNull() ?? throw new AbpException("Could not find an implementation of IConfiguration in the service collection.");

        public static IConfiguration? GetConfigurationOrNull(this IServiceCollection services)
        {
            foreach (var descriptor in services.Reverse())
            {
                if (descriptor.ServiceType == typeof(IConfiguration) && !descriptor.IsKeyedService)
                {
                    return (descriptor.ImplementationInstance ?? descriptor.ImplementationFactory?.Invoke(null!)) as IConfiguration;
                }
                if (descriptor.ServiceType == typeof(Hosting.HostBuilderContext) && descriptor.ImplementationInstance is Hosting.HostBuilderContext host)
                {
                    return host.Configuration;
                }
            }
            return null;
        }

        public static IServiceCollection ReplaceConfiguration(this IServiceCollection services, IConfiguration configuration) =>
            services.Replace(ServiceDescriptor.Singleton(configuration));
    }

    public static class ServiceCollectionPreConfigureExtensions
    {
        public static IServiceCollection PreConfigure<TOptions>(this IServiceCollection services, Action<TOptions> optionsAction)
        {
            services.GetPreConfigureActions<TOptions>().Add(optionsAction);
            return services;
        }

        public static TOptions ExecutePreConfiguredActions<TOptions>(this IServiceCollection services) where TOptions : new() =>
            services.ExecutePreConfiguredActions(new TOptions());

        public static TOptions ExecutePreConfiguredActions<TOptions>(this IServiceCollection services, TOptions options)
        {
            services.GetPreConfigureActions<TOptions>().Configure(options);
            return options;
        }

        public static Volo.Abp.Options.PreConfigureActionList<TOptions> GetPreConfigureActions<TOptions>(this IServiceCollection services)
        {
            if (services.LastOrDefault(d => d.ServiceType == typeof(IObjectAccessor<Volo.Abp.Options.PreConfigureActionList<TOptions>>))?.ImplementationInstance
                is IObjectAccessor<Volo.Abp.Options.PreConfigureActionList<TOptions>> { Value: { } existing })
            {
                return existing;
            }
            var actions = new Volo.Abp.Options.PreConfigureActionList<TOptions>();
            services.AddObjectAccessor(actions);
            return actions;
        }
    }
}

namespace Volo.Abp.Options
{
    public class PreConfigureActionList<TOptions> : List<Action<TOptions>>
    {
        public void Configure(TOptions options) => ForEach(action => action(options));
    }
}
