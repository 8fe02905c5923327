using Accounting.EntityFrameworkCore;
using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Journal;
using Accounting.Localization;
using Accounting.Permissions;
using Accounting.Rates;
using Accounting.Refunds;
using Invoicing.Invoices;
using Kernel.Displaying;
using Kernel.Monetary;
using Kernel.Numbering;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace Accounting.Receipts;

[Authorize(AccountingPermissions.Receipts.Default)]
public class ReceiptAppService(
    IRepository<Receipt, Guid> receipts, IReadOnlyRepository<Account, Guid> accounts, IAccountingPartyRows parties,
    IRepository<Cheque, Guid> cheques, IReadOnlyRepository<Refund, Guid> refunds, ReceiptManager manager, CashAccounts cashAccounts, Ledger ledger, ExchangeDifferences differences, IInvoiceSettlement invoices,
    INumbering numbering, IRights rights, Reveals reveals, IDisplay display, IStringLocalizer<AccountingResource> texts)
    : AccountingAppService, IReceiptAppService
{
    private const string Series = "RCP";
    private const int MaxPage = 200;

    [Reads(AccountingPermissions.Receipts.Default, Words = "text", Rows = "Rows")]
    public virtual async Task<ReceiptPage> GetListAsync(ReceiptListInput input)
    {
        var (max, sees) = (Math.Clamp(input.Max, 1, MaxPage), await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) >= FieldAccess.Visible);
        var rows = await AsyncExecuter.ToListAsync((await FilterAsync(input))
            .OrderByDescending(found => found.Receipt.Date).ThenByDescending(found => found.Receipt.Id)
            .Take(max + 1)
            .Select(found => new
            {
                found.Receipt.Id, found.Receipt.Number, found.Receipt.Date, found.Receipt.PartyId, PartyName = found.Party!.Name,
                found.Receipt.Method, found.Receipt.State, found.Receipt.Amount, found.Receipt.AllocatedAmount,
            }));
        return new ReceiptPage(
            [.. rows.Take(max).Select(row => new ReceiptRow(
                row.Id, row.Number, row.Date, row.PartyId, row.PartyName ?? "", row.Method, row.State,
                sees ? row.Amount : null, sees ? Unallocated(row.Amount, row.AllocatedAmount, row.State) : null))],
            rows.Count > max);
    }

    [Reads(AccountingPermissions.Receipts.Default, Id = "id")]
    public virtual async Task<ReceiptDto> GetAsync(Guid id)
    {
        var (taken, refunded) = (await cheques.GetQueryableAsync(), await refunds.GetQueryableAsync());
        var found = await AsyncExecuter.FirstOrDefaultAsync(
            from receipt in await receipts.GetQueryableAsync()
            where receipt.Id == id
            join account in await accounts.GetQueryableAsync() on receipt.AccountId equals account.Id
            join party in await parties.GetQueryableAsync() on receipt.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            select new
            {
                receipt.Number, receipt.Date, receipt.PartyId, PartyName = party.Name, receipt.Method, receipt.State,
                receipt.Amount, receipt.AllocatedAmount, receipt.Iban, receipt.Note, receipt.EntryId, account.Key, account.Name,
                ChequeId = taken.Where(cheque => cheque.ReceiptId == receipt.Id).Select(cheque => (Guid?)cheque.Id).FirstOrDefault(),
                Allocations = receipt.Allocations.OrderBy(allocation => allocation.Ordinal)
                    .Select(allocation => new ReceiptAllocationDto(allocation.InvoiceId, allocation.InvoiceNumber, allocation.Amount)).ToList(),
                Refunds = refunded.Where(refund => refund.State == RefundState.Posted).SelectMany(refund => refund.Parts, (refund, part) => new { refund, part })
                    .Where(one => one.part.ReceiptId == receipt.Id).OrderBy(one => one.refund.Date).ThenBy(one => one.refund.Number)
                    .Select(one => new ReceiptRefundDto(one.refund.Id, one.refund.Number, one.refund.Date, one.part.Amount)).ToList(),
            }) ?? throw new EntityNotFoundException(typeof(Receipt), id);
        var access = await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts);
        var sees = access >= FieldAccess.Visible;
        return new ReceiptDto(
            id, found.Number, found.Date, found.PartyId, found.PartyName ?? "", found.Method, found.State,
            texts.NameOf(found.Key, found.Name), sees ? found.Iban : null, access, sees ? found.Amount : null,
            sees ? Unallocated(found.Amount, found.AllocatedAmount, found.State) : null, found.Note, found.EntryId,
            sees ? found.Allocations : found.Allocations.ConvertAll(allocation => allocation with { Amount = null }), found.ChequeId,
            sees ? found.Refunds : found.Refunds.ConvertAll(refund => refund with { Amount = null }));
    }

    [UnitOfWork(isTransactional: false)] // so that the ledger has a transaction of its own
    public virtual Task<ReceiptDto> RevealAsync(Guid id) => reveals.ShowAsync(AccountingPermissions.Receipts.Amounts, id, () => GetAsync(id));

    [Authorize(AccountingPermissions.Receipts.Create)]
    public virtual async Task<Guid> CreateAsync(CreateReceiptDto input)
    {
        if (!Currencies.IsKnown(input.Currency))
        {
            throw new BusinessException(AccountingErrorCodes.CurrencyUnknown).WithData("Currency", input.Currency);
        }
        await CheckMayWriteAmountsAsync();
        await parties.GetAsync(input.PartyId);
        var amount = Money.Of(input.Amount, input.Currency);
        var receipt = new Receipt(
            GuidGenerator.Create(), await numbering.NextAsync(Series, input.Date), input.PartyId, input.Date, input.Method,
            amount, await AccountOfAsync(input), input.Note, input.Iban);

        var made = await AllocateAsync(receipt, input.Allocations);
        var posted = await ledger.PostAsync(input.Date, JournalSource.Receipt, receipt.Id, receipt.Number,
        [
            Posting.ToDebit(receipt.AccountId, amount),
            Posting.ToCredit((await ledger.GetAccountsAsync())[AccountKeys.Receivables], amount, input.PartyId),
        ]);
        receipt.PostedBy(posted.Id);
        await differences.PostAsync(receipt, posted, made, input.Date);
        await receipts.InsertAsync(receipt);
        if (input.Method == ReceiptMethod.Cheque)
        {
            await TakeChequeAsync(receipt, input.Cheque ?? new ChequeInput());
        }
        return receipt.Id;
    }

    [Authorize(AccountingPermissions.Receipts.Create)]
    public virtual async Task AllocateAsync(Guid id, List<ReceiptAllocationInput> allocations)
    {
        await CheckMayWriteAmountsAsync();
        var receipt = await receipts.GetAsync(id);
        await differences.PostAsync(receipt, await AllocateAsync(receipt, allocations), display.Today);
    }

    [Authorize(AccountingPermissions.Receipts.Reverse)]
    public virtual async Task ReverseAsync(Guid id)
    {
        if ((await receipts.GetAsync(id)) is { Method: ReceiptMethod.Cheque } ofCheque)
        {
            throw new BusinessException(AccountingErrorCodes.ReceiptOfACheque).WithData("Number", ofCheque.Number);
        }
        var receipt = await manager.UndoAsync(id, display.Today);
        await ledger.ReverseAsync(receipt.EntryId, display.Today);
    }

    private async Task CheckMayWriteAmountsAsync()
    {
        if (await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) < FieldAccess.Changeable)
        {
            throw new BusinessException(AccountingErrorCodes.AmountsNotChangeable);
        }
    }

    /// <summary>Only the party's own open invoices are paid; an empty amount is passed over.</summary>
    private async Task<IReadOnlyList<MadeAllocation>> AllocateAsync(Receipt receipt, List<ReceiptAllocationInput> allocations)
    {
        var made = new List<MadeAllocation>();
        var wanted = allocations.Where(allocation => allocation.Amount != 0).ToList();
        if (wanted.Count == 0)
        {
            return made;
        }
        var open = (await invoices.GetOpenAsync(receipt.PartyId, [.. wanted.Select(allocation => allocation.InvoiceId)])).ToDictionary(invoice => invoice.Id);
        foreach (var allocation in wanted)
        {
            if (!open.TryGetValue(allocation.InvoiceId, out var invoice))
            {
                throw new BusinessException(AccountingErrorCodes.AllocationOtherParty);
            }
            var amount = Money.Of(allocation.Amount, invoice.Total.Currency);
            var allocated = receipt.Allocate(invoice.Id, invoice.Number, amount);
            made.Add(new MadeAllocation(allocated, await invoices.SettleAsync(invoice.Id, amount)));
        }
        return made;
    }

    /// <summary>A live cheque is taken once; the unique index holds it against two at the same moment.</summary>
    private async Task TakeChequeAsync(Receipt receipt, ChequeInput written)
    {
        var cheque = new Cheque(GuidGenerator.Create(), receipt.PartyId, receipt.Id, written, receipt.Amount, receipt.Date);
        if (await cheques.AnyAsync(known => known.LiveKey == cheque.LiveKey))
        {
            throw new BusinessException(AccountingErrorCodes.ChequeTaken).WithData("Number", cheque.SayadId);
        }
        await cheques.InsertAsync(cheque);
    }

    private Task<Guid> AccountOfAsync(CreateReceiptDto input) => input.Method switch
    {
        ReceiptMethod.Cheque => cashAccounts.ChooseAsync(null, AccountKeys.Cheques),
        ReceiptMethod.Cash => cashAccounts.ChooseAsync(input.AccountId, AccountKeys.Cash),
        _ => cashAccounts.ChooseAsync(input.AccountId, AccountKeys.Bank),
    };

    private async Task<IQueryable<Found>> FilterAsync(ReceiptListInput input)
    {
        var query =
            from receipt in await receipts.GetQueryableAsync()
            join party in await parties.GetQueryableAsync() on receipt.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            select new Found { Receipt = receipt, Party = party };
        if (input.PartyId is { } partyId)
        {
            query = query.Where(found => found.Receipt.PartyId == partyId);
        }
        if (input is { AfterDate: { } date, AfterId: { } id })
        {
            query = query.Where(found => found.Receipt.Date < date || (found.Receipt.Date == date && found.Receipt.Id.CompareTo(id) < 0));
        }
        return new PartySearch(input.Text).Apply(query, found => found.Receipt.SearchKey + " " + found.Party!.SearchKey);
    }

    private static Money Unallocated(Money amount, long allocated, ReceiptState state) =>
        amount with { Amount = state == ReceiptState.Reversed ? 0 : amount.Amount - allocated };

    private class Found
    {
        public required Receipt Receipt { get; init; }

        /// <summary>Null when the party was deleted.</summary>
        public PartyRow? Party { get; init; }
    }
}
