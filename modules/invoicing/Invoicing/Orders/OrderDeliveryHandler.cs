using Inventory.Deliveries;
using Kernel.Rights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;

namespace Invoicing.Orders;

/// <summary>An order knows what of it was delivered, in the unit of work of the delivery.</summary>
public class OrderDeliveryHandler(IRepository<Order, Guid> orders) : ILocalEventHandler<OrderGoodsMovedEvent>, ITransientDependency
{
    public async Task HandleEventAsync(OrderGoodsMovedEvent moved)
    {
        using var system = SystemWork.Begin("an order knows what of it was delivered, whoever delivers");
        if (await orders.FindAsync(moved.OrderId) is { } order)
        {
            order.NoteDelivery(moved.Quantities);
        }
    }
}
