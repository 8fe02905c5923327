using System.ComponentModel.DataAnnotations;

namespace Inventory.Products;

/// <summary>What a person may write about a product, at creation and later.</summary>
public abstract class ProductContentDto
{
    /// <summary>Unique; letters are kept as typed, upper and lower case are one.</summary>
    [StringLength(ProductConsts.MaxCodeLength)]
    public string Code { get; set; } = "";

    [StringLength(ProductConsts.MaxNameLength)]
    public string Name { get; set; } = "";

    /// <summary>What one of it is called: عدد, kg, hour.</summary>
    [StringLength(ProductConsts.MaxUnitLength)]
    public string Unit { get; set; } = "";

    /// <summary>For one unit, without tax, in the major unit of the currency.</summary>
    public decimal UnitPrice { get; set; }

    public string Currency { get; set; } = "IRR";

    /// <summary>As a fraction from 0 to 1 (0.1 for 10 %); the tenant's usual rate when null.</summary>
    public decimal? TaxRate { get; set; }

    public bool TracksStock { get; set; } = true;

    /// <summary>Each piece has a serial number, which is asked for when it is delivered or comes back. Only goods that have stock.</summary>
    public bool TracksSerials { get; set; }

    /// <summary>How many months a delivered piece is under warranty; null for none.</summary>
    public int? WarrantyMonths { get; set; }
}

public class CreateProductDto : ProductContentDto;

public class UpdateProductDto : ProductContentDto
{
    /// <summary>An inactive product keeps its history but is no longer offered for new documents.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>The stamp that was read with the product: a change made since then refuses this one.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = null!;
}

public record ProductDto(
    Guid Id, string Code, string Name, string Unit, decimal UnitPrice, string Currency, decimal TaxRate,
    bool TracksStock, bool TracksSerials, int? WarrantyMonths, bool IsActive, decimal OnHand, decimal Reserved, string ConcurrencyStamp)
{
    /// <inheritdoc cref="ProductInfo.Available"/>
    public decimal Available => OnHand - Reserved;
}

public record DeletedProductDto(Guid Id, string Code, string Name);

/// <summary>The next page begins after the last row of this one: send its SortKey and Id.</summary>
public class ProductListInput
{
    /// <summary>Parts of the name or the code.</summary>
    public string? Text { get; set; }

    public bool? IsActive { get; set; }
    public string? AfterKey { get; set; }
    public Guid? AfterId { get; set; }

    [Range(1, 200)]
    public int Max { get; set; } = 50;
}

public record ProductPage(List<ProductRow> Rows, bool HasMore);

public record ProductRow(
    Guid Id, string Code, string Name, string SortKey, string Unit, decimal UnitPrice, string Currency, decimal TaxRate,
    bool TracksStock, bool IsActive, decimal OnHand, decimal Reserved)
{
    /// <inheritdoc cref="ProductInfo.Available"/>
    public decimal Available => OnHand - Reserved;
}
