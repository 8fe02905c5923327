using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Inventory.Deliveries;

/// <summary>
/// What a customer's confirmed order asks the warehouse to deliver. Its id is the order's. An order no longer changes once it
/// is confirmed, so this is no copy that could differ from it.
/// </summary>
public class DeliveryOrder : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<DeliveryOrderLine> _lines = [];

    public Guid? TenantId { get; private set; }

    /// <summary>The order's, as people know it.</summary>
    public string Number { get; private set; } = null!;

    [DisableAuditing]
    public string SearchKey { get; private set; } = null!;

    /// <summary>Where the order is shown.</summary>
    public string Url { get; private set; } = null!;

    public Guid PartyId { get; private set; }
    public DateOnly Date { get; private set; }

    /// <summary>Until when it is to be delivered; the order's date when none was agreed.</summary>
    public DateOnly Due { get; private set; }

    public DeliveryOrderState State { get; private set; } = DeliveryOrderState.Open;

    /// <summary>How often something of it was delivered or given up: two acts at the same moment meet in it, and the second is refused.</summary>
    [DisableAuditing]
    public int Turns { get; private set; }

    /// <summary>Where its goods are reserved.</summary>
    public Guid WarehouseId => _lines[0].WarehouseId;

    public IReadOnlyList<DeliveryOrderLine> Lines => _lines;

    private DeliveryOrder() { } // EF Core

    /// <param name="lines">Of goods that have stock, at least one.</param>
    /// <param name="warehouseId">Where they are reserved.</param>
    public DeliveryOrder(OrderToDeliver order, IEnumerable<LineToDeliver> lines, Guid warehouseId, Guid? tenantId) : base(order.Id)
    {
        TenantId = tenantId;
        Number = Check.NotNullOrWhiteSpace(order.Number, nameof(order.Number), DeliveryConsts.MaxNumberLength);
        SearchKey = PersianText.SearchKey(Number);
        Url = Check.NotNullOrWhiteSpace(order.Url, nameof(order.Url), DeliveryConsts.MaxUrlLength);
        (PartyId, Date, Due) = (order.PartyId, order.Date, order.Due ?? order.Date);
        _lines.AddRange(lines.Select(line => new DeliveryOrderLine(Id, line, warehouseId)));
        Check.NotNullOrEmpty(_lines, nameof(lines));
    }

    /// <summary>Gives goods out: no more of a line than is open.</summary>
    /// <param name="products">Of the lines that are delivered.</param>
    /// <param name="overrideReason">As <see cref="DeliverDto.OverrideReason"/>.</param>
    public DeliveryNote Deliver(Guid id, string number, GoodsMovement movement, IReadOnlyDictionary<Guid, GoodsKind> products, string? overrideReason = null)
    {
        EnsureOpen();
        if (movement.Date < Date)
        {
            throw new BusinessException(InventoryErrorCodes.DeliveryBeforeOrder).WithData("Number", Number);
        }
        var delivery = new DeliveryNote(id, DeliveryKind.Delivery, number, this, movement, TenantId);
        foreach (var moved in movement.Lines)
        {
            var line = _lines.Find(line => line.Ordinal == moved.Ordinal) ?? throw new EntityNotFoundException(typeof(DeliveryOrderLine), moved.Ordinal);
            delivery.Add(line, moved, products[line.ProductId]);
            line.Deliver(moved.Quantity);
        }
        delivery.Finish(overrideReason);
        Turns++;
        State = _lines.TrueForAll(line => line.Open == 0) ? DeliveryOrderState.Delivered : DeliveryOrderState.Open;
        return delivery;
    }

    /// <summary>The rest will not be delivered.</summary>
    public void Close()
    {
        EnsureOpen();
        End(DeliveryOrderState.Closed);
    }

    /// <summary>No more is wanted than this; the rest is given up.</summary>
    /// <param name="wanted">By the line's place, with what was delivered; nothing of the others.</param>
    public void CutTo(IReadOnlyDictionary<int, decimal> wanted)
    {
        Turns++;
        _lines.ForEach(line => line.CutTo(wanted.GetValueOrDefault(line.Ordinal)));
        if (State == DeliveryOrderState.Open && _lines.TrueForAll(line => line.Open == 0))
        {
            State = DeliveryOrderState.Closed;
        }
    }

    /// <param name="isOut">Something of it is with the customer: delivered and not taken back.</param>
    public void Cancel(bool isOut)
    {
        if (isOut)
        {
            throw new BusinessException(InventoryErrorCodes.OrderDelivered).WithData("Number", Number);
        }
        End(DeliveryOrderState.Cancelled);
    }

    private void End(DeliveryOrderState state)
    {
        Turns++;
        State = state;
        _lines.ForEach(line => line.GiveUp());
    }

    private void EnsureOpen()
    {
        if (State != DeliveryOrderState.Open)
        {
            throw new BusinessException(InventoryErrorCodes.OrderNotOpen).WithData("Number", Number);
        }
    }
}

/// <summary>Goods of an order, in the product's unit.</summary>
public class DeliveryOrderLine : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid OrderId { get; private set; }

    /// <summary>Its place on the order.</summary>
    public int Ordinal { get; private set; }

    public Guid ProductId { get; private set; }
    public string Description { get; private set; } = null!;
    public decimal Ordered { get; private set; }
    public decimal Delivered { get; private set; }

    /// <summary>What is still to be delivered and therefore reserved.</summary>
    public decimal Open { get; private set; }

    /// <summary>Where it is reserved.</summary>
    public Guid WarehouseId { get; private set; }

    private DeliveryOrderLine() { } // EF Core

    internal DeliveryOrderLine(Guid orderId, LineToDeliver line, Guid warehouseId)
    {
        (OrderId, Ordinal, ProductId, WarehouseId) = (orderId, line.Ordinal, line.ProductId, warehouseId);
        Description = Check.Length(line.Description, nameof(Description), DeliveryConsts.MaxDescriptionLength)!;
        Ordered = Open = line.Quantity > 0 ? line.Quantity : throw new ArgumentOutOfRangeException(nameof(line));
    }

    public override object[] GetKeys() => [OrderId, Ordinal];

    internal void Deliver(decimal quantity)
    {
        if (quantity <= 0)
        {
            throw new BusinessException(InventoryErrorCodes.QuantityNotPositive).WithData("Quantity", quantity);
        }
        if (quantity > Open)
        {
            throw new BusinessException(InventoryErrorCodes.DeliversTooMuch).WithData("Name", Description).WithData("Quantity", quantity).WithData("Open", Open);
        }
        (Delivered, Open) = (Delivered + quantity, Open - quantity);
    }

    /// <summary>What would still be open if no more than this were wanted.</summary>
    internal decimal OpenOf(decimal wanted) => Math.Clamp(wanted - Delivered, 0, Open);

    internal void CutTo(decimal wanted) => Open = OpenOf(wanted);

    internal void GiveUp() => Open = 0;
}
