using Inventory.Deliveries;
using Invoicing.Credit;
using Kernel.Monetary;
using Kernel.Rights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;

namespace Invoicing.Orders;

/// <summary>An order knows what of it was delivered, in the unit of work of the delivery, and credit is asked for what goes out uninvoiced.</summary>
public class OrderDeliveryHandler(IRepository<Order, Guid> orders, DocumentCredit credit) : ILocalEventHandler<OrderGoodsMovedEvent>, ITransientDependency
{
    public async Task HandleEventAsync(OrderGoodsMovedEvent moved)
    {
        if (await FindAsync(moved.OrderId) is not { } order)
        {
            return;
        }
        var before = order.DeliveredAmount;
        order.NoteDelivery(moved.Quantities);
        if (order.DeliveredAmount > before)
        {
            await credit.PassDeliveryAsync(order, new Money(order.DeliveredAmount - before, order.Currency), moved.Date, moved.OverrideReason);
        }
    }

    private async Task<Order?> FindAsync(Guid id)
    {
        using var system = SystemWork.Begin("an order knows what of it was delivered, whoever delivers");
        return await orders.FindAsync(id);
    }
}
