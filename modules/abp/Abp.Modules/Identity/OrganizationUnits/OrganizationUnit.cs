using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Identity;

/// <summary>A branch, department or team, in a tree.</summary>
public class OrganizationUnit : FullAuditedAggregateRoot<Guid>, IMultiTenant, IHasEntityVersion
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid? ParentId { get; internal set; }

    /// <summary>The place in the tree: five digits a level, as "00001.00042".</summary>
    public virtual string Code { get; internal set; }
    public virtual string DisplayName { get; set; }
    public virtual int EntityVersion { get; set; }
    public virtual ICollection<OrganizationUnitRole> Roles { get; protected set; } = [];

    public OrganizationUnit()
    {
    }

    public OrganizationUnit(Guid id, string displayName, Guid? parentId = null, Guid? tenantId = null) : base(id)
    {
        TenantId = tenantId;
        DisplayName = displayName;
        ParentId = parentId;
    }

    public virtual void AddRole(Guid roleId)
    {
        if (!IsInRole(roleId))
        {
            Roles.Add(new OrganizationUnitRole(roleId, Id, TenantId));
        }
    }

    public virtual void RemoveRole(Guid roleId) => Roles.RemoveWhere(role => role.RoleId == roleId);

    public virtual bool IsInRole(Guid roleId) => Roles.Any(role => role.RoleId == roleId);
}

public class OrganizationUnitRole : CreationAuditedEntity, IMultiTenant
{
    public virtual Guid? TenantId { get; protected set; }
    public virtual Guid RoleId { get; protected set; }
    public virtual Guid OrganizationUnitId { get; protected set; }

    protected OrganizationUnitRole()
    {
    }

    public OrganizationUnitRole(Guid roleId, Guid organizationUnitId, Guid? tenantId = null) =>
        (RoleId, OrganizationUnitId, TenantId) = (roleId, organizationUnitId, tenantId);

    public override object[] GetKeys() => [OrganizationUnitId, RoleId];
}
