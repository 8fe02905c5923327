using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Services;

namespace Inventory.Deliveries;

/// <summary>Goods that went out or came back.</summary>
public interface IDeliveryAppService : IApplicationService
{
    /// <summary>Deliveries and returns, newest first, page after page.</summary>
    Task<DeliveryPage> GetListAsync(DeliveryListInput input);

    Task<DeliveryDto> GetAsync(Guid id);

    /// <summary>Who got a piece with this serial number and until when its warranty runs, the latest first; at most fifty.</summary>
    /// <param name="text">A serial number or its beginning, at least two characters; less finds nothing.</param>
    Task<List<SerialRow>> GetSerialsAsync(string? text);

    /// <summary>Takes goods of a delivery back into a warehouse.</summary>
    /// <returns>The return's id.</returns>
    Task<Guid> TakeBackAsync(Guid id, TakeBackDto input);
}

/// <summary>What of customers' orders is to be delivered. The ids are the orders'.</summary>
public interface IDeliveryOrderAppService : IApplicationService
{
    /// <summary>Orders of which something is still to be delivered, the most urgent first, page after page.</summary>
    Task<DeliveryOrderPage> GetListAsync(DeliveryOrderListInput input);

    Task<DeliveryOrderDto> GetAsync(Guid id);

    /// <summary>Gives goods of an order out.</summary>
    /// <returns>The delivery's id.</returns>
    Task<Guid> DeliverAsync(Guid id, DeliverDto input);

    /// <summary>The rest will not be delivered: frees what is reserved for it.</summary>
    Task CloseAsync(Guid id);
}

public enum DeliveryKind
{
    Delivery = 1,
    Return = 2
}

public enum DeliveryOrderState
{
    /// <summary>Something is still to be delivered.</summary>
    Open = 1,

    Delivered = 2,

    /// <summary>The rest will not be delivered.</summary>
    Closed = 3,

    /// <summary>The order was cancelled.</summary>
    Cancelled = 4
}

public static class DeliveryConsts
{
    public const int MaxNumberLength = 32;
    public const int MaxUrlLength = 200;
    public const int MaxNoteLength = 500;
    public const int MaxOverrideReasonLength = 300;
    public const int MaxDescriptionLength = 256;
    public const int MaxSerialLength = 64;
    public const int MaxLines = 2000;
}

/// <summary>The next page begins after the last row of this one: send its Date and Id.</summary>
public class DeliveryListInput
{
    public DeliveryKind? Kind { get; set; }
    public Guid? PartyId { get; set; }

    /// <summary>Part of a number or of the customer's name.</summary>
    public string? Text { get; set; }

    public DateOnly? AfterDate { get; set; }
    public Guid? AfterId { get; set; }

    [Range(1, 200)]
    public int Max { get; set; } = 50;
}

public record DeliveryPage(List<DeliveryRow> Rows, bool HasMore);

public record DeliveryRow(Guid Id, DeliveryKind Kind, string Number, DateOnly Date, Guid PartyId, string PartyName, string OrderNumber, string Warehouse);

/// <summary>The next page begins after the last row of this one: send its Due and Id.</summary>
public class DeliveryOrderListInput
{
    public Guid? PartyId { get; set; }

    /// <summary>Part of the order's number or of the customer's name.</summary>
    public string? Text { get; set; }

    public DateOnly? AfterDue { get; set; }
    public Guid? AfterId { get; set; }

    [Range(1, 200)]
    public int Max { get; set; } = 50;
}

public record DeliveryOrderPage(List<DeliveryOrderRow> Rows, bool HasMore);

/// <param name="Due">Until when it is to be delivered; the order's date when none was agreed.</param>
public record DeliveryOrderRow(Guid Id, string Number, DateOnly Due, Guid PartyId, string PartyName, bool IsBegun);

/// <param name="OrderUrl">Where the order is shown.</param>
/// <param name="Source">Of a return the delivery.</param>
/// <param name="Returns">Of a delivery, oldest first.</param>
public record DeliveryDto(
    Guid Id, DeliveryKind Kind, string Number, DateOnly Date, Guid PartyId, string PartyName, string PartyNumber, string Warehouse, string? Note,
    Guid OrderId, string OrderNumber, string OrderUrl, IReadOnlyList<DeliveryLineDto> Lines, DeliveryLink? Source, IReadOnlyList<DeliveryLink> Returns)
{
    /// <summary>Something is still with the customer.</summary>
    public bool CanComeBack => Kind == DeliveryKind.Delivery && Lines.Any(line => line.Returned < line.Quantity);
}

/// <param name="Returned">What of it came back; 0 on a return itself.</param>
public record DeliveryLineDto(
    int Ordinal, Guid ProductId, string Description, string Unit, decimal Quantity, decimal Returned, IReadOnlyList<DeliveredSerialDto> Serials);

/// <param name="WarrantyUntil">The last day of the warranty; null for none.</param>
/// <param name="ReturnedOn">Null while the customer has it.</param>
public record DeliveredSerialDto(string Serial, DateOnly? WarrantyUntil, DateOnly? ReturnedOn);

/// <param name="WarehouseId">Where it is reserved.</param>
public record DeliveryOrderDto(
    Guid Id, string Number, string Url, DateOnly Date, DateOnly Due, Guid PartyId, string PartyName, DeliveryOrderState State, Guid WarehouseId,
    IReadOnlyList<DeliveryOrderLineDto> Lines, IReadOnlyList<DeliveryLink> Deliveries, string ConcurrencyStamp);

/// <param name="Open">What is still to be delivered and therefore reserved.</param>
/// <param name="OnHand">In all warehouses.</param>
public record DeliveryOrderLineDto(
    int Ordinal, Guid ProductId, string Description, string Unit, bool TracksSerials, decimal Ordered, decimal Delivered, decimal Open, decimal OnHand);

public record SerialRow(
    Guid DeliveryId, string DeliveryNumber, DateOnly DeliveredOn, Guid ProductId, string Product, string Serial,
    Guid PartyId, string PartyName, DateOnly? WarrantyUntil, DateOnly? ReturnedOn);

public abstract class GoodsMovementDto
{
    /// <summary>Where the goods leave or come back; when null the order's for a delivery, the main one for a return.</summary>
    public Guid? WarehouseId { get; set; }

    public DateOnly Date { get; set; }

    [StringLength(DeliveryConsts.MaxNoteLength)]
    public string? Note { get; set; }

    [MaxLength(DeliveryConsts.MaxLines)]
    public List<MovedLineDto> Lines { get; set; } = [];
}

public class DeliverDto : GoodsMovementDto
{
    /// <summary>The stamp that was read with the order: a delivery made since then refuses this one. Null when nothing was read.</summary>
    public string? ConcurrencyStamp { get; set; }

    /// <summary>Why goods go out though a limit refuses it, from somebody who may pass limits; it is kept. Null when nobody says so.</summary>
    [StringLength(DeliveryConsts.MaxOverrideReasonLength)]
    public string? OverrideReason { get; set; }
}

public class TakeBackDto : GoodsMovementDto;

public class MovedLineDto
{
    /// <summary>The line's place on the order, or of a return on the delivery.</summary>
    public int Ordinal { get; set; }

    /// <summary>In the product's unit; a line of zero is left out.</summary>
    public decimal Quantity { get; set; }

    /// <summary>As many as pieces, where the product has serial numbers.</summary>
    public List<string> Serials { get; set; } = [];
}
