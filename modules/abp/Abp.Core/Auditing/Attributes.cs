using Volo.Abp.Modularity;

namespace Volo.Abp.Auditing
{
    public class AbpAuditingContractsModule : AbpModule;

    /// <summary>A service whose calls are recorded.</summary>
    public interface IAuditingEnabled;

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
    public class AuditedAttribute : Attribute;

    /// <summary>Keeps calls, arguments or property values out of the audit log.</summary>
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
    public class DisableAuditingAttribute : Attribute;

    /// <summary>Counts the changes of an entity.</summary>
    public interface IHasEntityVersion
    {
        int EntityVersion { get; }
    }
}

namespace Volo.Abp.Domain.Entities.Auditing
{
    public abstract class CreationAuditedEntity : Entity, Abp.Auditing.ICreationAuditedObject
    {
        public virtual DateTime CreationTime { get; protected set; }
        public virtual Guid? CreatorId { get; protected set; }
    }
}
