using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.EntityFrameworkCore.ValueConverters;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore;

#pragma warning disable EF1001 // as in ABP: a context known by its interface is whole for EF Core's own extensions
public interface IEfCoreDbContext : IInfrastructure<IServiceProvider>, IDbContextDependencies, IDbSetCache, IDbContextPoolable
#pragma warning restore EF1001
{
    DbSet<T> Set<T>() where T : class;
    DatabaseFacade Database { get; }
    ChangeTracker ChangeTracker { get; }
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
    EntityEntry<TEntity> Entry<TEntity>(TEntity entity) where TEntity : class;
    EntityEntry Entry(object entity);
}

public interface IAbpEfCoreDbContext : IEfCoreDbContext;

/// <summary>
/// A context with ABP's conventions: tenant and soft-delete filters, audit properties, ids, concurrency stamps, soft deletion,
/// normalised times, and the events of what was saved.
/// </summary>
public abstract class AbpDbContext<TDbContext> : DbContext, IAbpEfCoreDbContext, IFilteredContext, ITransientDependency where TDbContext : DbContext
{
    private static readonly MethodInfo ConfigureFiltersMethod =
        typeof(AbpDbContext<TDbContext>).GetMethod(nameof(ConfigureGlobalFilters), BindingFlags.Instance | BindingFlags.NonPublic)!;

    protected readonly DbContextOptions DbContextOptions;

    public IAbpLazyServiceProvider LazyServiceProvider
    {
        get;
        set
        {
            var isFirst = field is null;
            field = value;
            if (isFirst) { WatchChanges(); }
        }
    } = default!;

    public IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetService<IGuidGenerator>(SimpleGuidGenerator.Instance);
    public IDataFilter DataFilter => LazyServiceProvider.LazyGetRequiredService<IDataFilter>();
    public IAuditPropertySetter AuditPropertySetter => LazyServiceProvider.LazyGetRequiredService<IAuditPropertySetter>();
    public IUnitOfWorkManager UnitOfWorkManager => LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>();
    public IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();
    public ICurrentTenant CurrentTenant => LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();
    public ILocalEventBus LocalEventBus => LazyServiceProvider.LazyGetRequiredService<ILocalEventBus>();

    protected virtual Guid? CurrentTenantId => LazyServiceProvider is null ? null : CurrentTenant.Id;
    protected virtual bool IsMultiTenantFilterEnabled => LazyServiceProvider is null || DataFilter.IsEnabled<IMultiTenant>();
    protected virtual bool IsSoftDeleteFilterEnabled => LazyServiceProvider is null || DataFilter.IsEnabled<ISoftDelete>();

    bool IFilteredContext.FiltersTenants => IsMultiTenantFilterEnabled;
    bool IFilteredContext.FiltersDeleted => IsSoftDeleteFilterEnabled;

    protected AbpDbContext(DbContextOptions<TDbContext> options) : base(options)
    {
        DbContextOptions = options;
    }

    /// <summary>Not in the constructor: the change tracker builds the model, and the model asks for the clock.</summary>
    private void WatchChanges()
    {
        ChangeTracker.CascadeDeleteTiming = CascadeTiming.OnSaveChanges;
        ChangeTracker.DeleteOrphansTiming = CascadeTiming.OnSaveChanges;
        ChangeTracker.Tracked += ChangeTracker_Tracked;
        ChangeTracker.StateChanged += ChangeTracker_StateChanged;
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        base.OnConfiguring(optionsBuilder);
        optionsBuilder.AddAbpDbContextOptionsExtension();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        TrySetDatabaseProvider(modelBuilder);
        foreach (var entityType in modelBuilder.Model.GetEntityTypes().ToList())
        {
            // What EF took for a navigation, such as the extra properties, must not become an entity by being named here.
            if (!entityType.IsOwned() && typeof(IEntity).IsAssignableFrom(entityType.ClrType)) { modelBuilder.Entity(entityType.ClrType).ConfigureByConvention(); }
            // The application gives the ids: a child that has one is new, not changed, when its tracked root takes it up.
            if (typeof(IEntity<Guid>).IsAssignableFrom(entityType.ClrType) && entityType.FindProperty("Id") is { } id
                && id.PropertyInfo?.IsDefined(typeof(System.ComponentModel.DataAnnotations.Schema.DatabaseGeneratedAttribute), true) == false)
            {
                id.ValueGenerated = ValueGenerated.Never;
            }
            ConfigureFiltersMethod.MakeGenericMethod(entityType.ClrType).Invoke(this, BindingFlags.DoNotWrapExceptions, null, [modelBuilder, entityType], null);
        }
    }

