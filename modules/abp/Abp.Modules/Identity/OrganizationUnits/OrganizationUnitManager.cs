using Volo.Abp.Domain.Services;
using Volo.Abp.Uow;

namespace Volo.Abp.Identity;

/// <summary>Keeps the tree of units whole: codes, names among siblings, whole branches.</summary>
public class OrganizationUnitManager : DomainService
{
    private readonly IOrganizationUnitRepository units;
    private readonly IUnitOfWorkManager unitOfWorkManager;

    internal OrganizationUnitManager(IOrganizationUnitRepository units, IUnitOfWorkManager unitOfWorkManager) =>
        (this.units, this.unitOfWorkManager) = (units, unitOfWorkManager);

    /// <exception cref="BusinessException">A sibling has the name.</exception>
    [UnitOfWork]
    public virtual async Task CreateAsync(OrganizationUnit organizationUnit)
    {
        using var unitOfWork = unitOfWorkManager.Begin();
        organizationUnit.Code = await GetNextChildCodeAsync(organizationUnit.ParentId);
        await ValidateOrganizationUnitAsync(organizationUnit);
        await units.InsertAsync(organizationUnit);
        await unitOfWork.CompleteAsync();
    }

    /// <exception cref="BusinessException">A sibling has the name.</exception>
    public virtual async Task UpdateAsync(OrganizationUnit organizationUnit)
    {
        await ValidateOrganizationUnitAsync(organizationUnit);
        await units.UpdateAsync(organizationUnit);
    }

    public virtual async Task<string> GetNextChildCodeAsync(Guid? parentId)
    {
        if (await GetLastChildOrNullAsync(parentId) is { } last)
        {
            return OrganizationUnit.CalculateNextCode(last.Code);
        }

        return OrganizationUnit.AppendCode(parentId is { } id ? await GetCodeOrDefaultAsync(id) : null, OrganizationUnit.CreateCode(1));
    }

    public virtual async Task<OrganizationUnit> GetLastChildOrNullAsync(Guid? parentId) =>
        (await units.GetChildrenAsync(parentId)).OrderBy(child => child.Code, StringComparer.Ordinal).LastOrDefault();

    public virtual async Task<string> GetCodeOrDefaultAsync(Guid id) => (await units.FindAsync(id, includeDetails: false))?.Code;

    /// <summary>Takes the units beneath along; all of them lose their members and roles.</summary>
    [UnitOfWork]
    public virtual async Task DeleteAsync(Guid id)
    {
        using var unitOfWork = unitOfWorkManager.Begin();
        foreach (var unit in (await FindChildrenAsync(id, recursive: true)).Append(await units.GetAsync(id)))
        {
            await units.RemoveAllMembersAsync(unit);
            await units.RemoveAllRolesAsync(unit);
            await units.DeleteAsync(unit);
        }

        await unitOfWork.CompleteAsync();
    }

    /// <summary>The units beneath follow. That the new place is none of them is for the caller to see to.</summary>
    [UnitOfWork]
    public virtual async Task MoveAsync(Guid id, Guid? parentId)
    {
        using var unitOfWork = unitOfWorkManager.Begin();
        var unit = await units.GetAsync(id);
        if (unit.ParentId != parentId)
        {
            var beneath = await FindChildrenAsync(id, recursive: true);
            var former = unit.Code;
            unit.Code = await GetNextChildCodeAsync(parentId);
            unit.ParentId = parentId;
            await ValidateOrganizationUnitAsync(unit);
            await units.UpdateAsync(unit);
            foreach (var child in beneath)
            {
                child.Code = OrganizationUnit.AppendCode(unit.Code, OrganizationUnit.GetRelativeCode(child.Code, former));
                await units.UpdateAsync(child);
            }
        }

        await unitOfWork.CompleteAsync();
    }

    public async Task<List<OrganizationUnit>> FindChildrenAsync(Guid? parentId, bool recursive = false)
    {
        if (!recursive)
        {
            return await units.GetChildrenAsync(parentId, includeDetails: true);
        }

        return parentId is { } id
            ? await units.GetAllChildrenWithParentCodeAsync(await GetCodeOrDefaultAsync(id), id, includeDetails: true)
            : await units.GetListAsync(includeDetails: true);
    }

    protected virtual async Task ValidateOrganizationUnitAsync(OrganizationUnit organizationUnit)
    {
        if ((await units.GetChildrenAsync(organizationUnit.ParentId)).Any(
            sibling => sibling.Id != organizationUnit.Id && sibling.DisplayName == organizationUnit.DisplayName))
        {
            throw new BusinessException(IdentityErrorCodes.DuplicateOrganizationUnitDisplayName).WithData("0", organizationUnit.DisplayName);
        }
    }
}

public static class IdentityErrorCodes
{
    public const string UserSelfDeletion = "Volo.Abp.Identity:010001";
    public const string DuplicateOrganizationUnitDisplayName = "Volo.Abp.Identity:010004";
    public const string StaticRoleRenaming = "Volo.Abp.Identity:010005";
    public const string StaticRoleDeletion = "Volo.Abp.Identity:010006";
}
