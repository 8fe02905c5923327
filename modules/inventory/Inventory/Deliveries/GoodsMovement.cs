namespace Inventory.Deliveries;

/// <summary>What goes out or comes back at a time.</summary>
public record GoodsMovement(DateOnly Date, Guid WarehouseId, string? Note, IReadOnlyList<MovedLine> Lines);

/// <param name="Quantity">In the product's unit.</param>
/// <param name="Serials">As typed; as many as pieces where the product has serial numbers, else none.</param>
public record MovedLine(int Ordinal, decimal Quantity, IReadOnlyList<string> Serials);

/// <summary>What a delivery must know of a product.</summary>
public record GoodsKind(string Unit, bool TracksSerials, int? WarrantyMonths);
