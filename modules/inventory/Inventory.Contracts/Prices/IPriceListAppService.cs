using System.ComponentModel.DataAnnotations;
using Parties.Parties;
using Volo.Abp.Application.Services;

namespace Inventory.Prices;

public interface IPriceListAppService : IApplicationService
{
    /// <summary>The latest beginning first, page after page.</summary>
    Task<PriceListPage> GetListAsync(PriceListInput input);

    Task<PriceListDto> GetAsync(Guid id);

    /// <summary>The prices of a list, by the products' names, page after page.</summary>
    Task<PricePage> GetPricesAsync(PriceInput input);

    Task<Guid> CreateAsync(PriceListContentDto input);
    Task UpdateAsync(Guid id, UpdatePriceListDto input);

    /// <summary>Documents keep their prices; <see cref="RestoreAsync"/> brings the list back.</summary>
    Task DeleteAsync(Guid id);

    Task RestoreAsync(Guid id);

    /// <summary>Gives a product its price on the list, or another one.</summary>
    Task SetPriceAsync(Guid id, SetPriceDto input);

    Task RemovePriceAsync(Guid id, Guid productId);

    /// <summary>A list with the same prices, raised or lowered, from another day on.</summary>
    /// <returns>The new list's id.</returns>
    Task<Guid> CopyAsync(Guid id, CopyPriceListDto input);
}

public static class PriceListConsts
{
    public const int MaxNameLength = 100;

    /// <summary>What is stored with four decimals.</summary>
    public const decimal MaxUnitPrice = 999_999_999_999_999m;
}

/// <summary>The next page begins after the last row of this one: send its From and Id.</summary>
public class PriceListInput
{
    public DateOnly? AfterFrom { get; set; }
    public Guid? AfterId { get; set; }

    [Range(1, 200)]
    public int Max { get; set; } = 50;
}

public record PriceListPage(List<PriceListRow> Rows, bool HasMore);

/// <param name="Group">Of customers; null for all.</param>
/// <param name="Until">The last day it holds; null for no end.</param>
public record PriceListRow(Guid Id, string Name, string? Group, string Currency, DateOnly From, DateOnly? Until);

/// <inheritdoc cref="PriceListRow"/>
public record PriceListDto(Guid Id, string Name, string? Group, string Currency, DateOnly From, DateOnly? Until, string ConcurrencyStamp);

/// <summary>The next page begins after the last row of this one: send its SortKey and ProductId.</summary>
public class PriceInput
{
    public Guid ListId { get; set; }

    /// <summary>Parts of the product's name or code.</summary>
    public string? Text { get; set; }

    public string? AfterKey { get; set; }
    public Guid? AfterId { get; set; }

    [Range(1, 200)]
    public int Max { get; set; } = 50;
}

public record PricePage(List<PriceRow> Rows, bool HasMore);

/// <param name="UnitPrice">For one unit, without tax, in the major unit of the list's currency.</param>
/// <param name="OwnPrice">The product's own, in the major unit of <paramref name="OwnCurrency"/>.</param>
public record PriceRow(Guid ProductId, string Code, string Name, string SortKey, string Unit, decimal UnitPrice, decimal OwnPrice, string OwnCurrency);

public class PriceListContentDto
{
    [StringLength(PriceListConsts.MaxNameLength)]
    public string Name { get; set; } = "";

    /// <summary>Of customers; null for all.</summary>
    [StringLength(PartyConsts.MaxGroupLength)]
    public string? Group { get; set; }

    public string Currency { get; set; } = "IRR";
    public DateOnly From { get; set; }

    /// <summary>The last day it holds; null for no end.</summary>
    public DateOnly? Until { get; set; }
}

public class UpdatePriceListDto : PriceListContentDto
{
    /// <summary>The stamp that was read with the list: a change made since then refuses this one.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = null!;
}

public class SetPriceDto
{
    public Guid ProductId { get; set; }

    /// <summary>For one unit, without tax, in the major unit of the list's currency; up to four decimals.</summary>
    public decimal UnitPrice { get; set; }
}

public class CopyPriceListDto
{
    [StringLength(PriceListConsts.MaxNameLength)]
    public string Name { get; set; } = "";

    [Required]
    public DateOnly? From { get; set; }

    /// <summary>By how many percent prices rise, above −100; each is rounded half away from zero to the currency's smallest unit.</summary>
    public decimal Percent { get; set; }
}
