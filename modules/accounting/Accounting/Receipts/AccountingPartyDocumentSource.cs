using Accounting.Accounts;
using Accounting.Journal;
using Accounting.Features;
using Accounting.Localization;
using Accounting.Permissions;
using Kernel.Monetary;
using Microsoft.Extensions.Localization;
using Parties.Documents;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Linq;

namespace Accounting.Receipts;

/// <summary>What a party paid, and its balance in the ledger: one statement.</summary>
public class AccountingPartyDocumentSource(
    IReadOnlyRepository<Receipt, Guid> receipts, IReadOnlyRepository<JournalLine> lines, IReadOnlyRepository<Account, Guid> accounts,
    IAsyncQueryableExecuter executer, IFeatureChecker features, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts)
    : IPartyDocumentSource, ITransientDependency
{
    private const string Payment = "payment";

    public async Task<PartyDocuments> GetDocumentsAsync(Guid partyId, int max, DateOnly today, DateOnly? before = null)
    {
        if (!await features.IsEnabledAsync(AccountingFeatures.Enable))
        {
            return PartyDocuments.None;
        }
        if (!await permissions.IsGrantedAsync(AccountingPermissions.Receipts.Default))
        {
            return new PartyDocuments([], [], [], IsForbidden: true);
        }
        var mayCreate = await permissions.IsGrantedAsync(AccountingPermissions.Receipts.Create);

        var rows = await executer.ToListAsync((await PaymentsAsync(partyId, max, before)).Concat(await BalanceAsync(partyId, today)));
        return new PartyDocuments(
            [
                new PartyDocumentKind(Payment, texts["Kinds:payment"], texts["Kind:payment"], 10,
                    mayCreate ? AccountingUrls.NewReceipt(partyId) : null, $"{AccountingUrls.Receipts}?partyId={partyId}"),
            ],
            [.. rows.Where(row => !row.IsTotal).OrderByDescending(row => row.Date).ThenByDescending(row => row.Number).Select(ToDocument)],
            [.. rows.Where(row => row.IsTotal).Select(row => new PartyTotal(PartyTotals.Balance, new Money(row.Amount, row.Currency)))]);
    }

    private async Task<IQueryable<Row>> PaymentsAsync(Guid partyId, int max, DateOnly? before)
    {
        var ofParty = (await receipts.GetQueryableAsync()).Where(receipt => receipt.PartyId == partyId);
        return (before is { } day ? ofParty.Where(receipt => receipt.Date < day) : ofParty)
            .OrderByDescending(receipt => receipt.Date).ThenByDescending(receipt => receipt.Id)
            .Take(max)
            .Select(receipt => new Row
            {
                IsTotal = false, Id = receipt.Id, Number = receipt.Number, Date = receipt.Date, State = receipt.State, Method = receipt.Method,
                Amount = receipt.Amount.Amount, Allocated = receipt.AllocatedAmount, Currency = receipt.Amount.Currency, Note = receipt.Note,
            });
    }

    /// <summary>One row for each currency: what the party owes less what it paid.</summary>
    private async Task<IQueryable<Row>> BalanceAsync(Guid partyId, DateOnly today)
    {
        var receivables = (await accounts.GetQueryableAsync()).Where(account => account.Key == AccountKeys.Receivables);
        return
            from line in await lines.GetQueryableAsync()
            where line.PartyId == partyId && receivables.Any(account => account.Id == line.AccountId)
            group line by line.Debit.Currency into moved
            select new Row
            {
                IsTotal = true, Id = Guid.Empty, Number = moved.Key, Date = today, State = ReceiptState.Posted, Method = ReceiptMethod.Transfer,
                Amount = moved.Sum(line => line.Debit.Amount) - moved.Sum(line => line.Credit.Amount), Allocated = 0L,
                Currency = moved.Key, Note = moved.Key,
            };
    }

    /// <summary>Its open amount is what is not allocated yet.</summary>
    private PartyDocument ToDocument(Row row) => new(
        Payment, row.Id, row.Number, row.Date, new Money(row.Amount, row.Currency),
        new Money(row.State == ReceiptState.Reversed ? 0 : row.Amount - row.Allocated, row.Currency), null,
        row.State == ReceiptState.Reversed ? texts["Enum:ReceiptState.Reversed"] : texts["Enum:ReceiptMethod." + row.Method],
        row.State == ReceiptState.Reversed ? "bad" : "good", AccountingUrls.Receipt(row.Id), row.Note);

    private class Row
    {
        public bool IsTotal { get; init; }
        public Guid Id { get; init; }
        public string Number { get; init; } = null!;
        public DateOnly Date { get; init; }
        public ReceiptState State { get; init; }
        public ReceiptMethod Method { get; init; }
        public long Amount { get; init; }
        public long Allocated { get; init; }
        public string Currency { get; init; } = null!;
        public string? Note { get; init; }
    }
}
