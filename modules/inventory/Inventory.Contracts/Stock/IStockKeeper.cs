namespace Inventory.Stock;

/// <summary>
/// Moves stock for other modules' documents, in the caller's unit of work: what it moved is undone when that fails. It
/// asks no permission: the document's use case has.
/// </summary>
public interface IStockKeeper
{
    /// <summary>
    /// Products whose stock is not tracked (services) are passed over. A stock may fall below zero: goods leave before they are
    /// booked in; but where <c>Inventory.SellOnlyAvailable</c> is set, a sale of more than is available is refused.
    /// </summary>
    Task MoveAsync(IReadOnlyList<StockMoveDto> moves);
}

/// <param name="Quantity">In the product's unit; positive comes in, negative goes out; not zero.</param>
/// <param name="DocumentNumber">Of the document that moved it, as people know it.</param>
/// <param name="DocumentUrl">Where that document is shown.</param>
/// <param name="WarehouseId">The main one when null.</param>
public record StockMoveDto(
    Guid ProductId, decimal Quantity, DateOnly Date, StockMoveReason Reason,
    string? DocumentNumber = null, string? DocumentUrl = null, Guid? WarehouseId = null);

public enum StockMoveReason
{
    Opening = 1,
    Purchase = 2,
    Sale = 3,
    SalesReturn = 4,
    Count = 5,
    Loss = 6,

    /// <summary>To or from another warehouse.</summary>
    Transfer = 7
}
