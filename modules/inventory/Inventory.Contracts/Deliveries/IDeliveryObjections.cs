namespace Inventory.Deliveries;

/// <summary>
/// Says what stands against goods going out before they do. Whoever may refuse an <see cref="OrderGoodsMovedEvent"/> implements it, in a class whose
/// name ends in <c>DeliveryObjections</c>, else it is not found.
/// </summary>
public interface IDeliveryObjections
{
    /// <param name="quantities">By the line's place on the order, in the product's unit.</param>
    /// <returns>Null when nothing stands against it, or the reader may not know.</returns>
    Task<DeliveryObjection?> FindAsync(Guid orderId, DateOnly date, IReadOnlyDictionary<int, decimal> quantities);
}

/// <param name="Text">In the reader's language.</param>
/// <param name="Refuses">The delivery will be refused; else it passes and is noted.</param>
/// <param name="MayOverride">The reader may deliver all the same when he says why.</param>
public record DeliveryObjection(string Text, bool Refuses, bool MayOverride);
