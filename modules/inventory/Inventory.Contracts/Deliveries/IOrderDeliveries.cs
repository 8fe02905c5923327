namespace Inventory.Deliveries;

/// <summary>
/// What other modules' orders want delivered: reserved when an order is confirmed, freed when it is cancelled, in the caller's
/// unit of work. It asks no permission: the order's use case has.
/// </summary>
public interface IOrderDeliveries
{
    /// <summary>
    /// Reserves an order's goods in the main warehouse, from where they can be delivered. Lines whose product has no stock
    /// (services) are passed over.
    /// </summary>
    Task ReserveAsync(OrderToDeliver order);

    /// <summary>Frees what was reserved. Refused while goods of the order are with the customer.</summary>
    Task CancelAsync(Guid orderId);

    /// <summary>Whether the order's goods leave by deliveries; else its invoice takes them out.</summary>
    Task<bool> DeliversAsync(Guid orderId);

    /// <summary>How far the order is delivered, for its own page; null when there is nothing to deliver or it is out of the reader's sight.</summary>
    Task<OrderDelivery?> FindAsync(Guid orderId);
}

/// <param name="Number">As people know it.</param>
/// <param name="Url">Where the order is shown.</param>
/// <param name="Due">Until when it is to be delivered.</param>
public record OrderToDeliver(Guid Id, string Number, string Url, Guid PartyId, DateOnly Date, DateOnly? Due, IReadOnlyList<LineToDeliver> Lines);

/// <param name="Ordinal">The line's place on the order.</param>
/// <param name="Quantity">In the product's unit, above zero.</param>
public record LineToDeliver(int Ordinal, Guid ProductId, string Description, decimal Quantity);

/// <param name="Url">Where it is shown and delivered.</param>
/// <param name="Deliveries">Deliveries and returns, oldest first.</param>
public record OrderDelivery(DeliveryOrderState State, string Url, IReadOnlyList<DeliveryLink> Deliveries);

public record DeliveryLink(Guid Id, DeliveryKind Kind, string Number, DateOnly Date, string Url);
