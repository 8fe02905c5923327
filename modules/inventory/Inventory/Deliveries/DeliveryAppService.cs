using Inventory.EntityFrameworkCore;
using Inventory.Warehouses;
using Kernel.Reading;
using Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Parties.Parties;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Inventory.Deliveries;

[Authorize(InventoryPermissions.Deliveries.Default)]
public class DeliveryAppService(
    IRepository<DeliveryNote, Guid> notes, IReadOnlyRepository<DeliveryOrder, Guid> orders, IReadOnlyRepository<DeliveredSerial> serials,
    IInventoryPartyRows parties, IReadOnlyRepository<Warehouse, Guid> warehouses, DeliveryManager manager) : ApplicationService, IDeliveryAppService
{
    private const int MaxSerials = 50, ShortestSearch = 2;

    [Reads(InventoryPermissions.Deliveries.Default, Words = "text", Rows = "Rows")]
    public virtual async Task<DeliveryPage> GetListAsync(DeliveryListInput input)
    {
        var rows = await AsyncExecuter.ToListAsync((await FilterAsync(input))
            .OrderByDescending(found => found.Note.Date).ThenByDescending(found => found.Note.Id)
            .Take(input.Max + 1)
            .Select(found => new DeliveryRow(
                found.Note.Id, found.Note.Kind, found.Note.Number, found.Note.Date, found.Note.PartyId, found.Party!.Name ?? "",
                found.Note.OrderNumber, found.Warehouse.Name)));
        return new DeliveryPage([.. rows.Take(input.Max)], rows.Count > input.Max);
    }

    [Reads(InventoryPermissions.Deliveries.Default, Id = "id")]
    public virtual async Task<DeliveryDto> GetAsync(Guid id)
    {
        var found = await AsyncExecuter.FirstOrDefaultAsync(
            from note in await notes.GetQueryableAsync()
            where note.Id == id
            join order in await orders.GetQueryableAsync() on note.OrderId equals order.Id
            join warehouse in await warehouses.GetQueryableAsync() on note.WarehouseId equals warehouse.Id
            join party in await parties.GetQueryableAsync() on note.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            select new
            {
                note.Kind, note.Number, note.Date, note.PartyId, PartyName = party.Name, PartyNumber = party.Number, Warehouse = warehouse.Name, note.Note,
                note.OrderId, note.OrderNumber, order.Url, note.SourceId,
                Lines = note.Lines.OrderBy(line => line.Ordinal).Select(line => new DeliveryLineDto(
                    line.Ordinal, line.ProductId, line.Description, line.Unit, line.Quantity, line.Returned,
                    line.Serials.OrderBy(serial => serial.SerialKey)
                        .Select(serial => new DeliveredSerialDto(serial.Serial, serial.WarrantyUntil, serial.ReturnedOn)).ToList())).ToList(),
            }) ?? throw new EntityNotFoundException(typeof(DeliveryNote), id);
        var linked = await LinkedAsync(id, found.SourceId);
        return new DeliveryDto(
            id, found.Kind, found.Number, found.Date, found.PartyId, found.PartyName ?? "", found.PartyNumber ?? "", found.Warehouse, found.Note,
            found.OrderId, found.OrderNumber, found.Url, found.Lines,
            linked.Find(link => link.Id == found.SourceId), linked.FindAll(link => link.Id != found.SourceId));
    }

    [Reads(InventoryPermissions.Deliveries.Default, Words = "text")]
    public virtual async Task<List<SerialRow>> GetSerialsAsync(string? text)
    {
        var key = PersianText.CompactKey(text);
        if (key.Length < ShortestSearch)
        {
            return [];
        }
        return await AsyncExecuter.ToListAsync((
            from serial in await serials.GetQueryableAsync()
            where serial.SerialKey.StartsWith(key)
            join note in await notes.GetQueryableAsync() on serial.NoteId equals note.Id
            where note.Kind == DeliveryKind.Delivery
            from line in note.Lines
            where line.Ordinal == serial.Ordinal
            join party in await parties.GetQueryableAsync() on note.PartyId equals party.Id
            orderby note.Date descending, serial.SerialKey
            select new SerialRow(
                note.Id, note.Number, note.Date, serial.ProductId, line.Description, serial.Serial, note.PartyId, party.Name, serial.WarrantyUntil, serial.ReturnedOn))
            .Take(MaxSerials));
    }

    [Authorize(InventoryPermissions.Deliveries.TakeBack)]
    public virtual async Task<Guid> TakeBackAsync(Guid id, TakeBackDto input) => (await manager.TakeBackAsync(await notes.GetAsync(id), input)).Id;

    private async Task<IQueryable<Found>> FilterAsync(DeliveryListInput input)
    {
        var query =
            from note in await notes.GetQueryableAsync()
            join warehouse in await warehouses.GetQueryableAsync() on note.WarehouseId equals warehouse.Id
            join party in await parties.GetQueryableAsync() on note.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            select new Found { Note = note, Warehouse = warehouse, Party = party };
        if (input.Kind is { } kind)
        {
            query = query.Where(found => found.Note.Kind == kind);
        }
        if (input.PartyId is { } partyId)
        {
            query = query.Where(found => found.Note.PartyId == partyId);
        }
        if (input is { AfterDate: { } date, AfterId: { } id })
        {
            query = query.Where(found => found.Note.Date < date || (found.Note.Date == date && found.Note.Id.CompareTo(id) < 0));
        }
        return new PartySearch(input.Text).Apply(query, found => found.Note.SearchKey + " " + found.Party!.SearchKey);
    }

    private async Task<List<DeliveryLink>> LinkedAsync(Guid id, Guid? sourceId) => await AsyncExecuter.ToListAsync((await notes.GetQueryableAsync())
        .Where(note => note.SourceId == id || note.Id == sourceId)
        .OrderBy(note => note.CreationTime)
        .Select(note => new DeliveryLink(note.Id, note.Kind, note.Number, note.Date, DeliveryUrls.Details(note.Id))));

    private class Found
    {
        public required DeliveryNote Note { get; init; }
        public required Warehouse Warehouse { get; init; }

        /// <summary>Null when the party was deleted.</summary>
        public PartyRow? Party { get; init; }
    }
}
