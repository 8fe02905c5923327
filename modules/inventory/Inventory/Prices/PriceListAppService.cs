using Inventory.Products;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Inventory.Prices;

[Authorize(InventoryPermissions.PriceLists.Default)]
public class PriceListAppService(
    IRepository<PriceList, Guid> lists, IRepository<Price, Guid> prices, IRepository<Product, Guid> products, IDataFilter<ISoftDelete> softDelete) : ApplicationService, IPriceListAppService
{
    public virtual async Task<PriceListPage> GetListAsync(PriceListInput input)
    {
        var found = await lists.GetQueryableAsync();
        if (input is { AfterFrom: { } from, AfterId: { } id })
        {
            found = found.Where(list => list.From < from || (list.From == from && list.Id.CompareTo(id) < 0));
        }
        var rows = await AsyncExecuter.ToListAsync(found
            .OrderByDescending(list => list.From).ThenByDescending(list => list.Id)
            .Take(input.Max + 1)
            .Select(list => new PriceListRow(list.Id, list.Name, list.Group, list.Currency, list.From, list.Until)));
        return new PriceListPage([.. rows.Take(input.Max)], rows.Count > input.Max);
    }

    public virtual async Task<PriceListDto> GetAsync(Guid id) => await AsyncExecuter.FirstOrDefaultAsync((await lists.GetQueryableAsync())
        .Where(list => list.Id == id)
        .Select(list => new PriceListDto(list.Id, list.Name, list.Group, list.Currency, list.From, list.Until, list.ConcurrencyStamp)))
        ?? throw new EntityNotFoundException(typeof(PriceList), id);

    public virtual async Task<PricePage> GetPricesAsync(PriceInput input)
    {
        var found = ProductSearch.Apply(await products.GetQueryableAsync(), input.Text);
        if (input is { AfterKey: { } key, AfterId: { } id })
        {
            found = found.Where(product =>
                product.SortKey.CompareTo(key) >= 0 && (product.SortKey.CompareTo(key) > 0 || product.Id.CompareTo(id) > 0));
        }
        var rows = await AsyncExecuter.ToListAsync((
            from product in found
            join price in await prices.GetQueryableAsync() on product.Id equals price.ProductId
            where price.ListId == input.ListId
            orderby product.SortKey, product.Id
            select new PriceRow(product.Id, product.Code, product.Name, product.SortKey, product.Unit, price.UnitPrice, product.UnitPrice, product.Currency))
            .Take(input.Max + 1));
        return new PricePage([.. rows.Take(input.Max)], rows.Count > input.Max);
    }

    [Authorize(InventoryPermissions.PriceLists.Manage)]
    public virtual async Task<Guid> CreateAsync(PriceListContentDto input) =>
        (await lists.InsertAsync(new PriceList(GuidGenerator.Create(), input.Currency, input, CurrentTenant.Id))).Id;

    [Authorize(InventoryPermissions.PriceLists.Manage)]
    public virtual async Task UpdateAsync(Guid id, UpdatePriceListDto input)
    {
        var list = await lists.GetAsync(id);
        if (list.ConcurrencyStamp != input.ConcurrencyStamp)
        {
            throw new AbpDbConcurrencyException("The price list was changed after it was read.");
        }
        list.Write(input);
    }

    [Authorize(InventoryPermissions.PriceLists.Manage)]
    public virtual async Task DeleteAsync(Guid id) => await lists.DeleteAsync(await lists.GetAsync(id));

    [Authorize(InventoryPermissions.PriceLists.Manage)]
    public virtual async Task RestoreAsync(Guid id)
    {
        using (softDelete.Disable())
        {
            (await lists.GetAsync(id)).Restore();
        }
    }

    [Authorize(InventoryPermissions.PriceLists.Manage)]
    public virtual async Task SetPriceAsync(Guid id, SetPriceDto input)
    {
        var (list, product) = (await lists.GetAsync(id), await products.GetAsync(input.ProductId));
        if (await prices.FindAsync(price => price.ListId == id && price.ProductId == product.Id) is { } known)
        {
            known.Change(input.UnitPrice);
            return;
        }
        await prices.InsertAsync(list.PriceOf(GuidGenerator.Create(), product.Id, input.UnitPrice));
    }

    [Authorize(InventoryPermissions.PriceLists.Manage)]
    public virtual async Task RemovePriceAsync(Guid id, Guid productId)
    {
        await lists.GetAsync(id);
        await prices.DeleteAsync(price => price.ListId == id && price.ProductId == productId);
    }

    [Authorize(InventoryPermissions.PriceLists.Manage)]
    public virtual async Task<Guid> CopyAsync(Guid id, CopyPriceListDto input)
    {
        var list = await lists.GetAsync(id);
        var copy = await lists.InsertAsync(list.Copy(GuidGenerator.Create(), input.Name, input.From!.Value));
        await prices.InsertManyAsync((await prices.GetListAsync(price => price.ListId == id))
            .Select(price => copy.PriceOf(GuidGenerator.Create(), price.ProductId, Price.Raised(price.UnitPrice, input.Percent, list.Currency))));
        return copy.Id;
    }
}
