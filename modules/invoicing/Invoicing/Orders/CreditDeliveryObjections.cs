using Inventory.Deliveries;
using Invoicing.Credit;
using Invoicing.Localization;
using Kernel.Displaying;
using Kernel.Rights;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace Invoicing.Orders;

/// <summary>The customer's credit stands against a delivery by which he would come to stand for more than his limit.</summary>
public class CreditDeliveryObjections(IRepository<Order, Guid> orders, DocumentCredit credit, IDisplay display, IStringLocalizer<InvoicingResource> texts)
    : IDeliveryObjections, ITransientDependency
{
    public async Task<DeliveryObjection?> FindAsync(Guid orderId, DateOnly date, IReadOnlyDictionary<int, decimal> quantities)
    {
        if (await FindOrderAsync(orderId) is not { } order || order.WorthOf(quantities) is not { IsPositive: true } worth
            || await credit.FindDeliveryAnswerAsync(order, worth, date) is not { IsOver: true } answer)
        {
            return null;
        }
        var text = texts[answer.Refuses ? "Credit.RefusesDelivery" : "Credit.WarnsOfDelivery", display.Money(answer.With), display.Money(answer.Limit), display.Money(answer.Exposure)];
        return new DeliveryObjection(text, answer.Refuses, answer.MayOverride);
    }

    private async Task<Order?> FindOrderAsync(Guid id)
    {
        using var system = SystemWork.Begin("what stands against a delivery is asked for whoever delivers");
        return await orders.FindAsync(id);
    }
}
