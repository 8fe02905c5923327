using Inventory.Products;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Inventory.Stock;

public class StockKeeper(
    IReadOnlyRepository<Product, Guid> products,
    IRepository<StockMove, Guid> moves,
    IRepository<StockLevel, Guid> levels,
    IGuidGenerator guids,
    IDataFilter<ISoftDelete> softDelete,
    ICurrentTenant tenant) : IStockKeeper, ITransientDependency, IUnitOfWorkEnabled
{
    public virtual Task MoveAsync(IReadOnlyList<StockMoveDto> moves) => MoveAsync(moves, note: null);

    internal async Task MoveAsync(IReadOnlyList<StockMoveDto> wanted, string? note)
    {
        var ids = wanted.Select(move => move.ProductId).Distinct().ToList();
        var tracked = await (await products.GetQueryableAsync())
            .Where(product => ids.Contains(product.Id))
            .ToDictionaryAsync(product => product.Id, product => product.TracksStock);
        if (ids.Find(id => !tracked.ContainsKey(id)) is var unknown && unknown != default)
        {
            throw await MissingAsync(unknown);
        }
        var made = wanted.Where(move => tracked[move.ProductId]).ToList();
        await moves.InsertManyAsync(made.Select(move => new StockMove(guids.Create(), move, tenant.Id, note)));
        foreach (var product in made.GroupBy(move => move.ProductId).OrderBy(product => product.Key)) // one order: no deadlock
        {
            await AddAsync(product.Key, product.Sum(move => move.Quantity));
        }
    }

    private async Task<Exception> MissingAsync(Guid productId)
    {
        using (softDelete.Disable())
        {
            var name = await (await products.GetQueryableAsync()).Where(product => product.Id == productId).Select(product => product.Name).FirstOrDefaultAsync();
            return name is null
                ? new EntityNotFoundException(typeof(Product), productId)
                : new BusinessException(InventoryErrorCodes.ProductDeleted).WithData("Name", name);
        }
    }

    /// <summary>The database adds, so two documents that move one product at a time lose nothing.</summary>
    private async Task AddAsync(Guid productId, decimal quantity)
    {
        var added = await (await levels.GetQueryableAsync())
            .Where(level => level.Id == productId)
            .ExecuteUpdateAsync(set => set.SetProperty(level => level.OnHand, level => level.OnHand + quantity));
        if (added != 1)
        {
            throw new AbpException($"The product {productId} has no stock level.");
        }
    }
}
