using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.DependencyInjection
{
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public class ReplaceDbContextAttribute : Attribute
    {
        public MultiTenantDbContextType[] ReplacedDbContextTypes { get; }

        public ReplaceDbContextAttribute(params Type[] replacedDbContextTypes) =>
            ReplacedDbContextTypes = replacedDbContextTypes.Select(type => new MultiTenantDbContextType(type)).ToArray();
    }

    public class MultiTenantDbContextType(Type type, MultiTenancySides multiTenancySide = MultiTenancySides.Both)
    {
        public Type Type { get; } = type;
        public MultiTenancySides MultiTenancySide { get; } = multiTenancySide;
        public override bool Equals(object? obj) => obj is MultiTenantDbContextType other && (Type, MultiTenancySide) == (other.Type, other.MultiTenancySide);
        public override int GetHashCode() => HashCode.Combine(Type, MultiTenancySide);
    }

    public interface IAbpCommonDbContextRegistrationOptionsBuilder
    {
        IServiceCollection Services { get; }
        IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepositories(bool includeAllEntities = false);
        IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepositories<TDefaultRepositoryDbContext>(bool includeAllEntities = false);
        IAbpCommonDbContextRegistrationOptionsBuilder AddRepository<TEntity, TRepository>();
        IAbpCommonDbContextRegistrationOptionsBuilder SetDefaultRepositoryClasses(Type repositoryImplementationType, Type repositoryImplementationTypeWithoutKey);
        IAbpCommonDbContextRegistrationOptionsBuilder ReplaceDbContext<TOtherDbContext>(MultiTenancySides multiTenancySides = MultiTenancySides.Both);
    }
}

namespace Volo.Abp.EntityFrameworkCore.DependencyInjection
{
    public interface IAbpDbContextRegistrationOptionsBuilder : IAbpCommonDbContextRegistrationOptionsBuilder
    {
        void Entity<TEntity>(Action<AbpEntityOptions<TEntity>> optionsAction) where TEntity : IEntity;
    }

    public class AbpEntityOptions<TEntity> where TEntity : IEntity
    {
        public static AbpEntityOptions<TEntity> Empty { get; } = new();

        /// <summary>What "details" means; without it nothing is included.</summary>
        public Func<IQueryable<TEntity>, IQueryable<TEntity>>? DefaultWithDetailsFunc { get; set; }
    }

    public class AbpEntityOptions
    {
        private readonly Dictionary<Type, object> _options = [];

        public AbpEntityOptions<TEntity>? GetOrNull<TEntity>() where TEntity : IEntity => _options.GetValueOrDefault(typeof(TEntity)) as AbpEntityOptions<TEntity>;

        public void Entity<TEntity>(Action<AbpEntityOptions<TEntity>> optionsAction) where TEntity : IEntity
        {
            if (!_options.TryGetValue(typeof(TEntity), out var known)) { _options[typeof(TEntity)] = known = new AbpEntityOptions<TEntity>(); }
            optionsAction((AbpEntityOptions<TEntity>)known);
        }
    }

    public class DbContextCreationContext(string connectionStringName, string connectionString)
    {
        private static readonly AsyncLocal<DbContextCreationContext?> Ambient = new();

        public static DbContextCreationContext Current => Ambient.Value!;
        public string ConnectionStringName { get; } = connectionStringName;
        public string ConnectionString { get; } = connectionString;
        public DbConnection? ExistingConnection { get; internal set; }

        public static IDisposable Use(DbContextCreationContext context)
        {
            var outer = Ambient.Value;
            Ambient.Value = context;
            return new DisposeAction(() => Ambient.Value = outer);
        }
    }

    public class AbpDbContextConfigurationContext(string connectionString, IServiceProvider serviceProvider, string? connectionStringName, DbConnection? existingConnection)
        : IServiceProviderAccessor
    {
        public IServiceProvider ServiceProvider { get; } = serviceProvider;
        public string ConnectionString { get; } = connectionString;
        public string? ConnectionStringName { get; } = connectionStringName;
        public DbConnection? ExistingConnection { get; } = existingConnection;
        public DbContextOptionsBuilder DbContextOptions { get; protected set; } = new();
    }