    protected virtual void TrySetDatabaseProvider(ModelBuilder modelBuilder)
    {
        if (GetDatabaseProviderOrNull(modelBuilder) is { } provider) { modelBuilder.SetDatabaseProvider(provider); }
    }

    protected virtual EfCoreDatabaseProvider? GetDatabaseProviderOrNull(ModelBuilder modelBuilder) => Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => EfCoreDatabaseProvider.Sqlite,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => EfCoreDatabaseProvider.PostgreSql,
        "Microsoft.EntityFrameworkCore.SqlServer" => EfCoreDatabaseProvider.SqlServer,
        _ => null
    };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new NormalizedTimesConvention(
            LazyServiceProvider is null ? new UnspecifiedClock() : new KindClock(Clock.Kind, Clock)));
    }

    protected virtual void ConfigureGlobalFilters<TEntity>(ModelBuilder modelBuilder, IMutableEntityType mutableEntityType) where TEntity : class
    {
        if (mutableEntityType.BaseType is not null || mutableEntityType.IsOwned()) { return; }
        if (typeof(ISoftDelete).IsAssignableFrom(typeof(TEntity)))
        {
            modelBuilder.Entity<TEntity>().HasQueryFilter(AbpFilters.SoftDelete, entity => EF.Property<bool>(entity, "IsDeleted") == false);
        }
        if (typeof(IMultiTenant).IsAssignableFrom(typeof(TEntity)))
        {
            modelBuilder.Entity<TEntity>().HasQueryFilter(AbpFilters.MultiTenant, entity => EF.Property<Guid?>(entity, "TenantId") == CurrentTenantId);
        }
    }

    public override Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => SaveChangesAsync(true, cancellationToken);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            ChangeTracker.DetectChanges();
            ChangeTracker.AutoDetectChangesEnabled = false;
            HandlePropertiesBeforeSave();
            var history = LazyServiceProvider?.LazyGetService<IEntityChangeCollector>();
            var changes = history?.Collect(ChangeTracker.Entries());
            var events = CollectEvents();
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (changes is not null) { history!.Saved(changes); }
            Publish(events);
            return saved;
        }
        catch (DbUpdateConcurrencyException exception)
        {
            throw new AbpDbConcurrencyException(exception.Message, exception);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected virtual void ChangeTracker_Tracked(object? sender, EntityTrackedEventArgs e)
    {
        if (e.Entry.State == EntityState.Added) { ApplyAbpConceptsForAddedEntity(e.Entry); }
    }

    protected virtual void ChangeTracker_StateChanged(object? sender, EntityStateChangedEventArgs e)
    {
        if (e.NewState == EntityState.Added && e.OldState != EntityState.Added) { ApplyAbpConceptsForAddedEntity(e.Entry); }
    }

    protected virtual void HandlePropertiesBeforeSave()
    {
        // Taken first: a root that is touched for its children gets its stamp once.
        var changed = ChangeTracker.Entries().Where(e => e.State is EntityState.Modified or EntityState.Deleted).ToList();
        TouchRootsOfChangedNavigations();
        foreach (var entry in changed)
        {
            if (entry.State == EntityState.Modified) { ApplyAbpConceptsForModifiedEntity(entry); }
            if (entry.State == EntityState.Deleted) { ApplyAbpConceptsForDeletedEntity(entry); }
        }
    }

    protected virtual void ApplyAbpConceptsForAddedEntity(EntityEntry entry)
    {
        if (LazyServiceProvider is null) { return; }
        if (entry.Entity is IEntity<Guid> entity && entity.Id == default && entry.Property("Id").Metadata.GetValueGeneratorFactory() is null)
        {
            EntityHelper.TrySetId(entity, GuidGenerator.Create, true);
        }
        if (entry.Entity is IHasConcurrencyStamp { ConcurrencyStamp: null } stamped) { stamped.ConcurrencyStamp = Guid.NewGuid().ToString("N"); }
        AuditPropertySetter.SetCreationProperties(entry.Entity);
    }

    protected virtual void ApplyAbpConceptsForModifiedEntity(EntityEntry entry, bool forceApply = false)
    {
        if (!forceApply && !entry.Properties.Any(p => p.IsModified && p.Metadata.ValueGenerated is ValueGenerated.Never or ValueGenerated.OnAdd) && !HasModifiedComplex(entry)) { return; }
        IncrementEntityVersionProperty(entry);
        AuditPropertySetter.SetModificationProperties(entry.Entity);
        UpdateConcurrencyStamp(entry);
        if (entry.Entity is ISoftDelete { IsDeleted: true } && entry.Property(nameof(ISoftDelete.IsDeleted)).IsModified) { AuditPropertySetter.SetDeletionProperties(entry.Entity); }
        MarkAuditProperties(entry);
    }

    // They were set after the changes were detected, and nothing detects them again before the save.
    private static void MarkAuditProperties(EntityEntry entry)
    {
        foreach (var name in (string[])["DeletionTime", "DeleterId", "LastModificationTime", "LastModifierId", nameof(IHasEntityVersion.EntityVersion)])
        {
            if (entry.Metadata.FindProperty(name) is not null && !Equals(entry.Property(name).CurrentValue, entry.Property(name).OriginalValue)) { entry.Property(name).IsModified = true; }
        }
    }

    protected virtual void ApplyAbpConceptsForDeletedEntity(EntityEntry entry)
    {
        if (entry.Entity is not ISoftDelete || IsHardDeleted(entry)) { return; }
        // A reload would read the row again; the values that the caller set stay, as does what he deleted beneath it.
        entry.State = EntityState.Modified;
        foreach (var property in entry.Properties) { property.IsModified = false; }
        entry.Property(nameof(ISoftDelete.IsDeleted)).CurrentValue = true;
        entry.Property(nameof(ISoftDelete.IsDeleted)).IsModified = true;
        AuditPropertySetter.SetDeletionProperties(entry.Entity);
        AuditPropertySetter.SetModificationProperties(entry.Entity);
        MarkAuditProperties(entry);
        UpdateConcurrencyStamp(entry);
    }

    protected virtual void IncrementEntityVersionProperty(EntityEntry entry) => AuditPropertySetter.IncrementEntityVersionProperty(entry.Entity);

    protected virtual bool IsHardDeleted(EntityEntry entry) =>
        UnitOfWorkManager.Current?.Items.TryGetValue(HardDeletes.Key, out var hard) == true && ((HashSet<IEntity>)hard).Contains((IEntity)entry.Entity);

    protected virtual void UpdateConcurrencyStamp(EntityEntry entry)
    {
        if (entry.Entity is not IHasConcurrencyStamp stamped) { return; }
        // What the caller holds is what he read: it is compared with the row, and a new stamp is written.
        entry.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).OriginalValue = stamped.ConcurrencyStamp;
        stamped.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        entry.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).IsModified = true;
    }

    // A child added to, changed in or taken from an aggregate is a change of its root.
    private void TouchRootsOfChangedNavigations()
    {
        var changed = ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < changed.Count; i++)
        {
            foreach (var key in changed[i].Metadata.GetForeignKeys())
            {
                if (key.PrincipalToDependent is null || PrincipalOf(changed[i], key) is not { State: EntityState.Unchanged } principal || !seen.Add(principal.Entity)) { continue; }
                ApplyAbpConceptsForModifiedEntity(principal, forceApply: true);
                if (principal.Entity is IModificationAuditedObject)
                {
                    foreach (var name in (string[])["LastModificationTime", "LastModifierId"])
                    {
                        if (principal.Metadata.FindProperty(name) is not null) { principal.Property(name).IsModified = true; }
                    }
                }
                changed.Add(principal);
            }
        }
    }

    private EntityEntry? PrincipalOf(EntityEntry dependent, IForeignKey key)
    {
        var values = key.Properties.Select(p => dependent.Property(p.Name).CurrentValue).ToArray();
        if (values.Contains(null)) { return null; }
        return ChangeTracker.Context.GetDependencies().TryGetPrincipal(key, values);
    }

    private static bool HasModifiedComplex(EntityEntry entry) => entry.ComplexProperties.Any(c => c.Properties.Any(p => p.IsModified));

    private List<(bool Local, UnitOfWorkEventRecord Record)> CollectEvents()
    {
        var events = new List<(bool, UnitOfWorkEventRecord)>();
        if (LazyServiceProvider is null) { return events; }
        var bus = (EventBus.LocalEventBus)LocalEventBus;
        foreach (var entry in ChangeTracker.Entries())
        {
            var changed = entry.State switch
            {
                EntityState.Added => typeof(Domain.Entities.Events.EntityCreatedEventData<>),
                EntityState.Deleted => typeof(Domain.Entities.Events.EntityDeletedEventData<>),
                EntityState.Modified when entry.Entity is ISoftDelete { IsDeleted: true } => typeof(Domain.Entities.Events.EntityDeletedEventData<>),
                EntityState.Modified => typeof(Domain.Entities.Events.EntityUpdatedEventData<>),
                _ => null
            };
            if (changed is not null)
            {
                var type = EventTypes.GetOrAdd((changed, entry.Metadata.ClrType), key => key.Item1.MakeGenericType(key.Item2));
                // An event that nobody hears is not made: an import would make millions.
                if (bus.IsHeard(type)) { events.Add((true, new UnitOfWorkEventRecord(type, Activator.CreateInstance(type, entry.Entity)!, EventOrderGenerator.GetNext()))); }
            }
            if (entry.Entity is not IGeneratesDomainEvents source) { continue; }
            events.AddRange(source.GetLocalEvents().Select(e => (true, new UnitOfWorkEventRecord(e.EventData.GetType(), e.EventData, e.EventOrder))));
            events.AddRange(source.GetDistributedEvents().Select(e => (false, new UnitOfWorkEventRecord(e.EventData.GetType(), e.EventData, e.EventOrder))));
            source.ClearLocalEvents();
            source.ClearDistributedEvents();
        }
        return events;
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(Type, Type), Type> EventTypes = new();

    private void Publish(List<(bool Local, UnitOfWorkEventRecord Record)> events)
    {
        if (events.Count == 0 || UnitOfWorkManager.Current is not { } unitOfWork) { return; }
        foreach (var (local, record) in events)
        {
            if (local)
            {
                unitOfWork.AddOrReplaceLocalEvent(record, other => IsSameEntityEvent(other, record));
            }
            else
            {
                unitOfWork.AddOrReplaceDistributedEvent(record);
            }
        }
    }

    // Two saves of one entity in a unit of work are one event.
    private static bool IsSameEntityEvent(UnitOfWorkEventRecord one, UnitOfWorkEventRecord other) =>
        one.EventType == other.EventType && one.EventType.IsGenericType
        && one.EventData is EventBus.IEventDataWithInheritableGenericArgument first && other.EventData is EventBus.IEventDataWithInheritableGenericArgument second
        && ReferenceEquals(first.GetConstructorArgs()[0], second.GetConstructorArgs()[0]);
}

/// <summary>Collects the property changes of audited entities at save (the audit module's part).</summary>
internal interface IEntityChangeCollector
{
    object? Collect(IEnumerable<EntityEntry> entries);
    void Saved(object changes);
}

internal static class DbContextInternals
{
#pragma warning disable EF1001 // The state manager finds a tracked principal by key without walking every entry.
    public static Microsoft.EntityFrameworkCore.ChangeTracking.Internal.IStateManager GetDependencies(this DbContext context) =>
        ((Microsoft.EntityFrameworkCore.Internal.IDbContextDependencies)context).StateManager;

    public static EntityEntry? TryGetPrincipal(this Microsoft.EntityFrameworkCore.ChangeTracking.Internal.IStateManager states, IForeignKey key, object?[] values) =>
        states.TryGetEntry(key.PrincipalKey, values!)?.ToEntityEntry();
#pragma warning restore EF1001
}
