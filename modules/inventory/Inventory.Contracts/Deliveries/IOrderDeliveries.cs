namespace Inventory.Deliveries;

/// <summary>
/// What other modules' orders want delivered: reserved when an order is confirmed, freed when it is cancelled or closed, in the caller's
/// unit of work. It asks no permission: the order's use case has. What then goes out or comes back, <see cref="OrderGoodsMovedEvent"/> tells.
/// </summary>
public interface IOrderDeliveries
{
    /// <summary>
    /// Reserves an order's goods in its warehouse, from where they are delivered. Lines whose product has no stock
    /// (services) are passed over.
    /// </summary>
    Task ReserveAsync(OrderToDeliver order);

    /// <summary>Frees what was reserved. Refused while goods of the order are with the customer.</summary>
    Task CancelAsync(Guid orderId);

    /// <summary>Frees what was reserved beyond what is still wanted, as when the rest of an order is given up.</summary>
    /// <param name="wanted">How much of which line the customer still gets, with what he got; nothing of the others.</param>
    Task CloseAsync(Guid orderId, IReadOnlyDictionary<int, decimal> wanted);

    /// <summary>Whether the order's goods leave by deliveries; else its invoice takes them out.</summary>
    Task<bool> DeliversAsync(Guid orderId);

    /// <summary>How far the order is delivered, for its own page; null when there is nothing to deliver or it is out of the reader's sight.</summary>
    Task<OrderDelivery?> FindAsync(Guid orderId);

    /// <returns>Where orders can be reserved: the warehouses in use, the main one first.</returns>
    Task<IReadOnlyList<WarehouseName>> GetWarehousesAsync();
}

/// <param name="Number">As people know it.</param>
/// <param name="Url">Where the order is shown.</param>
/// <param name="Due">Until when it is to be delivered.</param>
/// <param name="WarehouseId">Where it is reserved; the main one when null.</param>
public record OrderToDeliver(
    Guid Id, string Number, string Url, Guid PartyId, DateOnly Date, DateOnly? Due, IReadOnlyList<LineToDeliver> Lines, Guid? WarehouseId = null);

/// <param name="Ordinal">The line's place on the order.</param>
/// <param name="Quantity">In the product's unit, above zero.</param>
public record LineToDeliver(int Ordinal, Guid ProductId, string Description, decimal Quantity);

/// <param name="Url">Where it is shown and delivered.</param>
/// <param name="Warehouse">Where it is reserved.</param>
/// <param name="Deliveries">Deliveries and returns, oldest first.</param>
public record OrderDelivery(DeliveryOrderState State, string Url, string Warehouse, IReadOnlyList<DeliveryLink> Deliveries);

public record WarehouseName(Guid Id, string Name);

public record DeliveryLink(Guid Id, DeliveryKind Kind, string Number, DateOnly Date, string Url);
