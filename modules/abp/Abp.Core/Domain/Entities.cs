using System.ComponentModel.DataAnnotations;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.Domain.Entities
{
    public interface IEntity
    {
        object?[] GetKeys();
    }

    public interface IEntity<TKey> : IEntity
    {
        TKey Id { get; }
    }

    public interface IAggregateRoot : IEntity;

    public interface IAggregateRoot<TKey> : IEntity<TKey>, IAggregateRoot;

    public interface IGeneratesDomainEvents
    {
        IEnumerable<DomainEventRecord> GetLocalEvents();
        IEnumerable<DomainEventRecord> GetDistributedEvents();
        void ClearLocalEvents();
        void ClearDistributedEvents();
    }

    public class DomainEventRecord(object eventData, long eventOrder)
    {
        public object EventData { get; } = eventData;
        public long EventOrder { get; } = eventOrder;
    }

    public interface IHasConcurrencyStamp
    {
        string ConcurrencyStamp { get; set; }
    }

    public static class ConcurrencyStampConsts
    {
        public const int MaxLength = 40;
    }

    public class DisableIdGenerationAttribute : Attribute;

    public abstract class Entity : IEntity
    {
        protected Entity() => EntityHelper.TrySetTenantId(this);

        public abstract object?[] GetKeys();
        public bool EntityEquals(IEntity other) => EntityHelper.EntityEquals(this, other);
        public override string ToString() => $"[ENTITY: {GetType().Name}] Keys = {string.Join(", ", GetKeys())}";
    }

    public abstract class Entity<TKey> : Entity, IEntity<TKey>
    {
        public virtual TKey Id { get; protected set; } = default!;

        protected Entity() { }
        protected Entity(TKey id) => Id = id;

        public override object?[] GetKeys() => [Id];
        public override string ToString() => $"[ENTITY: {GetType().Name}] Id = {Id}";
    }

    public abstract class BasicAggregateRoot<TKey> : Entity<TKey>, IAggregateRoot<TKey>, IGeneratesDomainEvents
    {
        private List<DomainEventRecord>? _localEvents;
        private List<DomainEventRecord>? _distributedEvents;

        protected BasicAggregateRoot() { }
        protected BasicAggregateRoot(TKey id) : base(id) { }

        public virtual IEnumerable<DomainEventRecord> GetLocalEvents() => _localEvents ?? [];
        public virtual IEnumerable<DomainEventRecord> GetDistributedEvents() => _distributedEvents ?? [];
        public virtual void ClearLocalEvents() => _localEvents?.Clear();
        public virtual void ClearDistributedEvents() => _distributedEvents?.Clear();

        protected virtual void AddLocalEvent(object eventData) =>
            (_localEvents ??= []).Add(new DomainEventRecord(eventData, EventOrderGenerator.GetNext()));

        protected virtual void AddDistributedEvent(object eventData) =>
            (_distributedEvents ??= []).Add(new DomainEventRecord(eventData, EventOrderGenerator.GetNext()));
    }

    public abstract class AggregateRoot<TKey> : BasicAggregateRoot<TKey>, IHasExtraProperties, IHasConcurrencyStamp
    {
        public virtual ExtraPropertyDictionary ExtraProperties { get; protected set; } = [];

        [DisableAuditing]
        public virtual string ConcurrencyStamp { get; set; } = Guid.NewGuid().ToString("N");

        protected AggregateRoot() { }
        protected AggregateRoot(TKey id) : base(id) { }

        public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => [];
    }

    public static class EntityHelper
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, System.Reflection.PropertyInfo?> TenantIds = new();
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, System.Reflection.PropertyInfo?> Ids = new();

        public static bool IsMultiTenant<TEntity>() where TEntity : IEntity => IsMultiTenant(typeof(TEntity));
        public static bool IsMultiTenant(Type type) => typeof(IMultiTenant).IsAssignableFrom(type);
        public static bool IsEntity(Type type) => typeof(IEntity).IsAssignableFrom(type);

        public static bool EntityEquals(IEntity? entity1, IEntity? entity2)
        {
            if (entity1 is null || entity2 is null) { return false; }
            if (ReferenceEquals(entity1, entity2)) { return true; }
            var (type1, type2) = (entity1.GetType(), entity2.GetType());
            if (!type1.IsAssignableFrom(type2) && !type2.IsAssignableFrom(type1)) { return false; }
            if (entity1 is IMultiTenant tenant1 && entity2 is IMultiTenant tenant2 && tenant1.TenantId != tenant2.TenantId) { return false; }
            return !HasDefaultKeys(entity1) && entity1.GetKeys().SequenceEqual(entity2.GetKeys());
        }

        public static bool HasDefaultId<TKey>(IEntity<TKey> entity) => EqualityComparer<TKey>.Default.Equals(entity.Id, default);

        public static bool HasDefaultKeys(IEntity entity) => entity.GetKeys().All(key => key switch
        {
            null => true,
            Guid id => id == default,
            int number => number <= 0,
            long number => number <= 0,
            _ => false
        });

        public static Type? FindPrimaryKeyType(Type entityType) => entityType.GetInterfaces()
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntity<>))?.GenericTypeArguments[0];

        public static void TrySetId<TKey>(IEntity<TKey> entity, Func<TKey> idFactory, bool checkForDisableIdGenerationAttribute = false)
        {
            var property = Ids.GetOrAdd(entity.GetType(), type => Settable(type, nameof(IEntity<TKey>.Id)));
            if (property is null || (checkForDisableIdGenerationAttribute && property.IsDefined(typeof(DisableIdGenerationAttribute), true))) { return; }
            property.SetValue(entity, idFactory());
        }

        /// <summary>Gives the entity the ambient tenant. A constructor that assigns another one afterwards wins.</summary>
        public static void TrySetTenantId(IEntity entity)
        {
            if (entity is not IMultiTenant || AsyncLocalCurrentTenantAccessor.Instance.Current?.TenantId is not { } tenantId) { return; }
            TenantIds.GetOrAdd(entity.GetType(), type => Settable(type, nameof(IMultiTenant.TenantId)))?.SetValue(entity, tenantId);
        }

        // The declaring type's property: a private setter is visible there only.
        private static System.Reflection.PropertyInfo? Settable(Type type, string name)
        {
            const System.Reflection.BindingFlags all = System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic;
            var property = type.GetProperty(name, all);
            property = property?.DeclaringType?.GetProperty(name, all) ?? property;
            return property?.SetMethod is null ? null : property;
        }
    }

    public class EntityNotFoundException : AbpException
    {
        public Type? EntityType { get; set; }
        public object? Id { get; set; }

        public EntityNotFoundException() { }
        public EntityNotFoundException(Type entityType) : this(entityType, null, null) { }
        public EntityNotFoundException(Type entityType, object? id) : this(entityType, id, null) { }

        public EntityNotFoundException(Type entityType, object? id, Exception? innerException) : base(
            id is null
                ? $"There is no such an entity given id. Entity type: {entityType.FullName}"
                : $"There is no such an entity. Entity type: {entityType.FullName}, id: {id}", innerException) =>
            (EntityType, Id) = (entityType, id);

        public EntityNotFoundException(string message) : base(message) { }
        public EntityNotFoundException(string message, Exception innerException) : base(message, innerException) { }
    }
}