    public class AbpDbContextConfigurationContext<TDbContext> : AbpDbContextConfigurationContext where TDbContext : AbpDbContext<TDbContext>
    {
        public new DbContextOptionsBuilder<TDbContext> DbContextOptions => (DbContextOptionsBuilder<TDbContext>)base.DbContextOptions;

        public AbpDbContextConfigurationContext(string connectionString, IServiceProvider serviceProvider, string? connectionStringName, DbConnection? existingConnection)
            : base(connectionString, serviceProvider, connectionStringName, existingConnection)
        {
            base.DbContextOptions = new DbContextOptionsBuilder<TDbContext>()
                .UseLoggerFactory(serviceProvider.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>())
                .UseApplicationServiceProvider(serviceProvider);
        }
    }

    internal sealed class DbContextRegistrationOptions(Type contextType, IServiceCollection services) : IAbpDbContextRegistrationOptionsBuilder
    {
        private static readonly MethodInfo UntrackedMethod = typeof(DbContextRegistrationOptions).GetMethod(nameof(UntrackedOf), BindingFlags.NonPublic | BindingFlags.Static)!;

        private readonly Type _contextType = contextType;

        public IServiceCollection Services { get; } = services;
        public Type RepositoryContextType { get; private set; } = contextType;
        public bool HasDefaultRepositories { get; private set; }
        public bool IncludesAllEntities { get; private set; }
        public Dictionary<Type, Type> CustomRepositories { get; } = [];
        public HashSet<Type> Replaced { get; } = contextType.GetCustomAttributes<ReplaceDbContextAttribute>(true).SelectMany(a => a.ReplacedDbContextTypes).Select(t => t.Type).ToHashSet();
        public (Type WithKey, Type WithoutKey) RepositoryClasses { get; private set; } = (typeof(EfCoreRepository<,,>), typeof(EfCoreRepository<,>));
        private bool _ownClasses;

        public IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepositories(bool includeAllEntities = false)
        {
            (HasDefaultRepositories, IncludesAllEntities) = (true, includeAllEntities);
            return this;
        }

        public IAbpCommonDbContextRegistrationOptionsBuilder AddDefaultRepositories<TDefaultRepositoryDbContext>(bool includeAllEntities = false)
        {
            if (!typeof(TDefaultRepositoryDbContext).IsAssignableFrom(_contextType)) { throw new AbpException($"{_contextType.AssemblyQualifiedName} should inherit/implement {typeof(TDefaultRepositoryDbContext).AssemblyQualifiedName}!"); }
            RepositoryContextType = typeof(TDefaultRepositoryDbContext);
            return AddDefaultRepositories(includeAllEntities);
        }

        public IAbpCommonDbContextRegistrationOptionsBuilder AddRepository<TEntity, TRepository>()
        {
            CustomRepositories[typeof(TEntity)] = typeof(TRepository);
            return this;
        }

        public IAbpCommonDbContextRegistrationOptionsBuilder SetDefaultRepositoryClasses(Type repositoryImplementationType, Type repositoryImplementationTypeWithoutKey)
        {
            RepositoryClasses = (repositoryImplementationType, repositoryImplementationTypeWithoutKey);
            _ownClasses = true;
            return this;
        }

        public IAbpCommonDbContextRegistrationOptionsBuilder ReplaceDbContext<TOtherDbContext>(MultiTenancySides multiTenancySides = MultiTenancySides.Both)
        {
            if (multiTenancySides != MultiTenancySides.Both) { throw new NotSupportedException("The stand-in replaces a DbContext on both sides only."); }
            Replaced.Add(typeof(TOtherDbContext));
            return this;
        }

        public void Entity<TEntity>(Action<AbpEntityOptions<TEntity>> optionsAction) where TEntity : IEntity =>
            Services.Configure<AbpEntityOptions>(options => options.Entity(optionsAction));

