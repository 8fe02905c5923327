using Volo.Abp.Auditing;

namespace Volo.Abp.Application.Dtos;

public interface IEntityDto;

public interface IEntityDto<TKey> : IEntityDto
{
    TKey Id { get; set; }
}

public abstract class EntityDto : IEntityDto
{
    public override string ToString() => $"[DTO: {GetType().Name}]";
}

public abstract class EntityDto<TKey> : EntityDto, IEntityDto<TKey>
{
    public TKey Id { get; set; } = default!;

    public override string ToString() => $"[DTO: {GetType().Name}] Id = {Id}";
}

public abstract class CreationAuditedEntityDto<TPrimaryKey> : EntityDto<TPrimaryKey>, ICreationAuditedObject
{
    public DateTime CreationTime { get; set; }
    public Guid? CreatorId { get; set; }
}

public abstract class AuditedEntityDto<TPrimaryKey> : CreationAuditedEntityDto<TPrimaryKey>, IAuditedObject
{
    public DateTime? LastModificationTime { get; set; }
    public Guid? LastModifierId { get; set; }
}

public abstract class FullAuditedEntityDto<TPrimaryKey> : AuditedEntityDto<TPrimaryKey>, IFullAuditedObject
{
    public bool IsDeleted { get; set; }
    public Guid? DeleterId { get; set; }
    public DateTime? DeletionTime { get; set; }
}
