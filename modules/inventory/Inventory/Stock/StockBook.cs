using Inventory.EntityFrameworkCore;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Auditing;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;

namespace Inventory.Stock;

/// <summary>
/// Writes the moves of a document, and what they make of the levels, by two statements however many lines it has. Whoever calls has the
/// warehouses' turns, so nobody else changes the levels, and they are there.
/// </summary>
public class StockBook(IDbContextProvider<IInventoryDbContext> contexts, IAuditPropertySetter audits) : ITransientDependency
{
    public async Task WriteAsync(IReadOnlyCollection<StockMove> moves)
    {
        var context = (DbContext)(object)await contexts.GetDbContextAsync();
        await context.SaveChangesAsync(); // else a level that was changed before would be written over this one
        foreach (var move in moves)
        {
            audits.SetCreationProperties(move);
        }
        await context.InsertRowsAsync(moves);
        var (ids, products) = (moves.Select(move => move.Id).ToList(), moves.Select(move => move.ProductId).Distinct().ToList());
        var written = context.Set<StockMove>().Where(move => ids.Contains(move.Id));
        await context.Set<StockLevel>()
            .Where(level => products.Contains(level.ProductId) && written.Any(move => move.ProductId == level.ProductId && move.WarehouseId == level.WarehouseId))
            .ExecuteUpdateAsync(set => set.SetProperty(
                level => level.OnHand,
                level => level.OnHand + written.Where(move => move.ProductId == level.ProductId && move.WarehouseId == level.WarehouseId).Sum(move => move.Quantity)));
        foreach (var read in context.ChangeTracker.Entries<StockLevel>().ToList())
        {
            read.State = EntityState.Detached; // it is read anew by whoever changes it next
        }
    }
}
