using Accounting.EntityFrameworkCore;
using Accounting.Accounts;
using Accounting.Journal;
using Accounting.Permissions;
using Accounting.Receipts;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Parties.Parties;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Accounting.Cheques;

[Authorize(AccountingPermissions.Cheques.Default)]
public class ChequeAppService(
    IRepository<Cheque, Guid> cheques, IReadOnlyRepository<Receipt, Guid> receipts, IAccountingPartyRows parties,
    ReceiptManager receiptManager, CashAccounts cashAccounts, Ledger ledger, IRights rights)
    : AccountingAppService, IChequeAppService
{
    private const int MaxPage = 200;

    [Reads(AccountingPermissions.Cheques.Default, Words = "text", Rows = "Rows")]
    public virtual async Task<ChequePage> GetListAsync(ChequeListInput input)
    {
        var max = Math.Clamp(input.Max, 1, MaxPage);
        var rows = await AsyncExecuter.ToListAsync((await FilterAsync(input))
            .OrderBy(found => found.Cheque.Due).ThenBy(found => found.Cheque.Id)
            .Take(max + 1)
            .Select(found => new ChequeRow(
                found.Cheque.Id, found.Cheque.SayadId, found.Cheque.PartyId, found.Party!.Name ?? "", found.Cheque.Bank,
                found.Cheque.Due, found.Cheque.State, found.Cheque.Amount)));
        var sees = await SeesAmountsAsync();
        return new ChequePage([.. rows.Take(max).Select(row => sees ? row : row with { Amount = null })], rows.Count > max);
    }

    [Reads(AccountingPermissions.Cheques.Default, Id = "id")]
    public virtual async Task<ChequeDto> GetAsync(Guid id)
    {
        var cheque = await AsyncExecuter.FirstOrDefaultAsync(
            from one in await cheques.GetQueryableAsync()
            where one.Id == id
            join receipt in await receipts.GetQueryableAsync() on one.ReceiptId equals receipt.Id
            join party in await parties.GetQueryableAsync() on one.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            join payee in await parties.GetQueryableAsync() on one.PayeeId equals (Guid?)payee.Id into paid
            from payee in paid.DefaultIfEmpty()
            select new ChequeDto(
                one.Id, one.SayadId, one.PartyId, party.Name ?? "", one.Bank, one.Drawer, one.Due, one.State, one.Amount,
                receipt.Id, receipt.Number, one.PayeeId, payee.Name,
                one.Moves.OrderBy(move => move.Ordinal).Select(move => new ChequeMoveDto(move.State, move.Date, move.Note, move.EntryId)).ToList()))
            ?? throw new EntityNotFoundException(typeof(Cheque), id);
        return await SeesAmountsAsync() ? cheque : cheque with { Amount = null };
    }

    /// <summary>A cheque's amount is its receipt's.</summary>
    private async Task<bool> SeesAmountsAsync() => await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) >= FieldAccess.Visible;

    [Authorize(AccountingPermissions.Cheques.Manage)]
    public virtual async Task DepositAsync(Guid id, DepositChequeDto input)
    {
        var cheque = await cheques.GetAsync(id);
        var move = cheque.Deposit(await cashAccounts.ChooseAsync(input.AccountId, AccountKeys.Bank), input.Date, input.Note);
        await PostAsync(cheque, move, AccountKeys.ChequesInCollection, AccountKeys.Cheques);
    }

    [Authorize(AccountingPermissions.Cheques.Manage)]
    public virtual async Task ClearAsync(Guid id, MoveChequeDto input)
    {
        var cheque = await cheques.GetAsync(id);
        var move = cheque.Clear(input.Date, input.Note);
        var accounts = await ledger.GetAccountsAsync();
        await PostAsync(cheque, move, cheque.AccountId!.Value, accounts[AccountKeys.ChequesInCollection]);
    }

    [Authorize(AccountingPermissions.Cheques.Manage)]
    public virtual async Task BounceAsync(Guid id, MoveChequeDto input)
    {
        var cheque = await cheques.GetAsync(id);
        var move = cheque.Bounce(input.Date, input.Note);
        await OweAgainAsync(cheque, move, AccountKeys.ChequesInCollection);
    }

    [Authorize(AccountingPermissions.Cheques.Manage)]
    public virtual async Task ReturnAsync(Guid id, MoveChequeDto input)
    {
        var cheque = await cheques.GetAsync(id);
        var isOwedAlready = cheque.State == ChequeState.Bounced;
        var move = cheque.Return(input.Date, input.Note);
        if (!isOwedAlready)
        {
            await OweAgainAsync(cheque, move, AccountKeys.Cheques);
        }
    }

    [Authorize(AccountingPermissions.Cheques.Manage)]
    public virtual async Task SpendAsync(Guid id, SpendChequeDto input)
    {
        var cheque = await cheques.GetAsync(id);
        var payee = await parties.GetAsync(input.PayeeId);
        var move = cheque.Spend(payee.Id, input.Date, input.Note);
        var accounts = await ledger.GetAccountsAsync();
        await PostAsync(cheque, move, accounts[AccountKeys.Payables], accounts[AccountKeys.Cheques], payee.Id);
    }

    /// <summary>The receipt that the cheque came with counts no longer.</summary>
    private async Task OweAgainAsync(Cheque cheque, ChequeMove move, string creditedKey)
    {
        await receiptManager.UndoAsync(cheque.ReceiptId, move.Date);
        await PostAsync(cheque, move, AccountKeys.Receivables, creditedKey);
    }

    private async Task PostAsync(Cheque cheque, ChequeMove move, string debitKey, string creditKey)
    {
        var accounts = await ledger.GetAccountsAsync();
        await PostAsync(cheque, move, accounts[debitKey], accounts[creditKey], debitKey == AccountKeys.Receivables ? cheque.PartyId : null);
    }

    /// <summary>A cheque stays worth what it was taken at.</summary>
    private async Task PostAsync(Cheque cheque, ChequeMove move, Guid debitId, Guid creditId, Guid? partyId = null)
    {
        var worth = await receiptManager.GetWorthAsync(cheque);
        var posted = await ledger.PostAsync(move.Date, JournalSource.Cheque, cheque.Id, cheque.SayadId,
            [Posting.ToDebit(debitId, cheque.Amount, partyId, worth), Posting.ToCredit(creditId, cheque.Amount, worth: worth)]);
        move.PostedBy(posted.Id);
    }

    private async Task<IQueryable<Found>> FilterAsync(ChequeListInput input)
    {
        var query =
            from cheque in await cheques.GetQueryableAsync()
            join party in await parties.GetQueryableAsync() on cheque.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            select new Found { Cheque = cheque, Party = party };
        if (input.PartyId is { } partyId)
        {
            query = query.Where(found => found.Cheque.PartyId == partyId);
        }
        if (input.State is { } state)
        {
            query = query.Where(found => found.Cheque.State == state);
        }
        if (input.Open)
        {
            query = query.Where(found => found.Cheque.State == ChequeState.Registered || found.Cheque.State == ChequeState.InCollection);
        }
        if (input.Until is { } until)
        {
            query = query.Where(found => found.Cheque.Due <= until);
        }
        if (input is { AfterDue: { } due, AfterId: { } id })
        {
            query = query.Where(found => found.Cheque.Due > due || (found.Cheque.Due == due && found.Cheque.Id.CompareTo(id) > 0));
        }
        return new PartySearch(input.Text).Apply(query, found => found.Cheque.SearchKey + " " + found.Party!.SearchKey);
    }

    private class Found
    {
        public required Cheque Cheque { get; init; }

        /// <summary>Null when the party was deleted.</summary>
        public PartyRow? Party { get; init; }
    }
}
