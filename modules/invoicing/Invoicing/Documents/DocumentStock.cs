using Inventory.Stock;
using Volo.Abp.DependencyInjection;

namespace Invoicing.Documents;

/// <summary>Moves the goods of an issued document, in its unit of work.</summary>
public class DocumentStock(IStockKeeper keeper) : ITransientDependency
{
    public async Task MoveAsync(SalesDocument document)
    {
        var moves = MovesOf(document).ToList();
        if (moves.Count > 0)
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
