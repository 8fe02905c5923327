using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace Volo.Abp.Auditing;

public interface IHasCreationTime
{
    DateTime CreationTime { get; }
}

public interface IMayHaveCreator
{
    Guid? CreatorId { get; }
}

public interface ICreationAuditedObject : IHasCreationTime, IMayHaveCreator;

public interface IHasModificationTime
{
    DateTime? LastModificationTime { get; }
}

public interface IModificationAuditedObject : IHasModificationTime
{
    Guid? LastModifierId { get; }
}

public interface IAuditedObject : ICreationAuditedObject, IModificationAuditedObject;

public interface IHasDeletionTime : ISoftDelete
{
    DateTime? DeletionTime { get; }
}

public interface IDeletionAuditedObject : IHasDeletionTime
{
    Guid? DeleterId { get; }
}

public interface IFullAuditedObject : IAuditedObject, IDeletionAuditedObject;

public enum EntityChangeType : byte
{
    Created = 0,
    Updated = 1,
    Deleted = 2
}

public interface IAuditPropertySetter
{
    void SetCreationProperties(object targetObject);
    void SetModificationProperties(object targetObject);
    void SetDeletionProperties(object targetObject);
    void IncrementEntityVersionProperty(object targetObject);
}

public class AuditPropertySetter(ICurrentUser currentUser, ICurrentTenant currentTenant, IClock clock) : IAuditPropertySetter, ITransientDependency
{
    protected ICurrentUser CurrentUser { get; } = currentUser;
    protected ICurrentTenant CurrentTenant { get; } = currentTenant;
    protected IClock Clock { get; } = clock;

    public virtual void SetCreationProperties(object targetObject)
    {
        if (targetObject is IHasCreationTime { CreationTime: var time } && time == default) { Set(targetObject, nameof(IHasCreationTime.CreationTime), Clock.Now); }
        if (targetObject is IMayHaveCreator { CreatorId: null }) { SetUser(targetObject, nameof(IMayHaveCreator.CreatorId)); }
    }

    public virtual void SetModificationProperties(object targetObject)
    {
        if (targetObject is IHasModificationTime) { Set(targetObject, nameof(IHasModificationTime.LastModificationTime), Clock.Now); }
        if (targetObject is IModificationAuditedObject) { SetUser(targetObject, nameof(IModificationAuditedObject.LastModifierId)); }
    }

    public virtual void SetDeletionProperties(object targetObject)
    {
        if (targetObject is IHasDeletionTime { DeletionTime: null }) { Set(targetObject, nameof(IHasDeletionTime.DeletionTime), Clock.Now); }
        if (targetObject is IDeletionAuditedObject { DeleterId: null }) { SetUser(targetObject, nameof(IDeletionAuditedObject.DeleterId)); }
    }

    public virtual void IncrementEntityVersionProperty(object targetObject)
    {
        if (targetObject is IHasEntityVersion { EntityVersion: var version }) { Set(targetObject, nameof(IHasEntityVersion.EntityVersion), version + 1); }
    }

    // A host's user leaves no trace on a tenant's row: his id means nothing there.
    private void SetUser(object target, string property)
    {
        if (CurrentUser.Id is not { } user || (target is IMultiTenant { TenantId: var tenant } && tenant != CurrentUser.TenantId)) { return; }
        Set(target, property, user);
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(Type, string), Action<object, object?>?> Setters = new();

    private static void Set(object target, string property, object? value) => Setters.GetOrAdd((target.GetType(), property), key =>
    {
        const System.Reflection.BindingFlags all = System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic;
        var info = key.Item1.GetProperty(key.Item2, all);
        info = info?.DeclaringType?.GetProperty(key.Item2, all) ?? info;
        return info?.SetMethod is null ? null : info.SetValue;
    })?.Invoke(target, value);
}
