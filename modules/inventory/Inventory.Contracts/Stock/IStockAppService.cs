using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Inventory.Stock;

public interface IStockAppService : IApplicationService
{
    /// <summary>The moves of one product, newest first, page after page.</summary>
    Task<StockMovePage> GetMovesAsync(StockMoveListInput input);

    /// <summary>Books what came in, what was lost, or what was counted.</summary>
    Task AdjustAsync(AdjustStockDto input);

    /// <summary>Brings goods from one warehouse to another.</summary>
    Task TransferAsync(TransferStockDto input);

    /// <summary>What is there of one product, warehouse by warehouse, the main one first; a warehouse that never had any is left out.</summary>
    Task<List<WarehouseStockRow>> GetByWarehouseAsync(Guid productId);
}

public record WarehouseStockRow(Guid WarehouseId, string Warehouse, decimal OnHand, decimal Reserved)
{
    public decimal Available => OnHand - Reserved;
}

public class StockMoveListInput
{
    public Guid ProductId { get; set; }

    /// <summary>Id and date of the last move of the page before.</summary>
    public Guid? AfterId { get; set; }

    public DateOnly? AfterDate { get; set; }

    [Range(1, 200)]
    public int Max { get; set; } = 30;
}

public record StockMovePage(List<StockMoveRow> Rows, bool HasMore);

public record StockMoveRow(
    Guid Id, DateOnly Date, decimal Quantity, StockMoveReason Reason, string? Warehouse, string? DocumentNumber, string? DocumentUrl, string? Note);

public class AdjustStockDto
{
    public Guid ProductId { get; set; }

    /// <summary>The main one when null.</summary>
    public Guid? WarehouseId { get; set; }

    /// <summary>Never negative: for a purchase, an opening stock or a loss how much, above zero; for a count what is there.</summary>
    public decimal Quantity { get; set; }

    /// <summary>Opening, Purchase, Loss or Count; sales and returns are booked by their documents.</summary>
    public StockMoveReason Reason { get; set; } = StockMoveReason.Purchase;

    public DateOnly Date { get; set; }

    [StringLength(200)]
    public string? Note { get; set; }
}

public class TransferStockDto
{
    public Guid ProductId { get; set; }
    public Guid FromId { get; set; }
    public Guid ToId { get; set; }

    /// <summary>Above zero, and no more than is on hand where it leaves.</summary>
    public decimal Quantity { get; set; }

    public DateOnly Date { get; set; }

    [StringLength(200)]
    public string? Note { get; set; }
}
