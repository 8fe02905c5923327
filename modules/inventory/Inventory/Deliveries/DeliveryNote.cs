using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Inventory.Deliveries;

/// <summary>Goods that were given out, or came back from a delivery. It never changes: a return corrects a delivery.</summary>
public class DeliveryNote : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<DeliveryNoteLine> _lines = [];

    public Guid? TenantId { get; private set; }
    public DeliveryKind Kind { get; private set; }
    public string Number { get; private set; } = null!;

    [DisableAuditing]
    public string SearchKey { get; private set; } = null!;

    public Guid PartyId { get; private set; }
    public DateOnly Date { get; private set; }

    /// <summary>Where the goods left or came back.</summary>
    public Guid WarehouseId { get; private set; }

    public Guid OrderId { get; private set; }
    public string OrderNumber { get; private set; } = null!;

    /// <summary>Of a return the delivery.</summary>
    public Guid? SourceId { get; private set; }

    public string? Note { get; private set; }

    /// <summary>How many returns there were; a change of it alone tells the second of two who take back at a time.</summary>
    public int Returns { get; private set; }

    public IReadOnlyList<DeliveryNoteLine> Lines => _lines;

    private DeliveryNote() { } // EF Core

    internal DeliveryNote(Guid id, DeliveryKind kind, string number, DeliveryOrder order, GoodsMovement movement, Guid? tenantId)
        : this(id, kind, number, order.PartyId, order.Id, order.Number, movement, tenantId) { }

    private DeliveryNote(
        Guid id, DeliveryKind kind, string number, Guid partyId, Guid orderId, string orderNumber, GoodsMovement movement, Guid? tenantId) : base(id)
    {
        (TenantId, Kind, PartyId, OrderId, OrderNumber) = (tenantId, kind, partyId, orderId, orderNumber);
        Number = Check.NotNullOrWhiteSpace(number, nameof(number), DeliveryConsts.MaxNumberLength);
        SearchKey = $"{PersianText.SearchKey(number)} {PersianText.SearchKey(orderNumber)}";
        (Date, WarehouseId) = (movement.Date, movement.WarehouseId);
        Note = Check.Length(PersianText.Clean(movement.Note) is { Length: > 0 } clean ? clean : null, nameof(Note), DeliveryConsts.MaxNoteLength);
    }

    /// <summary>Takes goods back: no more of a line, and no other pieces, than are still with the customer.</summary>
    public DeliveryNote TakeBack(Guid id, string number, GoodsMovement movement)
    {
        if (Kind != DeliveryKind.Delivery)
        {
            throw new BusinessException(InventoryErrorCodes.NotADelivery).WithData("Number", Number);
        }
        if (movement.Date < Date)
        {
            throw new BusinessException(InventoryErrorCodes.ReturnBeforeDelivery).WithData("Number", Number);
        }
        var returned = new DeliveryNote(id, DeliveryKind.Return, number, PartyId, OrderId, OrderNumber, movement, TenantId) { SourceId = Id };
        foreach (var moved in movement.Lines)
        {
            var line = _lines.Find(line => line.Ordinal == moved.Ordinal) ?? throw new EntityNotFoundException(typeof(DeliveryNoteLine), moved.Ordinal);
            returned._lines.Add(line.TakeBack(id, returned._lines.Count + 1, moved, movement.Date));
        }
        returned.Finish();
        Returns++;
        return returned;
    }

    internal void Add(DeliveryOrderLine line, MovedLine moved, GoodsKind kind) =>
        _lines.Add(new DeliveryNoteLine(Id, _lines.Count + 1, line, moved, kind, Date));

    internal void Finish(string? overrideReason = null)
    {
        if (_lines.Count == 0)
        {
            throw new BusinessException(InventoryErrorCodes.NothingToDeliver);
        }
        var sign = Kind == DeliveryKind.Delivery ? 1 : -1;
        AddLocalEvent(new OrderGoodsMovedEvent(
            OrderId, Date, _lines.GroupBy(line => line.OrderLine).ToDictionary(moved => moved.Key, moved => sign * moved.Sum(line => line.Quantity)), overrideReason));
    }
}

public class DeliveryNoteLine : Entity, IMultiTenant
{
    private readonly List<DeliveredSerial> _serials = [];