namespace Volo.Abp.Domain.Entities.Auditing
{
    public abstract class CreationAuditedEntity<TKey> : Entity<TKey>, ICreationAuditedObject
    {
        public virtual DateTime CreationTime { get; protected set; }
        public virtual Guid? CreatorId { get; protected set; }

        protected CreationAuditedEntity() { }
        protected CreationAuditedEntity(TKey id) : base(id) { }
    }

    public abstract class AuditedEntity<TKey> : CreationAuditedEntity<TKey>, IAuditedObject
    {
        public virtual DateTime? LastModificationTime { get; set; }
        public virtual Guid? LastModifierId { get; set; }

        protected AuditedEntity() { }
        protected AuditedEntity(TKey id) : base(id) { }
    }

    public abstract class FullAuditedEntity<TKey> : AuditedEntity<TKey>, IFullAuditedObject
    {
        public virtual bool IsDeleted { get; set; }
        public virtual Guid? DeleterId { get; set; }
        public virtual DateTime? DeletionTime { get; set; }

        protected FullAuditedEntity() { }
        protected FullAuditedEntity(TKey id) : base(id) { }
    }

    public abstract class CreationAuditedAggregateRoot<TKey> : AggregateRoot<TKey>, ICreationAuditedObject
    {
        public virtual DateTime CreationTime { get; set; }
        public virtual Guid? CreatorId { get; set; }

        protected CreationAuditedAggregateRoot() { }
        protected CreationAuditedAggregateRoot(TKey id) : base(id) { }
    }

    public abstract class AuditedAggregateRoot<TKey> : CreationAuditedAggregateRoot<TKey>, IAuditedObject
    {
        public virtual DateTime? LastModificationTime { get; set; }
        public virtual Guid? LastModifierId { get; set; }

        protected AuditedAggregateRoot() { }
        protected AuditedAggregateRoot(TKey id) : base(id) { }
    }

    public abstract class FullAuditedAggregateRoot<TKey> : AuditedAggregateRoot<TKey>, IFullAuditedObject
    {
        public virtual bool IsDeleted { get; set; }
        public virtual Guid? DeleterId { get; set; }
        public virtual DateTime? DeletionTime { get; set; }

        protected FullAuditedAggregateRoot() { }
        protected FullAuditedAggregateRoot(TKey id) : base(id) { }
    }
}
