using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Domain.Entities.Events;

public class EntityEventData<TEntity>(TEntity entity) : IEventDataWithInheritableGenericArgument, IEventDataMayHaveTenantId
{
    public TEntity Entity { get; } = entity;

    public virtual object[] GetConstructorArgs() => [Entity!];

    public virtual bool IsMultiTenant(out Guid? tenantId)
    {
        tenantId = (Entity as IMultiTenant)?.TenantId;
        return Entity is IMultiTenant;
    }
}

public class EntityChangedEventData<TEntity>(TEntity entity) : EntityEventData<TEntity>(entity);

public class EntityCreatedEventData<TEntity>(TEntity entity) : EntityChangedEventData<TEntity>(entity);

public class EntityUpdatedEventData<TEntity>(TEntity entity) : EntityChangedEventData<TEntity>(entity);

public class EntityDeletedEventData<TEntity>(TEntity entity) : EntityChangedEventData<TEntity>(entity);