    public Guid? TenantId { get; private set; }
    public Guid NoteId { get; private set; }

    /// <summary>Place on the delivery, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The line's place on the order.</summary>
    public int OrderLine { get; private set; }

    public Guid ProductId { get; private set; }
    public string Description { get; private set; } = null!;
    public string Unit { get; private set; } = null!;
    public decimal Quantity { get; private set; }

    /// <summary>What of it came back; 0 on a return itself.</summary>
    public decimal Returned { get; private set; }

    public IReadOnlyList<DeliveredSerial> Serials => _serials;

    private DeliveryNoteLine() { } // EF Core

    internal DeliveryNoteLine(Guid noteId, int ordinal, DeliveryOrderLine line, MovedLine moved, GoodsKind kind, DateOnly date)
        : this(noteId, ordinal, line.Ordinal, line.ProductId, line.Description, kind.Unit, moved.Quantity)
    {
        foreach (var serial in SerialNumber.ReadAll(moved, Description, kind.TracksSerials))
        {
            _serials.Add(new DeliveredSerial(noteId, ordinal, ProductId, serial, SerialNumber.WarrantyEnd(date, kind.WarrantyMonths), returnedOn: null));
        }
    }

    private DeliveryNoteLine(Guid noteId, int ordinal, int orderLine, Guid productId, string description, string unit, decimal quantity) =>
        (NoteId, Ordinal, OrderLine, ProductId, Description, Unit, Quantity) = (noteId, ordinal, orderLine, productId, description, unit, quantity);

    public override object[] GetKeys() => [NoteId, Ordinal];

    internal DeliveryNoteLine TakeBack(Guid returnId, int ordinal, MovedLine moved, DateOnly date)
    {
        if (moved.Quantity <= 0)
        {
            throw new BusinessException(InventoryErrorCodes.QuantityNotPositive).WithData("Quantity", moved.Quantity);
        }
        if (moved.Quantity > Quantity - Returned)
        {
            throw new BusinessException(InventoryErrorCodes.ReturnsTooMuch)
                .WithData("Name", Description).WithData("Quantity", moved.Quantity).WithData("Left", Quantity - Returned);
        }
        var back = new DeliveryNoteLine(returnId, ordinal, OrderLine, ProductId, Description, Unit, moved.Quantity);
        foreach (var serial in SerialNumber.ReadAll(moved, Description, _serials.Count > 0))
        {
            var given = _serials.Find(given => given.SerialKey == serial.Key && given.ReturnedOn is null)
                ?? throw new BusinessException(InventoryErrorCodes.SerialNotDelivered).WithData("Serial", serial.Text).WithData("Name", Description);
            given.ComeBack(date);
            back._serials.Add(new DeliveredSerial(returnId, ordinal, ProductId, serial, given.WarrantyUntil, date));
        }
        Returned += moved.Quantity;
        return back;
    }
}

/// <summary>A piece that was given to a customer. While it is out, no other delivery has a piece of the product with this number.</summary>
public class DeliveredSerial : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid NoteId { get; private set; }
    public int Ordinal { get; private set; }
    public Guid ProductId { get; private set; }

    /// <summary>As it was typed.</summary>
    public string Serial { get; private set; } = null!;

    /// <summary>Folded: ab-۱ and AB-1 are one.</summary>
    [DisableAuditing]
    public string SerialKey { get; private set; } = null!;

    /// <summary>Last day of the warranty; null for none.</summary>
    public DateOnly? WarrantyUntil { get; private set; }

    /// <summary>Null while the customer has it.</summary>
    public DateOnly? ReturnedOn { get; private set; }

    private DeliveredSerial() { } // EF Core

    internal DeliveredSerial(Guid noteId, int ordinal, Guid productId, SerialNumber serial, DateOnly? warrantyUntil, DateOnly? returnedOn)
    {
        (NoteId, Ordinal, ProductId, Serial, SerialKey) = (noteId, ordinal, productId, serial.Text, serial.Key);
        (WarrantyUntil, ReturnedOn) = (warrantyUntil, returnedOn);
    }

    public override object[] GetKeys() => [NoteId, Ordinal, SerialKey];

    internal void ComeBack(DateOnly day) => ReturnedOn = day;
}
