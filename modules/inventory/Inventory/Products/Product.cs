using Kernel.Monetary;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Inventory.Products;

/// <summary>Goods or a service we sell. Its name may change: documents keep the name they were made with.</summary>
public class Product : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }

    /// <summary>As typed; unique by <see cref="CodeKey"/>.</summary>
    public string Code { get; private set; } = null!;

    /// <summary>The folded code: ab-۱ and AB-1 are one.</summary>
    public string CodeKey { get; private set; } = null!;

    public string Name { get; private set; } = null!;

    /// <summary>Folded name and code: a search asks that it contains each folded word.</summary>
    [DisableAuditing]
    public string SearchKey { get; private set; } = null!;

    /// <summary>Sorts names in the order of the Persian alphabet; lists are paged by (SortKey, Id).</summary>
    [DisableAuditing]
    public string SortKey { get; private set; } = null!;

    public string Unit { get; private set; } = null!;

    /// <summary>For one unit, without tax, in the major unit of <see cref="Currency"/>; up to four decimals.</summary>
    public decimal UnitPrice { get; private set; }

    public string Currency { get; private set; } = null!;

    /// <summary>As a fraction: 0.1 for 10 %.</summary>
    public decimal TaxRate { get; private set; }

    /// <summary>Services have no stock.</summary>
    public bool TracksStock { get; private set; }

    /// <summary>Each piece has a number of its own, which is asked for when it is delivered or comes back.</summary>
    public bool TracksSerials { get; private set; }

    /// <summary>How long a delivered piece is under warranty; null for none.</summary>
    public int? WarrantyMonths { get; private set; }

    /// <summary>An inactive product keeps its history but is no longer offered for new documents.</summary>
    public bool IsActive { get; private set; } = true;

    private Product() { } // EF Core

    public Product(Guid id, string code, string name, string unit, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        Name = "";
        Recode(code);
        Rename(name);
        Measure(unit, tracksStock: true);
        Currency = Currencies.Rial;
    }

    /// <summary>The key by which codes are the same.</summary>
    public static string CodeKeyOf(string code) => PersianText.CompactKey(code);

    public void Recode(string code)
    {
        Code = Required(code, InventoryErrorCodes.CodeMissing, ProductConsts.MaxCodeLength);
        CodeKey = CodeKeyOf(Code);
        Index();
    }

    public void Rename(string name)
    {
        Name = Required(name, InventoryErrorCodes.NameMissing, ProductConsts.MaxNameLength);
        Index();
    }

    /// <param name="unit">What one of it is called.</param>
    public void Measure(string unit, bool tracksStock)
    {
        Unit = Required(unit, InventoryErrorCodes.UnitMissing, ProductConsts.MaxUnitLength);
        TracksStock = tracksStock;
    }

    /// <summary>How its pieces are known once they are with a customer.</summary>
    /// <param name="warrantyMonths">1 to 600; null for none.</param>
    public void Identify(bool tracksSerials, int? warrantyMonths)
    {
        if (tracksSerials && !TracksStock)
        {
            throw new BusinessException(InventoryErrorCodes.SerialsNeedStock).WithData("Name", Name);
        }
        if (warrantyMonths is < 1 or > ProductConsts.MaxWarrantyMonths)
        {
            throw new BusinessException(InventoryErrorCodes.WrongWarranty).WithData("Months", warrantyMonths);
        }
        (TracksSerials, WarrantyMonths) = (tracksSerials, warrantyMonths);
    }

    /// <param name="taxRate">As a fraction from 0 to 1.</param>
    public void Price(decimal unitPrice, string currency, decimal taxRate)
    {
        if (unitPrice < 0)
        {
            throw new BusinessException(InventoryErrorCodes.NegativePrice).WithData("Price", unitPrice);
        }
        if (!Currencies.IsKnown(currency))
        {
            throw new BusinessException(InventoryErrorCodes.UnknownCurrency).WithData("Currency", currency);
        }
        if (taxRate is < 0 or > 1)
        {
            throw new BusinessException(InventoryErrorCodes.WrongTaxRate).WithData("Rate", taxRate);
        }
        (UnitPrice, Currency, TaxRate) = (unitPrice, currency, taxRate);
    }

    public void Activate() => IsActive = true;

    public void Deactivate() => IsActive = false;

    public void Restore() => (IsDeleted, DeletionTime, DeleterId) = (false, null, null);

    private void Index()
    {
        var (words, compact) = (PersianText.SearchKey(Name), PersianText.CompactKey(Name));
        SortKey = PersianSortKey.Of(Name, ProductConsts.MaxSortKeyLength);
        SearchKey = words == compact ? $"{CodeKey} {words}" : $"{CodeKey} {words} {compact}";
    }

    private static string Required(string text, string missing, int maxLength) => PersianText.Clean(text) is { Length: > 0 } clean
        ? Check.Length(clean, nameof(text), maxLength)!
        : throw new BusinessException(missing);
}
