using Inventory.EntityFrameworkCore;
using Inventory.Products;
using Inventory.Stock;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Inventory.Deliveries;

[Authorize(InventoryPermissions.Deliveries.Default)]
public class DeliveryOrderAppService(
    IRepository<DeliveryOrder, Guid> orders, IReadOnlyRepository<DeliveryNote, Guid> notes, IInventoryPartyRows parties,
    IReadOnlyRepository<Product, Guid> products, IReadOnlyRepository<StockLevel> levels, DeliveryManager manager, StockKeeper keeper,
    IDataFilter<ISoftDelete> softDelete) : ApplicationService, IDeliveryOrderAppService
{
    [Reads(InventoryPermissions.Deliveries.Default, Words = "text", Rows = "Rows")]
    public virtual async Task<DeliveryOrderPage> GetListAsync(DeliveryOrderListInput input)
    {
        var found =
            from order in await orders.GetQueryableAsync()
            where order.State == DeliveryOrderState.Open
            join party in await parties.GetQueryableAsync() on order.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            select new { Order = order, Party = party };
        if (input.PartyId is { } partyId)
        {
            found = found.Where(one => one.Order.PartyId == partyId);
        }
        if (input is { AfterDue: { } due, AfterId: { } id })
        {
            found = found.Where(one => one.Order.Due > due || (one.Order.Due == due && one.Order.Id.CompareTo(id) > 0));
        }
        var rows = await AsyncExecuter.ToListAsync(new PartySearch(input.Text).Apply(found, one => one.Order.SearchKey + " " + one.Party!.SearchKey)
            .OrderBy(one => one.Order.Due).ThenBy(one => one.Order.Id)
            .Take(input.Max + 1)
            .Select(one => new DeliveryOrderRow(one.Order.Id, one.Order.Number, one.Order.Due, one.Order.PartyId, one.Party!.Name ?? "", one.Order.Lines.Any(line => line.Delivered > 0))));
        return new DeliveryOrderPage([.. rows.Take(input.Max)], rows.Count > input.Max);
    }

    [Reads(InventoryPermissions.Deliveries.Default, Id = "id")]
    public virtual async Task<DeliveryOrderDto> GetAsync(Guid id)
    {
        var found = await AsyncExecuter.FirstOrDefaultAsync(
            from order in await orders.GetQueryableAsync()
            where order.Id == id
            join party in await parties.GetQueryableAsync() on order.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            select new { order.Number, order.Url, order.Date, order.Due, order.PartyId, PartyName = party.Name, order.State, order.ConcurrencyStamp, WarehouseId = order.Lines.OrderBy(line => line.Ordinal).Select(line => line.WarehouseId).First() })
            ?? throw new EntityNotFoundException(typeof(DeliveryOrder), id);
        return new DeliveryOrderDto(
            id, found.Number, found.Url, found.Date, found.Due, found.PartyId, found.PartyName ?? "", found.State, found.WarehouseId,
            await LinesAsync(id), await DeliveriesAsync(id), found.ConcurrencyStamp);
    }

    [Authorize(InventoryPermissions.Deliveries.Issue)]
    public virtual async Task<Guid> DeliverAsync(Guid id, DeliverDto input)
    {
        var order = await orders.GetAsync(id);
        if (input.ConcurrencyStamp is { } stamp && stamp != order.ConcurrencyStamp)
        {
            throw new AbpDbConcurrencyException("The order was delivered after it was read.");
        }
        return (await manager.DeliverAsync(order, input)).Id;
    }

    [Authorize(InventoryPermissions.Deliveries.Issue)]
    public virtual async Task CloseAsync(Guid id)
    {
        var order = await orders.GetAsync(id);
        await keeper.FreeAsync(order);
        order.Close();
    }

    private async Task<List<DeliveryOrderLineDto>> LinesAsync(Guid id)
    {
        using (softDelete.Disable()) // what was ordered is delivered, though it is no longer sold
        {
            var stock = await levels.GetQueryableAsync();
            return await AsyncExecuter.ToListAsync(
                from order in await orders.GetQueryableAsync()
                where order.Id == id
                from line in order.Lines
                join product in await products.GetQueryableAsync() on line.ProductId equals product.Id
                orderby line.Ordinal
                select new DeliveryOrderLineDto(
                    line.Ordinal, line.ProductId, line.Description, product.Unit, product.TracksSerials, line.Ordered, line.Delivered, line.Open,
                    stock.Where(level => level.ProductId == line.ProductId).Sum(level => level.OnHand)));
        }
    }

    private async Task<List<DeliveryLink>> DeliveriesAsync(Guid id) => await AsyncExecuter.ToListAsync((await notes.GetQueryableAsync())
        .Where(note => note.OrderId == id)
        .OrderBy(note => note.CreationTime)
        .Select(note => new DeliveryLink(note.Id, note.Kind, note.Number, note.Date, DeliveryUrls.Details(note.Id))));
}
