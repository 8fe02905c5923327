using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Inventory.Warehouses;

/// <summary>Where goods lie. It is never deleted, because moves name it: one that is no longer used is closed.</summary>
public class Warehouse : AuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public string Name { get; private set; } = null!;

    /// <summary>The folded name, which is unique.</summary>
    [DisableAuditing]
    public string NameKey { get; private set; } = null!;

    public string? Address { get; private set; }

    /// <summary>Orders reserve here, and what names no warehouse is booked here. An organisation has one.</summary>
    public bool IsMain { get; private set; }

    public bool IsActive { get; private set; } = true;

    /// <summary>Raised in the database by whoever moves or reserves stock here: the row stays locked until his commit, so they take turns.</summary>
    [DisableAuditing]
    public long Turn { get; private set; }

    private Warehouse() { } // EF Core

    public Warehouse(Guid id, string name, bool isMain, Guid? tenantId) : base(id)
    {
        (TenantId, IsMain) = (tenantId, isMain);
        Write(name, address: null);
    }

    public void Write(string name, string? address)
    {
        Name = PersianText.Clean(name) is { Length: > 0 } clean
            ? Check.Length(clean, nameof(name), WarehouseConsts.MaxNameLength)!
            : throw new BusinessException(InventoryErrorCodes.WarehouseNameMissing);
        NameKey = PersianText.CompactKey(Name);
        Address = Check.Length(PersianText.Clean(address) is { Length: > 0 } place ? place : null, nameof(address), WarehouseConsts.MaxAddressLength);
    }

    /// <param name="before">The one that was the main warehouse until now.</param>
    public void TakeOver(Warehouse before)
    {
        EnsureOpen();
        (before.IsMain, IsMain) = (false, true);
    }

    /// <param name="isEmpty">Nothing is on hand or reserved here.</param>
    public void Close(bool isEmpty)
    {
        if (IsMain)
        {
            throw new BusinessException(InventoryErrorCodes.WarehouseIsMain).WithData("Name", Name);
        }
        IsActive = isEmpty ? false : throw new BusinessException(InventoryErrorCodes.WarehouseNotEmpty).WithData("Name", Name);
    }

    public void Open() => IsActive = true;

    public void EnsureOpen()
    {
        if (!IsActive)
        {
            throw new BusinessException(InventoryErrorCodes.WarehouseClosed).WithData("Name", Name);
        }
    }
}
