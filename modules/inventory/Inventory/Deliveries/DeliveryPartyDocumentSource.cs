using System.Linq.Expressions;
using Kernel.Displaying;
using Microsoft.Extensions.Localization;
using Parties.Documents;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Linq;

namespace Inventory.Deliveries;

/// <summary>Deliveries and returns of a party, each with its order and the serial numbers that are out: one statement.</summary>
public class DeliveryPartyDocumentSource(
    IReadOnlyRepository<DeliveryNote, Guid> notes, IAsyncQueryableExecuter executer, IFeatureChecker features, IPermissionChecker permissions,
    IDisplay display, IStringLocalizer<InventoryResource> texts) : IPartyDocumentSource, ITransientDependency
{
    // Made once: a tree that each request builds anew costs more than the statement's way.
    private static readonly Expression<Func<DeliveryNote, Row>> ToRow = note => new Row
    {
        Id = note.Id, Kind = note.Kind, Number = note.Number, Date = note.Date, OrderNumber = note.OrderNumber, Returns = note.Returns,
        IsOut = note.Lines.Any(line => line.Returned < line.Quantity),
        Serial = note.Lines.SelectMany(line => line.Serials).Min(serial => serial.Serial),
        Serials = note.Lines.SelectMany(line => line.Serials).Count(),
        WarrantyUntil = note.Lines.SelectMany(line => line.Serials).Max(serial => serial.WarrantyUntil),
    };

    public virtual async Task<PartyDocuments> GetDocumentsAsync(Guid partyId, int max, DateOnly today, DateOnly? before = null)
    {
        if (!await features.IsEnabledAsync(InventoryFeatures.Enable) || !await permissions.IsGrantedAsync(InventoryPermissions.Deliveries.Default))
        {
            return PartyDocuments.None; // they hold no totals, so the file stays whole without them
        }
        var ofParty = (await notes.GetQueryableAsync()).Where(note => note.PartyId == partyId && (before == null || note.Date < before));
        var rows = await executer.ToListAsync(Newest(ofParty, DeliveryKind.Delivery, max).Concat(Newest(ofParty, DeliveryKind.Return, max)));
        return new PartyDocuments(
            [ToKind(DeliveryKind.Delivery, partyId), ToKind(DeliveryKind.Return, partyId)],
            [.. rows.OrderByDescending(row => row.Date).ThenByDescending(row => row.Number).Select(ToDocument)], []);
    }

    private static IQueryable<Row> Newest(IQueryable<DeliveryNote> notes, DeliveryKind kind, int max) => notes
        .Where(note => note.Kind == kind)
        .OrderByDescending(note => note.Date).ThenByDescending(note => note.Id)
        .Take(max)
        .Select(ToRow);

    private PartyDocumentKind ToKind(DeliveryKind kind, Guid partyId) => new(
        KeyOf(kind), texts["DeliveryKinds:" + kind], texts["Enum:DeliveryKind." + kind], Order: 2, NewUrl: null, DeliveryUrls.OfParty(partyId));

    private PartyDocument ToDocument(Row row)
    {
        var (status, tone) = StatusOf(row);
        return new PartyDocument(KeyOf(row.Kind), row.Id, row.Number, row.Date, null, null, null, texts[status], tone, DeliveryUrls.Details(row.Id), NoteOf(row));
    }

    /// <summary>Its order, and of its pieces the first one's serial number, how many more there are and until when the last is under warranty.</summary>
    private string NoteOf(Row row)
    {
        var note = texts["DeliveryNote:OfOrder", row.OrderNumber].Value;
        if (row.Serial is { } serial)
        {
            note += " · " + (row.Serials == 1 ? texts["DeliveryNote:Serial", serial] : texts["DeliveryNote:Serials", serial, display.Number(row.Serials - 1)]);
        }
        return row.WarrantyUntil is { } until && row.Kind == DeliveryKind.Delivery ? $"{note} · {texts["DeliveryNote:Warranty", display.Date(until)]}" : note;
    }

    private static (string Status, string Tone) StatusOf(Row row) =>
        row.Kind == DeliveryKind.Return ? ("DeliveryStatus:CameBack", "neutral")
        : row.Returns == 0 ? ("DeliveryStatus:Delivered", "good")
        : row.IsOut ? ("DeliveryStatus:PartlyBack", "warn")
        : ("DeliveryStatus:AllBack", "neutral");

    private static string KeyOf(DeliveryKind kind) => kind.ToString().ToLowerInvariant();

    private class Row
    {
        public Guid Id { get; init; }
        public DeliveryKind Kind { get; init; }
        public string Number { get; init; } = null!;
        public DateOnly Date { get; init; }
        public string OrderNumber { get; init; } = null!;
        public int Returns { get; init; }
        public bool IsOut { get; init; }
        public string? Serial { get; init; }
        public int Serials { get; init; }
        public DateOnly? WarrantyUntil { get; init; }
    }
}
