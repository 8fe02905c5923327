namespace Inventory.Deliveries;

/// <summary>Goods of an order went out or came back. Told in the unit of work that moves them.</summary>
/// <param name="Date">Of the delivery or return.</param>
/// <param name="Quantities">By the line's place on the order, in the product's unit; negative came back.</param>
/// <param name="OverrideReason">As <see cref="DeliverDto.OverrideReason"/>.</param>
public record OrderGoodsMovedEvent(Guid OrderId, DateOnly Date, IReadOnlyDictionary<int, decimal> Quantities, string? OverrideReason = null);
