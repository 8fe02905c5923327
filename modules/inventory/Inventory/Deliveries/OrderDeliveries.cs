using Inventory.Stock;
using Inventory.Warehouses;
using Kernel.Rights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Inventory.Deliveries;

public class OrderDeliveries(
    IRepository<DeliveryOrder, Guid> orders, IReadOnlyRepository<DeliveryNote, Guid> notes, IReadOnlyRepository<Warehouse, Guid> places,
    WarehouseManager warehouses, StockKeeper keeper, IAsyncQueryableExecuter executer, ICurrentTenant tenant) : IOrderDeliveries, ITransientDependency, IUnitOfWorkEnabled
{
    private const string Reason = "what becomes of an order is noted where it is delivered";

    public virtual async Task ReserveAsync(OrderToDeliver order)
    {
        var tracked = await keeper.TrackedAsync(order.Lines.Select(line => line.ProductId));
        var goods = order.Lines.Where(line => tracked.ContainsKey(line.ProductId)).ToList();
        if (goods.Count == 0)
        {
            return;
        }
        var made = new DeliveryOrder(order, goods, await warehouses.ChooseAsync(order.WarehouseId), tenant.Id);
        await orders.InsertAsync(made);
        await keeper.ReserveAsync(made);
    }

    public virtual async Task CancelAsync(Guid orderId)
    {
        using var _ = SystemWork.Begin(Reason);
        if (await orders.FindAsync(orderId) is { } order)
        {
            await keeper.FreeAsync(order);
            order.Cancel(isOut: await executer.AnyAsync((await notes.GetQueryableAsync()).Where(note =>
                note.OrderId == orderId && note.Kind == DeliveryKind.Delivery && note.Lines.Any(line => line.Returned < line.Quantity))));
        }
    }

    public virtual async Task CloseAsync(Guid orderId, IReadOnlyDictionary<int, decimal> wanted)
    {
        using var _ = SystemWork.Begin(Reason);
        if (await orders.FindAsync(orderId) is { } order)
        {
            await keeper.FreeAsync(order, line => line.Open - line.OpenOf(wanted.GetValueOrDefault(line.Ordinal)));
            order.CutTo(wanted);
        }
    }

    public virtual async Task<bool> DeliversAsync(Guid orderId)
    {
        using var _ = SystemWork.Begin(Reason);
        return await executer.AnyAsync((await orders.GetQueryableAsync()).Where(order => order.Id == orderId));
    }

    public virtual async Task<OrderDelivery?> FindAsync(Guid orderId)
    {
        var (given, lie) = (await notes.GetQueryableAsync(), await places.GetQueryableAsync());
        return await executer.FirstOrDefaultAsync((await orders.GetQueryableAsync())
            .Where(order => order.Id == orderId)
            .Select(order => new OrderDelivery(
                order.State, DeliveryUrls.Order(order.Id), lie.Where(place => order.Lines.Any(line => line.WarehouseId == place.Id)).Min(place => place.Name) ?? "",
                given.Where(note => note.OrderId == order.Id).OrderBy(note => note.CreationTime)
                    .Select(note => new DeliveryLink(note.Id, note.Kind, note.Number, note.Date, DeliveryUrls.Details(note.Id))).ToList())));
    }

    public virtual async Task<IReadOnlyList<WarehouseName>> GetWarehousesAsync() => await executer.ToListAsync((await places.GetQueryableAsync())
        .Where(place => place.IsActive)
        .OrderByDescending(place => place.IsMain).ThenBy(place => place.NameKey)
        .Select(place => new WarehouseName(place.Id, place.Name)));
}
