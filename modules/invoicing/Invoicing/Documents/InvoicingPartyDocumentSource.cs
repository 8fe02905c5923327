using System.Linq.Expressions;
using Invoicing.Features;
using Invoicing.Localization;
using Invoicing.Permissions;
using Kernel.Monetary;
using Kernel.Rights;
using Microsoft.Extensions.Localization;
using Parties.Documents;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Linq;

namespace Invoicing.Documents;

/// <summary>Quotes, orders, invoices and credit notes of a party, and what of its invoices is overdue: one statement.</summary>
public class InvoicingPartyDocumentSource(
    IReadOnlyRepository<SalesDocument, Guid> documents, IAsyncQueryableExecuter executer,
    IFeatureChecker features, IPermissionChecker permissions, IRights rights, IStringLocalizer<InvoicingResource> texts)
    : IPartyDocumentSource, ITransientDependency
{
    // Made once: a tree that each request builds anew costs more than the statement's way.
    private static readonly Expression<Func<SalesDocument, Row>> ToRow = document => new Row
    {
        IsTotal = false, Kind = document.Kind, Id = document.Id, Number = document.Number, Date = document.Date, Due = document.Due,
        State = document.State, Total = document.Total.Amount, Open = document.OpenAmount, Currency = document.Total.Currency, Note = document.Note,
    };

    private static readonly Expression<Func<IGrouping<string, SalesDocument>, Row>> ToTotalRow = overdue => new Row
    {
        IsTotal = true, Kind = overdue.Min(document => document.Kind), Id = Guid.Empty, Number = overdue.Min(document => document.Number),
        Date = overdue.Min(document => document.Due)!.Value, Due = overdue.Min(document => document.Due), State = overdue.Min(document => document.State),
        Total = overdue.Sum(document => document.Total.Amount), Open = overdue.Sum(document => document.OpenAmount),
        Currency = overdue.Key, Note = overdue.Min(document => document.Note),
    };

    public async Task<PartyDocuments> GetDocumentsAsync(Guid partyId, int max, DateOnly today, DateOnly? before = null)
    {
        if (!await features.IsEnabledAsync(InvoicingFeatures.Enable))
        {
            return PartyDocuments.None;
        }
        var granted = await GrantedAsync();
        var kinds = DocumentUrls.Kinds.Where(kind => granted.Contains(InvoicingPermissions.ToRead(kind))).ToList();
        if (kinds.Count == 0)
        {
            return new PartyDocuments([], [], [], IsForbidden: true);
        }

        var amounts = new Dictionary<DocumentKind, FieldAccess>();
        foreach (var kind in kinds)
        {
            amounts[kind] = await rights.GetAccessAsync(InvoicingPermissions.ToAmounts(kind));
        }
        var rows = await executer.ToListAsync(await QueryAsync(partyId, kinds, max, today, before));
        return new PartyDocuments(
            [.. kinds.Select(kind => ToKind(kind, partyId, granted, amounts[kind]))],
            [.. rows.Where(row => !row.IsTotal).OrderByDescending(row => row.Date).ThenByDescending(row => row.Number).Select(row => ToDocument(row, today, amounts[row.Kind] >= FieldAccess.Visible))],
            [.. rows.Where(row => row.IsTotal).Select(row => ToTotal(row, today, amounts[DocumentKind.Invoice]))]);
    }

    private static PartyTotal ToTotal(Row row, DateOnly today, FieldAccess amounts) => new(
        PartyTotals.Overdue, amounts >= FieldAccess.Visible ? new Money(row.Open, row.Currency) : null, today.DayNumber - row.Date.DayNumber,
        amounts == FieldAccess.Masked ? InvoicingPermissions.ToAmounts(DocumentKind.Invoice) : null);

    private async Task<IQueryable<Row>> QueryAsync(Guid partyId, List<DocumentKind> kinds, int max, DateOnly today, DateOnly? before)
    {
        var ofParty = (await documents.GetQueryableAsync()).Where(document => document.PartyId == partyId);
        var shown = before is { } day ? ofParty.Where(document => document.Date < day) : ofParty;
        var query = kinds.Select(kind => Newest(shown, kind, max)).Aggregate((all, next) => all.Concat(next));
        return kinds.Contains(DocumentKind.Invoice) ? query.Concat(Overdue(ofParty, today)) : query;
    }

    private static IQueryable<Row> Newest(IQueryable<SalesDocument> documents, DocumentKind kind, int max) => documents
        .Where(document => document.Kind == kind)
        .OrderByDescending(document => document.Date).ThenByDescending(document => document.Id)
        .Take(max)
        .Select(ToRow);

    /// <summary>One row for each currency; its date is the earliest due day.</summary>
    private static IQueryable<Row> Overdue(IQueryable<SalesDocument> documents, DateOnly today) => documents
        .Where(document => document.OpenAmount > 0 && document.Due < today)
        .GroupBy(document => document.Total.Currency)
        .Select(ToTotalRow);

    private PartyDocumentKind ToKind(DocumentKind kind, Guid partyId, HashSet<string> granted, FieldAccess amounts)
    {
        var isWritten = kind != DocumentKind.CreditNote && amounts == FieldAccess.Changeable && granted.Contains(InvoicingPermissions.ToManage(kind));
        return new PartyDocumentKind(
            kind.ToString().ToLowerInvariant(), texts["Kinds:" + kind], texts["Kind:" + kind], (int)kind,
            isWritten ? DocumentUrls.New(kind, partyId) : null, DocumentUrls.List(kind, partyId));
    }

    private PartyDocument ToDocument(Row row, DateOnly today, bool seesAmounts)
    {
        var status = DocumentStatuses.Of(row.Kind, row.State, row.Due, row.Total, row.Open, today);
        return new PartyDocument(
            row.Kind.ToString().ToLowerInvariant(), row.Id, row.Number ?? texts["DraftNumber"], row.Date,
            seesAmounts ? new Money(row.Total, row.Currency) : null, seesAmounts ? new Money(row.Open, row.Currency) : null, row.Due,
            texts["Enum:DocumentStatus." + status], DocumentStatuses.Tone(status), DocumentUrls.Details(row.Kind, row.Id), row.Note);
    }

    private async Task<HashSet<string>> GrantedAsync()
    {
        var asked = DocumentUrls.Kinds.SelectMany(kind => new[] { InvoicingPermissions.ToRead(kind), InvoicingPermissions.ToManage(kind) });
        var result = await permissions.IsGrantedAsync([.. asked]);
        return [.. result.Result.Where(grant => grant.Value == PermissionGrantResult.Granted).Select(grant => grant.Key)];
    }

    private class Row
    {
        public bool IsTotal { get; init; }
        public DocumentKind Kind { get; init; }
        public Guid Id { get; init; }
        public string? Number { get; init; }
        public DateOnly Date { get; init; }
        public DateOnly? Due { get; init; }
        public DocumentState State { get; init; }
        public long Total { get; init; }
        public long Open { get; init; }
        public string Currency { get; init; } = null!;
        public string? Note { get; init; }
    }
}
