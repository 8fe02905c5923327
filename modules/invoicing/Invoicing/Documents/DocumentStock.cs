using Inventory.Deliveries;
using Inventory.Stock;
using Invoicing.Orders;
using Volo.Abp.DependencyInjection;

namespace Invoicing.Documents;

/// <summary>Reserves and moves the goods of documents, in their unit of work. What is ordered leaves by deliveries, what is sold without an order by its invoice.</summary>
public class DocumentStock(IStockKeeper keeper, IOrderDeliveries deliveries) : ITransientDependency
{
    /// <summary>Reserves a confirmed order's goods.</summary>
    public async Task ReserveAsync(Order order)
    {
        var lines = order.Lines.Where(line => line.ProductId is not null)
            .Select(line => new LineToDeliver(line.Ordinal, line.ProductId!.Value, line.Description, line.Quantity)).ToList();
        if (lines.Count > 0)
        {
            await deliveries.ReserveAsync(new OrderToDeliver(
                order.Id, order.Number!, DocumentUrls.Details(order.Kind, order.Id), order.PartyId, order.Date, order.Due, lines, order.WarehouseId));
        }
    }

    public Task CancelAsync(Order order) => deliveries.CancelAsync(order.Id);

    /// <summary>Frees what of a closed order stays neither delivered nor invoiced: what is invoiced, the customer still gets.</summary>
    public Task CloseAsync(Order order) => deliveries.CloseAsync(order.Id, order.Lines.ToDictionary(line => line.Ordinal, line => line.InvoicedQuantity));

    /// <param name="orderId">The order behind an invoice or behind a credit note's invoice.</param>
    public async Task MoveAsync(SalesDocument document, Guid? orderId)
    {
        var moves = MovesOf(document).ToList();
        if (moves.Count > 0 && !(orderId is { } id && await deliveries.DeliversAsync(id)))
        {
            await keeper.MoveAsync(moves);
        }
    }

    public static IEnumerable<StockMoveDto> MovesOf(SalesDocument document)
    {
        var (sign, reason) = document.Kind == DocumentKind.CreditNote ? (1, StockMoveReason.SalesReturn) : (-1, StockMoveReason.Sale);
        return document.Lines.Where(line => line.ProductId is not null).Select(line => new StockMoveDto(
            line.ProductId!.Value, sign * line.Quantity, document.Date, reason,
            document.Number, DocumentUrls.Details(document.Kind, document.Id)));
    }
}
