using Invoicing.EntityFrameworkCore;
using Invoicing.Orders;
using Invoicing.Permissions;
using Invoicing.Quotes;
using Kernel.Displaying;
using Kernel.Monetary;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Parties.Parties;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace Invoicing.Documents;

[Authorize]
public class SalesDocumentAppService(
    IReadOnlyRepository<SalesDocument, Guid> documents, IInvoicingPartyRows parties, IRights rights, Reveals reveals, IDisplay display)
    : InvoicingAppService, ISalesDocumentAppService
{
    private const int MaxPage = 200;

    [Reads("Invoicing.Documents", Words = "text", Rows = "Rows")]
    public virtual async Task<SalesDocumentPage> GetListAsync(SalesDocumentListInput input)
    {
        await CheckPolicyAsync(InvoicingPermissions.ToRead(input.Kind));
        var (max, sees) = (Math.Clamp(input.Max, 1, MaxPage), await SeesAmountsAsync(input.Kind));
        var rows = await AsyncExecuter.ToListAsync((await FilterAsync(input))
            .OrderByDescending(found => found.Document.Date).ThenByDescending(found => found.Document.Id)
            .Take(max + 1)
            .Select(found => new
            {
                found.Document.Id, found.Document.Number, found.Document.Date, found.Document.Due, found.Document.State,
                found.Document.PartyId, PartyName = found.Party!.Name, found.Document.Total, found.Document.OpenAmount,
            }));
        return new SalesDocumentPage(
            [.. rows.Take(max).Select(row => new SalesDocumentRow(
                row.Id, input.Kind, row.Number, row.Date, row.Due, row.PartyId, row.PartyName ?? "",
                DocumentStatuses.Of(input.Kind, row.State, row.Due, row.Total.Amount, row.OpenAmount, display.Today),
                sees ? row.Total : null, sees ? row.Total with { Amount = row.OpenAmount } : null))],
            rows.Count > max);
    }

    [Reads("Invoicing.Documents", Id = "id")]
    public virtual async Task<SalesDocumentDto> GetAsync(Guid id)
    {
        var found = await AsyncExecuter.FirstOrDefaultAsync(
            from document in await documents.GetQueryableAsync()
            where document.Id == id
            join party in await parties.GetQueryableAsync() on document.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            select new
            {
                document.Kind, document.Number, document.PartyId, PartyName = party.Name, PartyNumber = party.Number,
                document.Date, document.Due, document.State, document.Note, document.SourceId, document.OriginId, document.ConcurrencyStamp,
                document.DiscountPercent, document.Net, document.Discount, document.Tax, document.Total, document.OpenAmount,
                Settled = (long?)((Invoices.Invoice)document).Settled.Amount, Credited = (long?)((Invoices.Invoice)document).Credited.Amount,
                PaidBack = (long?)((Invoices.Invoice)document).PaidBackAmount,
                Version = (int?)((Quote)document).Version, ((Quote)document).AnswerName, ((Quote)document).AnswerRemark, ((Quote)document).AnsweredAt,
                Uninvoiced = (long?)((Order)document).UninvoicedAmount, Delivered = (long?)((Order)document).DeliveredAmount, ((Order)document).WarehouseId,
                Lines = document.Lines.OrderBy(line => line.Ordinal).Select(line => new
                {
                    line.Ordinal, line.InvoicedQuantity, line.DeliveredQuantity, line.SourceOrdinal, line.ProductId, line.Description, line.Quantity, line.UnitPrice, line.DiscountPercent, line.TaxPercent,
                    line.DiscountAmount, line.SharedDiscount, line.NetAmount, line.TaxAmount,
                }).ToList(),
            }) ?? throw new EntityNotFoundException(typeof(SalesDocument), id);
        await CheckPolicyAsync(InvoicingPermissions.ToRead(found.Kind));

        var linked = await LinkedAsync(id, found.SourceId);
        var access = await rights.GetAccessAsync(InvoicingPermissions.ToAmounts(found.Kind));
        var sees = access >= FieldAccess.Visible;
        Money? In(long amount) => sees ? found.Total with { Amount = amount } : null;
        return new SalesDocumentDto(
            id, found.Kind, found.Number, found.PartyId, found.PartyName ?? "", found.PartyNumber ?? "",
            found.Date, found.Due, found.State,
            DocumentStatuses.Of(found.Kind, found.State, found.Due, found.Total.Amount, found.OpenAmount, display.Today), found.Note,
            found.Total.Currency, access, In(found.Net.Amount), In(found.Discount.Amount), In(found.Tax.Amount), In(found.Total.Amount), In(found.Settled ?? 0), In(found.Credited ?? 0), In(found.OpenAmount),
            [.. found.Lines.Select(line => new SalesDocumentLineDto(
                line.ProductId, line.Description, line.Quantity, sees ? line.UnitPrice : null, sees ? line.DiscountPercent : null, line.TaxPercent,
                In(line.DiscountAmount), In(line.NetAmount), In(line.TaxAmount)) { Ordinal = line.Ordinal, SharedDiscount = In(line.SharedDiscount), Invoiced = line.InvoicedQuantity, Delivered = line.DeliveredQuantity, SourceOrdinal = line.SourceOrdinal })],
            linked.FirstOrDefault(document => document.Id == found.SourceId),
            [.. linked.Where(document => document.Id != found.SourceId)], found.ConcurrencyStamp)
        {
            OriginId = found.OriginId, Version = found.Version ?? 1,
            DiscountPercent = sees ? found.DiscountPercent : null,
            Answer = found.AnsweredAt is { } at ? new QuoteAnswerDto(found.AnswerName ?? "", found.AnswerRemark, at) : null,
            PaidBack = In(found.PaidBack ?? 0),
            Uninvoiced = found.Uninvoiced is { } left ? In(left) : null,
            Delivered = found.Delivered is { } delivered ? In(delivered) : null,
            WarehouseId = found.WarehouseId,
        };
    }

    [UnitOfWork(isTransactional: false)] // so that the ledger has a transaction of its own
    public virtual async Task<SalesDocumentDto> RevealAsync(Guid id)
    {
        var document = await GetAsync(id);
        return await reveals.ShowAsync(InvoicingPermissions.ToAmounts(document.Kind), id, () => GetAsync(id));
    }

    private async Task<bool> SeesAmountsAsync(DocumentKind kind) =>
        await rights.GetAccessAsync(InvoicingPermissions.ToAmounts(kind)) >= FieldAccess.Visible;

    private async Task<IQueryable<Found>> FilterAsync(SalesDocumentListInput input)
    {
        var query =
            from document in await documents.GetQueryableAsync()
            where document.Kind == input.Kind
            join party in await parties.GetQueryableAsync() on document.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            select new Found { Document = document, Party = party };
        if (input.PartyId is { } partyId)
        {
            query = query.Where(found => found.Document.PartyId == partyId);
        }
        if (input.State is { } state)
        {
            query = query.Where(found => found.Document.State == state);
        }
        if (input.Overdue)
        {
            var today = display.Today;
            query = query.Where(found => found.Document.OpenAmount > 0 && found.Document.Due < today);
        }
        if (input is { AfterDate: { } date, AfterId: { } id })
        {
            query = query.Where(found => found.Document.Date < date || (found.Document.Date == date && found.Document.Id.CompareTo(id) < 0));
        }
        return new PartySearch(input.Text).Apply(query, found => found.Document.SearchKey + " " + found.Party!.SearchKey);
    }

    /// <summary>Of the kinds that the reader may read.</summary>
    private async Task<List<LinkedDocumentDto>> LinkedAsync(Guid id, Guid? sourceId)
    {
        var kinds = new List<DocumentKind>();
        foreach (var kind in DocumentUrls.Kinds)
        {
            if (await AuthorizationService.IsGrantedAsync(InvoicingPermissions.ToRead(kind)))
            {
                kinds.Add(kind);
            }
        }
        var linked = await AsyncExecuter.ToListAsync(
            from document in await documents.GetQueryableAsync()
            where (document.SourceId == id || document.Id == sourceId) && kinds.Contains(document.Kind)
            orderby document.Date, document.CreationTime
            select new LinkedDocumentDto(document.Id, document.Kind, document.Number, document.Date, document.Total));
        var seen = new HashSet<DocumentKind>();
        foreach (var kind in kinds)
        {
            if (await SeesAmountsAsync(kind))
            {
                seen.Add(kind);
            }
        }
        return linked.ConvertAll(document => seen.Contains(document.Kind) ? document : document with { Total = null });
    }

    private class Found
    {
        public required SalesDocument Document { get; init; }

        /// <summary>Null when the party was deleted.</summary>
        public PartyRow? Party { get; init; }
    }
}
