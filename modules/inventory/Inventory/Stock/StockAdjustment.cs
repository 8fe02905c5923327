using Volo.Abp;

namespace Inventory.Stock;

/// <summary>What a person books by hand.</summary>
public static class StockAdjustment
{
    /// <summary>The reasons that people may give; sales and returns are booked by their documents.</summary>
    public static IReadOnlyList<StockMoveReason> Reasons { get; } =
        [StockMoveReason.Purchase, StockMoveReason.Opening, StockMoveReason.Count, StockMoveReason.Loss];

    /// <param name="quantity">What was typed: of a count what is there, else how much came in or was lost.</param>
    /// <returns>The signed quantity to move; 0 when a count agrees with the books.</returns>
    public static decimal Change(StockMoveReason reason, decimal quantity, decimal onHand)
    {
        if (reason == StockMoveReason.Count)
        {
            return quantity >= 0
                ? quantity - onHand
                : throw new BusinessException(InventoryErrorCodes.NegativeCount).WithData("Quantity", quantity);
        }
        if (quantity <= 0)
        {
            throw new BusinessException(InventoryErrorCodes.QuantityNotPositive).WithData("Quantity", quantity);
        }
        return reason switch
        {
            StockMoveReason.Opening or StockMoveReason.Purchase => quantity,
            StockMoveReason.Loss => -quantity,
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null)
        };
    }
}