        public void RegisterRepositories()
        {
            foreach (var entity in EntitiesOf(_contextType).Where(entity => !CustomRepositories.ContainsKey(entity)))
            {
                if (HasDefaultRepositories && (IncludesAllEntities || typeof(IAggregateRoot).IsAssignableFrom(entity))) { Register(entity, DefaultRepositoryOf(entity)); }
            }
            foreach (var (entity, repository) in CustomRepositories) { Register(entity, repository); }
        }

        private static IEnumerable<Type> EntitiesOf(Type context) => context.GetProperties()
            .Select(p => p.PropertyType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(DbSet<>) && typeof(IEntity).IsAssignableFrom(t.GenericTypeArguments[0]))
            .Select(t => t.GenericTypeArguments[0]).Distinct();

        private Type DefaultRepositoryOf(Type entity)
        {
            var key = EntityHelper.FindPrimaryKeyType(entity);
            var definition = key is null ? RepositoryClasses.WithoutKey : RepositoryClasses.WithKey;
            Type[] arguments = key is null ? [entity] : [entity, key];
            return definition.MakeGenericType(_ownClasses ? arguments : [RepositoryContextType, .. arguments]);
        }

        private void Register(Type entity, Type repository)
        {
            var interceptors = Services.InterceptorsOf(repository);
            foreach (var contract in repository.GetInterfaces().Where(i => IsRepositoryOf(i, entity) || (CustomRepositories.ContainsKey(entity) && ExposedServiceExplorer.DefaultsOf(repository).Contains(i))).Distinct())
            {
                var create = ServiceActivator.FactoryOf(contract, repository, interceptors);
                var service = ServiceDescriptor.Transient(contract, contract.Name.StartsWith("IReadOnly", StringComparison.Ordinal) ? Untracked(entity, create) : create);
                // A default repository leaves that of an earlier module in its place: its context says whose database the entity is in.
                if (CustomRepositories.ContainsKey(entity)) { Services.Replace(service); } else { Services.TryAdd(service); }
            }
        }

        private static bool IsRepositoryOf(Type contract, Type entity) =>
            contract.IsGenericType && contract.GenericTypeArguments[0] == entity && contract.Namespace == typeof(IRepository).Namespace
            && contract.Name.Contains("Repository", StringComparison.Ordinal);

        private static Func<IServiceProvider, object> Untracked(Type entity, Func<IServiceProvider, object> create) =>
            UntrackedMethod.MakeGenericMethod(entity).CreateDelegate<Func<Func<IServiceProvider, object>, Func<IServiceProvider, object>>>()(create);

        private static Func<IServiceProvider, object> UntrackedOf<TEntity>(Func<IServiceProvider, object> create) where TEntity : class, IEntity => provider =>
        {
            var repository = create(provider);
            ((BasicRepositoryBase<TEntity>)DynamicProxy.ProxyHelper.UnProxy(repository)).ReadUntracked();
            return repository;
        };
    }
}

namespace Volo.Abp.EntityFrameworkCore
{
    public class AbpDbContextOptions
    {
        private readonly List<Action<AbpDbContextConfigurationContext>> _preActions = [];
        private readonly Dictionary<Type, List<object>> _preActionsOf = [];
        private readonly Dictionary<Type, object> _actionOf = [];
        private readonly Dictionary<Type, Type> _replacements = [];
        private Action<AbpDbContextConfigurationContext>? _default;

        public void PreConfigure(Action<AbpDbContextConfigurationContext> action) => _preActions.Add(action);

        public void PreConfigure<TDbContext>(Action<AbpDbContextConfigurationContext<TDbContext>> action) where TDbContext : AbpDbContext<TDbContext>
        {
            if (!_preActionsOf.TryGetValue(typeof(TDbContext), out var actions)) { _preActionsOf[typeof(TDbContext)] = actions = []; }
            actions.Add(action);
        }

        public void Configure(Action<AbpDbContextConfigurationContext> action) => _default = action;

        public void Configure<TDbContext>(Action<AbpDbContextConfigurationContext<TDbContext>> action) where TDbContext : AbpDbContext<TDbContext> =>
            _actionOf[typeof(TDbContext)] = action;

