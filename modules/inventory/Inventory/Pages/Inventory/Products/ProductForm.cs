using System.ComponentModel.DataAnnotations;
using Inventory.Products;
using Kernel.Monetary;

namespace Inventory.Web;

/// <summary>What the pages that create and edit a product ask for.</summary>
public class ProductForm
{
    [StringLength(ProductConsts.MaxCodeLength)]
    public string? Code { get; set; }

    [StringLength(ProductConsts.MaxNameLength)]
    public string? Name { get; set; }

    [StringLength(ProductConsts.MaxUnitLength)]
    public string? Unit { get; set; }

    public decimal UnitPrice { get; set; }
    public string Currency { get; set; } = Currencies.Rial;

    /// <summary>10 for 10 %; the usual rate when empty.</summary>
    public decimal? TaxPercent { get; set; }

    public bool TracksStock { get; set; } = true;
    public bool TracksSerials { get; set; }
    public int? WarrantyMonths { get; set; }
    public bool IsActive { get; set; } = true;

    public static ProductForm Of(ProductDto product) => new()
    {
        Code = product.Code,
        Name = product.Name,
        Unit = product.Unit,
        UnitPrice = product.UnitPrice,
        Currency = product.Currency,
        TaxPercent = product.TaxRate * 100,
        TracksStock = product.TracksStock,
        TracksSerials = product.TracksSerials,
        WarrantyMonths = product.WarrantyMonths,
        IsActive = product.IsActive
    };

    public T To<T>(T content) where T : ProductContentDto
    {
        content.Code = Code ?? "";
        content.Name = Name ?? "";
        content.Unit = Unit ?? "";
        content.UnitPrice = UnitPrice;
        content.Currency = Currency;
        content.TaxRate = TaxPercent / 100;
        content.TracksStock = TracksStock;
        content.TracksSerials = TracksSerials;
        content.WarrantyMonths = WarrantyMonths;
        return content;
    }
}
