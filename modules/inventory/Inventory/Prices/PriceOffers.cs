using Inventory.EntityFrameworkCore;
using Inventory.Products;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Uow;

namespace Inventory.Prices;

public class PriceOffers(
    IReadOnlyRepository<PriceList, Guid> lists, IReadOnlyRepository<Price, Guid> prices, IReadOnlyRepository<Product, Guid> products,
    IInventoryPartyRows parties, IAsyncQueryableExecuter executer) : IPriceOffers, ITransientDependency, IUnitOfWorkEnabled
{
    public virtual async Task<IReadOnlyDictionary<Guid, decimal>> GetAsync(Guid? partyId, string currency, DateOnly date, IReadOnlyCollection<Guid> productIds)
    {
        if (productIds.Count == 0)
        {
            return new Dictionary<Guid, decimal>();
        }
        var party = (await parties.GetQueryableAsync()).Where(party => party.Id == partyId);
        var inForce = (await lists.GetQueryableAsync()).Where(list =>
            list.Currency == currency && list.From <= date && (list.Until == null || list.Until >= date)
            && (list.GroupKey == null || party.Any(one => one.GroupKey == list.GroupKey)));
        var listed = await prices.GetQueryableAsync();
        var found = await executer.ToListAsync((await products.GetQueryableAsync())
            .Where(product => productIds.Contains(product.Id))
            .Select(product => new
            {
                product.Id,
                Own = product.Currency == currency ? (decimal?)product.UnitPrice : null,
                Listed = listed.Where(price => price.ProductId == product.Id)
                    .Join(inForce, price => price.ListId, list => list.Id, (price, list) => new { price.UnitPrice, IsForAll = list.GroupKey == null, list.From, list.CreationTime })
                    .OrderBy(offer => offer.IsForAll).ThenByDescending(offer => offer.From).ThenByDescending(offer => offer.CreationTime)
                    .Select(offer => (decimal?)offer.UnitPrice).FirstOrDefault(),
            }));
        return found.Where(product => (product.Listed ?? product.Own) is not null).ToDictionary(product => product.Id, product => (product.Listed ?? product.Own)!.Value);
    }
}
