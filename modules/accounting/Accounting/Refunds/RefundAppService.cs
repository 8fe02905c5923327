using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.EntityFrameworkCore;
using Accounting.Journal;
using Accounting.Localization;
using Accounting.Permissions;
using Accounting.Rates;
using Accounting.Receipts;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Permissions;
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

namespace Accounting.Refunds;

[Authorize(AccountingPermissions.Refunds.Default)]
public class RefundAppService(
    IRepository<Refund, Guid> refunds, IRepository<Receipt, Guid> receipts, IReadOnlyRepository<Cheque, Guid> cheques, IReadOnlyRepository<Account, Guid> accounts,
    IReadOnlyRepository<SalesDocumentView, Guid> documents, IAccountingPartyRows parties, RefundManager manager, IInvoiceSettlement invoices, CashAccounts cashAccounts, INumbering numbering,
    IRights rights, IDisplay display, IStringLocalizer<AccountingResource> texts)
    : AccountingAppService, IRefundAppService
{
    private const string Series = "RFD";
    private const int MaxPage = 200;

    [Reads(AccountingPermissions.Refunds.Default, Words = "text", Rows = "Rows")]
    public virtual async Task<RefundPage> GetListAsync(RefundListInput input)
    {
        var (max, sees) = (Math.Clamp(input.Max, 1, MaxPage), await SeesAmountsAsync());
        var rows = await AsyncExecuter.ToListAsync((await FilterAsync(input))
            .OrderByDescending(found => found.Refund.Date).ThenByDescending(found => found.Refund.Id)
            .Take(max + 1)
            .Select(found => new RefundRow(
                found.Refund.Id, found.Refund.Number, found.Refund.Date, found.Refund.PartyId, found.Party!.Name ?? "",
                found.Refund.Method, found.Refund.State, found.Refund.Amount)));
        return new RefundPage([.. rows.Take(max).Select(row => sees ? row : row with { Amount = null })], rows.Count > max);
    }

    [Reads(AccountingPermissions.Refunds.Default, Id = "id")]
    public virtual async Task<RefundDto> GetAsync(Guid id)
    {
        var found = await AsyncExecuter.FirstOrDefaultAsync(
            from refund in await refunds.GetQueryableAsync()
            where refund.Id == id
            join account in await accounts.GetQueryableAsync() on refund.AccountId equals account.Id
            join party in await parties.GetQueryableAsync() on refund.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            select new
            {
                refund.Number, refund.Date, refund.PartyId, PartyName = party.Name, refund.Method, refund.State, refund.Amount, refund.Iban, refund.Note, refund.EntryId,
                account.Key, account.Name,
                Parts = refund.Parts.OrderBy(part => part.Ordinal).Select(part => new { part.ReceiptId, part.InvoiceId, part.SourceNumber, part.Amount }).ToList(),
            }) ?? throw new EntityNotFoundException(typeof(Refund), id);
        var sees = await SeesAmountsAsync();
        var notes = await GetCreditNotesAsync([.. found.Parts.Where(part => part.InvoiceId is not null).Select(part => part.InvoiceId!.Value)]);
        return new RefundDto(
            id, found.Number, found.Date, found.PartyId, found.PartyName ?? "", found.Method, found.State, texts.NameOf(found.Key, found.Name),
            sees ? found.Amount : null, sees ? found.Iban : null, found.Note, found.EntryId,
            [.. found.Parts.Select(part => new RefundPartDto(
                part.ReceiptId, part.InvoiceId, part.SourceNumber, sees ? part.Amount : null, part.InvoiceId is { } invoice ? [.. notes[invoice]] : []))]);
    }

    [Reads(AccountingPermissions.Refunds.Default, Id = "partyId")]
    public virtual async Task<List<PartyCreditDto>> GetCreditsAsync(Guid partyId)
    {
        await parties.GetAsync(partyId);
        if (!await SeesAmountsAsync())
        {
            return []; // nobody pays back what he does not see
        }
        var paid = (await cheques.GetQueryableAsync()).Where(cheque => cheque.State == ChequeState.Cleared || cheque.State == ChequeState.Spent);
        var unspent = await AsyncExecuter.ToListAsync((await receipts.GetQueryableAsync())
            .Where(receipt => receipt.PartyId == partyId && receipt.State == ReceiptState.Posted && receipt.Amount.Amount > receipt.AllocatedAmount)
            .Where(receipt => receipt.Method != ReceiptMethod.Cheque || paid.Any(cheque => cheque.ReceiptId == receipt.Id))
            .OrderBy(receipt => receipt.Date).ThenBy(receipt => receipt.Number)
            .Take(MaxPage)
            .Select(receipt => new { receipt.Id, receipt.Number, receipt.Date, receipt.Amount, receipt.AllocatedAmount }));
        var overCredited = await invoices.GetInCreditAsync(partyId);
        return
        [
            .. unspent.Select(receipt => new PartyCreditDto(receipt.Id, null, receipt.Number, receipt.Date, receipt.Amount with { Amount = receipt.Amount.Amount - receipt.AllocatedAmount })),
            .. overCredited.Select(invoice => new PartyCreditDto(null, invoice.Id, invoice.Number, invoice.Date, -invoice.Open)),
        ];
    }

    [Authorize(AccountingPermissions.Refunds.Create)]
    public virtual async Task<Guid> CreateAsync(CreateRefundDto input)
    {
        if (!Currencies.IsKnown(input.Currency))
        {
            throw new BusinessException(AccountingErrorCodes.CurrencyUnknown).WithData("Currency", input.Currency);
        }
        if (await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) < FieldAccess.Changeable)
        {
            throw new BusinessException(AccountingErrorCodes.AmountsNotChangeable);
        }
        await parties.GetAsync(input.PartyId);
        var refund = new Refund(
            GuidGenerator.Create(), await numbering.NextAsync(Series, input.Date), input.PartyId, input.Date, input.Method, input.Currency,
            await cashAccounts.ChooseAsync(input.AccountId, input.Method == RefundMethod.Cash ? AccountKeys.Cash : AccountKeys.Bank), input.Iban, input.Note);
        foreach (var part in input.Parts.Where(part => part.Amount != 0))
        {
            var amount = Money.Of(part.Amount, input.Currency);
            await (part.ReceiptId is { } receipt ? manager.PayBackReceiptAsync(refund, receipt, amount) : manager.PayBackInvoiceAsync(refund, part.InvoiceId ?? Guid.Empty, amount));
        }
        await manager.PostAsync(refund);
        return (await refunds.InsertAsync(refund)).Id;
    }

    [Authorize(AccountingPermissions.Refunds.Reverse)]
    public virtual async Task ReverseAsync(Guid id) => await manager.UndoAsync(await refunds.GetAsync(id), display.Today);

    private async Task<bool> SeesAmountsAsync() => await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) >= FieldAccess.Visible;

    /// <summary>What brought the credit on an invoice.</summary>
    private async Task<ILookup<Guid, RefundCreditNoteDto>> GetCreditNotesAsync(IReadOnlyCollection<Guid> invoiceIds)
    {
        var notes = invoiceIds.Count == 0 || !await AuthorizationService.IsGrantedAsync(InvoicingPermissions.CreditNotes.Default)
            ? []
            : await AsyncExecuter.ToListAsync((await documents.GetQueryableAsync())
                .Where(note => note.Kind == DocumentKind.CreditNote && note.State == DocumentState.Issued && note.SourceId != null && invoiceIds.Contains(note.SourceId.Value))
                .OrderBy(note => note.Date).ThenBy(note => note.Number)
                .Select(note => new { InvoiceId = note.SourceId!.Value, note.Id, note.Number, note.Date }));
        return notes.ToLookup(note => note.InvoiceId, note => new RefundCreditNoteDto(note.Id, note.Number!, note.Date));
    }

    private async Task<IQueryable<Found>> FilterAsync(RefundListInput input)
    {
        var query =
            from refund in await refunds.GetQueryableAsync()
            join party in await parties.GetQueryableAsync() on refund.PartyId equals party.Id into named
            from party in named.DefaultIfEmpty()
            select new Found { Refund = refund, Party = party };
        if (input.PartyId is { } partyId)
        {
            query = query.Where(found => found.Refund.PartyId == partyId);
        }
        if (input is { AfterDate: { } date, AfterId: { } id })
        {
            query = query.Where(found => found.Refund.Date <= date && (found.Refund.Date < date || found.Refund.Id.CompareTo(id) < 0));
        }
        return new PartySearch(input.Text).Apply(query, found => found.Refund.SearchKey + " " + found.Party!.SearchKey);
    }

    private class Found
    {
        public required Refund Refund { get; init; }

        /// <summary>Null when the party was deleted.</summary>
        public PartyRow? Party { get; init; }
    }
}
