using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Collections;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EventBus.Abstractions;
using Volo.Abp.Modularity;
using Volo.Abp.ObjectExtending;
using Volo.Abp.Uow;

namespace Volo.Abp.ObjectExtending
{
    public class AbpObjectExtendingModule : AbpModule;
}

namespace Volo.Abp.Data
{
    [DependsOn(typeof(AbpObjectExtendingModule), typeof(AbpUnitOfWorkModule), typeof(AbpEventBusAbstractionsModule))]
    public class AbpDataModule : AbpModule
    {
        public override void PreConfigureServices(ServiceConfigurationContext context)
        {
            var contributors = new List<Type>();
            context.Services.OnRegistered(registered =>
            {
                if (typeof(IDataSeedContributor).IsAssignableFrom(registered.ImplementationType)) { contributors.Add(registered.ImplementationType); }
            });
            context.Services.Configure<AbpDataSeedOptions>(options =>
            {
                foreach (var contributor in contributors.Where(c => !options.Contributors.Contains(c))) { options.Contributors.Add(contributor); }
            });
        }

        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            Configure<AbpDbConnectionOptions>(context.Services.GetConfiguration());
            context.Services.AddSingleton(typeof(IDataFilter<>), typeof(DataFilter<>));
        }
    }

    public static class AbpCommonDbProperties
    {
        public static string DbTablePrefix { get; set; } = "Abp";
        public static string? DbSchema { get; set; }
    }

    public class ConnectionStrings : Dictionary<string, string?>
    {
        public const string DefaultConnectionStringName = "Default";

        public string? Default
        {
            get => this.GetValueOrDefault(DefaultConnectionStringName);
            set => this[DefaultConnectionStringName] = value;
        }
    }

    public class AbpDbConnectionOptions
    {
        public ConnectionStrings ConnectionStrings { get; set; } = [];

        public string? GetConnectionStringOrNull(string connectionStringName, bool fallbackToDatabaseMappings = true, bool fallbackToDefault = true) =>
            ConnectionStrings.GetValueOrDefault(connectionStringName) is { Length: > 0 } own ? own
            : fallbackToDefault ? ConnectionStrings.Default
            : null;
    }

    public class ConnectionStringNameAttribute(string name) : Attribute
    {
        private static readonly ConcurrentDictionary<Type, string> Names = new();

        public string Name { get; } = name;

        public static string GetConnStringName<T>() => GetConnStringName(typeof(T));
        public static string GetConnStringName(Type type) =>
            Names.GetOrAdd(type, static asked => asked.GetTypeInfo().GetCustomAttribute<ConnectionStringNameAttribute>()?.Name ?? asked.FullName!);
    }

    public interface IConnectionStringResolver
    {
        Task<string> ResolveAsync(string? connectionStringName = null);
    }

    public static class ConnectionStringResolverExtensions
    {
        public static Task<string> ResolveAsync<T>(this IConnectionStringResolver resolver) => resolver.ResolveAsync(typeof(T));

        public static Task<string> ResolveAsync(this IConnectionStringResolver resolver, Type type) =>
            resolver.ResolveAsync(ConnectionStringNameAttribute.GetConnStringName(type));
    }

    public class DefaultConnectionStringResolver(IOptionsMonitor<AbpDbConnectionOptions> options) : IConnectionStringResolver, ITransientDependency
    {
        protected AbpDbConnectionOptions Options { get; } = options.CurrentValue;

        public virtual Task<string> ResolveAsync(string? connectionStringName = null) =>
            Task.FromResult((connectionStringName is null ? Options.ConnectionStrings.Default : Options.GetConnectionStringOrNull(connectionStringName))!);
    }

    public class AbpDbConcurrencyException : AbpException
    {
        public AbpDbConcurrencyException() { }
        public AbpDbConcurrencyException(string message) : base(message) { }
        public AbpDbConcurrencyException(string message, Exception innerException) : base(message, innerException) { }
    }

    public static class ConcurrencyStampExtensions
    {
        public static void SetConcurrencyStampIfNotNull(this IHasConcurrencyStamp entity, string? concurrencyStamp)
        {
            if (!string.IsNullOrEmpty(concurrencyStamp)) { entity.ConcurrencyStamp = concurrencyStamp; }
        }
    }

    public class ExtraPropertyDictionary : Dictionary<string, object?>
    {
        public ExtraPropertyDictionary() { }
        public ExtraPropertyDictionary(IDictionary<string, object?> dictionary) : base(dictionary) { }
    }

    public interface IHasExtraProperties
    {
        ExtraPropertyDictionary ExtraProperties { get; }
    }

    public static class HasExtraPropertiesExtensions
    {
        public static bool HasProperty(this IHasExtraProperties source, string name) => source.ExtraProperties.ContainsKey(name);

        public static object? GetProperty(this IHasExtraProperties source, string name, object? defaultValue = null) =>
            source.ExtraProperties.GetValueOrDefault(name) ?? defaultValue;

        public static TProperty? GetProperty<TProperty>(this IHasExtraProperties source, string name, TProperty? defaultValue = default)
        {
            var value = source.GetProperty(name);
            if (value is null) { return defaultValue; }
            var type = Nullable.GetUnderlyingType(typeof(TProperty)) ?? typeof(TProperty);
            if (type.IsInstanceOfType(value)) { return (TProperty)value; }
            if (type == typeof(Guid)) { return (TProperty)(object)Guid.Parse(value.ToString()!); }
            if (type.IsEnum) { return (TProperty)Enum.Parse(type, value.ToString()!); }
            return type.IsPrimitive || type == typeof(decimal) || type == typeof(string) || type == typeof(DateTime)
                ? (TProperty)Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture)
                : throw new AbpException("GetProperty<TProperty> does not support non-primitive types. Use non-generic GetProperty method and handle type casting manually.");
        }

        public static TSource SetProperty<TSource>(this TSource source, string name, object? value, bool validate = true) where TSource : IHasExtraProperties
        {
            source.ExtraProperties[name] = value;
            return source;
        }

        public static TSource RemoveProperty<TSource>(this TSource source, string name) where TSource : IHasExtraProperties
        {
            source.ExtraProperties.Remove(name);
            return source;
        }
    }

    public class DataFilterState(bool isEnabled)
    {
        public bool IsEnabled { get; set; } = isEnabled;
        public DataFilterState Clone() => new(IsEnabled);
    }

    public class AbpDataFilterOptions
    {
        public Dictionary<Type, DataFilterState> DefaultStates { get; } = [];
    }

    public interface IDataFilter<TFilter> where TFilter : class
    {
        IDisposable Enable();
        IDisposable Disable();
        bool IsEnabled { get; }
    }

    public interface IDataFilter
    {
        IDisposable Enable<TFilter>() where TFilter : class;
        IDisposable Disable<TFilter>() where TFilter : class;
        bool IsEnabled<TFilter>() where TFilter : class;
    }

    public class DataFilter<TFilter>(IOptions<AbpDataFilterOptions> options) : IDataFilter<TFilter> where TFilter : class
    {
        private readonly AsyncLocal<bool?> _state = new();
        private readonly bool _default = !options.Value.DefaultStates.TryGetValue(typeof(TFilter), out var state) || state.IsEnabled;

        public bool IsEnabled => _state.Value ?? _default;
        public IDisposable Enable() => Set(true);
        public IDisposable Disable() => Set(false);

        private DisposeAction Set(bool isEnabled)
        {
            var outer = _state.Value;
            _state.Value = isEnabled;
            return new DisposeAction(() => _state.Value = outer);
        }
    }

    public class DataFilter(IServiceProvider serviceProvider) : IDataFilter, ISingletonDependency
    {
        private readonly ConcurrentDictionary<Type, object> _filters = new();

        public IDisposable Enable<TFilter>() where TFilter : class => Of<TFilter>().Enable();
        public IDisposable Disable<TFilter>() where TFilter : class => Of<TFilter>().Disable();
        public bool IsEnabled<TFilter>() where TFilter : class => Of<TFilter>().IsEnabled;

        private IDataFilter<TFilter> Of<TFilter>() where TFilter : class =>
            (IDataFilter<TFilter>)_filters.GetOrAdd(typeof(TFilter), _ => serviceProvider.GetRequiredService<IDataFilter<TFilter>>());
    }

    public class DataSeedContext(Guid? tenantId = null)
    {
        public Guid? TenantId { get; set; } = tenantId;
        public Dictionary<string, object?> Properties { get; } = [];

        public object? this[string name]
        {
            get => Properties.GetValueOrDefault(name);
            set => Properties[name] = value;
        }

        public virtual DataSeedContext WithProperty(string key, object? value)
        {
            Properties[key] = value;
            return this;
        }
    }

    public interface IDataSeedContributor
    {
        Task SeedAsync(DataSeedContext context);
    }

    public interface IDataSeeder
    {
        Task SeedAsync(DataSeedContext context);
    }

    public class DataSeedContributorList : TypeList<IDataSeedContributor>;

    public class AbpDataSeedOptions
    {
        public DataSeedContributorList Contributors { get; } = [];
    }

    public class DataSeeder(IOptions<AbpDataSeedOptions> options, IServiceScopeFactory serviceScopeFactory) : IDataSeeder, ITransientDependency
    {
        protected IServiceScopeFactory ServiceScopeFactory { get; } = serviceScopeFactory;
        protected AbpDataSeedOptions Options { get; } = options.Value;

        [UnitOfWork]
        public virtual async Task SeedAsync(DataSeedContext context)
        {
            using var scope = ServiceScopeFactory.CreateScope();
            var separately = context.Properties.ContainsKey(DataSeederExtensions.SeedInSeparateUow);
            foreach (var type in Options.Contributors)
            {
                var contributor = (IDataSeedContributor)scope.ServiceProvider.GetRequiredService(type);
                if (!separately)
                {
                    await contributor.SeedAsync(context);
                    continue;
                }
                var manager = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>();
                using var unitOfWork = manager.Begin(
                    context[DataSeederExtensions.SeedInSeparateUowOptions] as AbpUnitOfWorkOptions ?? new AbpUnitOfWorkOptions(),
                    context[DataSeederExtensions.SeedInSeparateUowRequiresNew] is true);
                await contributor.SeedAsync(context);
                await unitOfWork.CompleteAsync();
            }
        }
    }

    public static class DataSeederExtensions
    {
        public const string SeedInSeparateUow = "__SeedInSeparateUow";
        public const string SeedInSeparateUowOptions = "__SeedInSeparateUowOptions";
        public const string SeedInSeparateUowRequiresNew = "__SeedInSeparateUowRequiresNew";

        public static Task SeedAsync(this IDataSeeder seeder, Guid? tenantId = null) => seeder.SeedAsync(new DataSeedContext(tenantId));

        public static Task SeedInSeparateUowAsync(this IDataSeeder seeder, Guid? tenantId = null, AbpUnitOfWorkOptions? options = null, bool requiresNew = false) =>
            seeder.SeedAsync(new DataSeedContext(tenantId)
                .WithProperty(SeedInSeparateUow, true)
                .WithProperty(SeedInSeparateUowOptions, options)
                .WithProperty(SeedInSeparateUowRequiresNew, requiresNew));
    }
}
