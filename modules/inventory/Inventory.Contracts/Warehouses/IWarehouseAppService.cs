using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Inventory.Warehouses;

public interface IWarehouseAppService : IApplicationService
{
    /// <summary>The main one first, then by name. An organisation has a few.</summary>
    Task<List<WarehouseRow>> GetListAsync();

    Task<WarehouseDto> GetAsync(Guid id);

    /// <summary>What lies in a warehouse, by the products' names, page after page.</summary>
    Task<WarehouseStockPage> GetStockAsync(WarehouseStockInput input);

    Task<Guid> CreateAsync(WarehouseContentDto input);
    Task UpdateAsync(Guid id, UpdateWarehouseDto input);

    /// <summary>New orders reserve there, and what names no warehouse is booked there.</summary>
    Task MakeMainAsync(Guid id);

    /// <summary>Takes an empty warehouse out of use. It keeps its history, and <see cref="OpenAsync"/> brings it back.</summary>
    Task CloseAsync(Guid id);

    Task OpenAsync(Guid id);
}

public static class WarehouseConsts
{
    public const int MaxNameLength = 100;
    public const int MaxAddressLength = 500;
}

public record WarehouseRow(Guid Id, string Name, string? Address, bool IsMain, bool IsActive);

public record WarehouseDto(Guid Id, string Name, string? Address, bool IsMain, bool IsActive, string ConcurrencyStamp);

public class WarehouseContentDto
{
    [StringLength(WarehouseConsts.MaxNameLength)]
    public string Name { get; set; } = "";

    [StringLength(WarehouseConsts.MaxAddressLength)]
    public string? Address { get; set; }
}

public class UpdateWarehouseDto : WarehouseContentDto
{
    /// <summary>The stamp that was read with the warehouse: a change made since then refuses this one.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = null!;
}

/// <summary>The next page begins after the last row of this one: send its SortKey and ProductId.</summary>
public class WarehouseStockInput
{
    public Guid WarehouseId { get; set; }

    /// <summary>Parts of the product's name or code.</summary>
    public string? Text { get; set; }

    public string? AfterKey { get; set; }
    public Guid? AfterId { get; set; }

    [Range(1, 200)]
    public int Max { get; set; } = 50;
}

public record WarehouseStockPage(List<ProductStockRow> Rows, bool HasMore);

public record ProductStockRow(Guid ProductId, string Code, string Name, string SortKey, string Unit, decimal OnHand, decimal Reserved)
{
    public decimal Available => OnHand - Reserved;
}