        internal void Replace(Type original, Type replacement) => _replacements[original] = replacement;

        internal Type Replaced(Type type)
        {
            while (_replacements.TryGetValue(type, out var replacement)) { type = replacement; }
            return type;
        }

        internal void Apply<TDbContext>(AbpDbContextConfigurationContext<TDbContext> context) where TDbContext : AbpDbContext<TDbContext>
        {
            _preActions.ForEach(action => action(context));
            if (_preActionsOf.TryGetValue(typeof(TDbContext), out var own)) { own.Cast<Action<AbpDbContextConfigurationContext<TDbContext>>>().ToList().ForEach(action => action(context)); }
            if (_actionOf.TryGetValue(typeof(TDbContext), out var configure))
            {
                ((Action<AbpDbContextConfigurationContext<TDbContext>>)configure)(context);
            }
            else
            {
                (_default ?? throw new AbpException($"No configuration found for {typeof(DbContext).AssemblyQualifiedName}! Use services.Configure<AbpDbContextOptions>(...) to configure it."))(context);
            }
        }
    }

    internal sealed class DbContextOptionsSource<TDbContext>(IOptions<AbpDbContextOptions> options, IServiceProvider provider, IOptionsMonitor<Data.AbpDbConnectionOptions> connections)
        where TDbContext : AbpDbContext<TDbContext>
    {
        public DbContextOptions<TDbContext> Create()
        {
            var creation = DbContextCreationContext.Current ?? Default();
            var context = new AbpDbContextConfigurationContext<TDbContext>(creation.ConnectionString, provider, creation.ConnectionStringName, creation.ExistingConnection);
            options.Value.Apply(context);
            return context.DbContextOptions.Options;
        }

        private DbContextCreationContext Default()
        {
            var name = Data.ConnectionStringNameAttribute.GetConnStringName<TDbContext>();
            return new DbContextCreationContext(name, connections.CurrentValue.GetConnectionStringOrNull(name)!);
        }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class AbpEfCoreServiceCollectionExtensions
    {
        public static IServiceCollection AddAbpDbContext<TDbContext>(
            this IServiceCollection services, Action<IAbpDbContextRegistrationOptionsBuilder>? optionsBuilder = null) where TDbContext : AbpDbContext<TDbContext>
        {
            services.AddMemoryCache();
            var options = new DbContextRegistrationOptions(typeof(TDbContext), services);
            optionsBuilder?.Invoke(options);
            services.TryAddTransient<DbContextOptionsSource<TDbContext>>();
            services.TryAddTransient(provider => provider.GetRequiredService<DbContextOptionsSource<TDbContext>>().Create());
            services.Replace(ServiceDescriptor.Transient(typeof(TDbContext), ServiceActivator.Plain(typeof(TDbContext))));
            foreach (var contract in typeof(TDbContext).GetInterfaces().Where(i => i != typeof(IEfCoreDbContext) && i != typeof(IAbpEfCoreDbContext) && typeof(IEfCoreDbContext).IsAssignableFrom(i)))
            {
                services.TryAddTransient(contract, provider => provider.GetRequiredService(provider.GetRequiredService<IOptions<AbpDbContextOptions>>().Value.Replaced(contract)));
            }
            services.Configure<AbpDbContextOptions>(contexts =>
            {
                foreach (var contract in typeof(TDbContext).GetInterfaces().Where(i => i != typeof(IEfCoreDbContext) && i != typeof(IAbpEfCoreDbContext) && typeof(IEfCoreDbContext).IsAssignableFrom(i)))
                {
                    if (contexts.Replaced(contract) == contract && !options.Replaced.Contains(contract)) { contexts.Replace(contract, typeof(TDbContext)); }
                }
            });
            // After every module's own contexts, so that the host's one context wins.
            services.PostConfigure<AbpDbContextOptions>(contexts =>
            {
                foreach (var replaced in options.Replaced) { contexts.Replace(replaced, typeof(TDbContext)); }
            });
            options.RegisterRepositories();
            return services;
        }
    }
}
