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

    public static string CreateCode(params int[] numbers) =>
        numbers.Length == 0 ? null : string.Join('.', numbers.Select(number => number.ToString(new string('0', OrganizationUnitConsts.CodeUnitLength))));

    /// <param name="parentCode">Null for a unit at the top.</param>
    public static string AppendCode(string parentCode, string childCode) =>
        string.IsNullOrEmpty(parentCode) ? Check.NotNullOrEmpty(childCode, nameof(childCode)) : parentCode + "." + childCode;

    public static string GetRelativeCode(string code, string parentCode) =>
        string.IsNullOrEmpty(parentCode) ? code : code.Length == parentCode.Length ? null : code[(parentCode.Length + 1)..];

    public static string CalculateNextCode(string code) =>
        AppendCode(GetParentCode(code), CreateCode(int.Parse(GetLastUnitCode(code)) + 1));

    public static string GetLastUnitCode(string code) => Check.NotNullOrEmpty(code, nameof(code)).Split('.')[^1];

    public static string GetParentCode(string code) => code.LastIndexOf('.') is > 0 and var end ? code[..end] : null;
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

public static class OrganizationUnitConsts
{
    public const int MaxDepth = 16;
    public const int CodeUnitLength = 5;
    public const int MaxCodeLength = MaxDepth * (CodeUnitLength + 1) - 1;

    public static int MaxDisplayNameLength { get; set; } = 128;
}
