using System.Linq.Expressions;
using Accounting.EntityFrameworkCore;
using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Credit;
using Accounting.Journal;
using Accounting.Features;
using Accounting.Localization;
using Accounting.Permissions;
using Accounting.Refunds;
using Accounting.StatementMails;
using Kernel.Displaying;
using Kernel.Monetary;
using Kernel.Rights;
using Microsoft.Extensions.Localization;
using Parties;
using Parties.Documents;
using Parties.Parties;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Linq;

namespace Accounting.Receipts;

/// <summary>What a party paid and was paid back, and its balance in the ledger: one statement, and another for what a party with a limit stands for.</summary>
public class AccountingPartyDocumentSource(
    IReadOnlyRepository<Receipt, Guid> receipts, IReadOnlyRepository<Cheque, Guid> cheques, IReadOnlyRepository<Refund, Guid> refunds, IReadOnlyRepository<StatementMail, Guid> mails,
    IReadOnlyRepository<JournalLine> lines, IReadOnlyRepository<Account, Guid> accounts,
    CreditPolicyManager policies, CreditExposures exposures,
    IAccountingPartyRows parties, RecordRights records, IRights rights, IDisplay display,
    IAsyncQueryableExecuter executer, IFeatureChecker features, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts)
    : IPartyDocumentSource, ITransientDependency
{
    private const string Payment = "payment";
    private const string OfCheque = "cheque";
    private const string PaidBack = "refund";
    private const string Statement = "statement";
    private const string Total = "total";
    private const string Limit = "limit";

    // Made once: a tree that each request builds anew costs more than the statement's way.
    private static readonly Expression<Func<Receipt, Row>> ReceiptRows = receipt => new Row
    {
        Kind = Payment, Id = receipt.Id, Number = receipt.Number, Date = receipt.Date, IsReversed = receipt.State == ReceiptState.Reversed, Detail = (int)receipt.Method, Due = receipt.Date, // not read; PostgreSQL asks every part of a union for its type, and a null has none
        Amount = receipt.Amount.Amount, Allocated = receipt.AllocatedAmount, Currency = receipt.Amount.Currency, Note = receipt.Note,
    };

    private static readonly Expression<Func<Cheque, Row>> ChequeRows = cheque => new Row
    {
        Kind = OfCheque, Id = cheque.Id, Number = cheque.SayadId, Date = cheque.Due, IsReversed = false, Detail = (int)cheque.State, Due = cheque.Due,
        Amount = cheque.Amount.Amount, Allocated = 0L, Currency = cheque.Amount.Currency, Note = cheque.Bank,
    };

    private static readonly Expression<Func<Refund, Row>> RefundRows = refund => new Row
    {
        Kind = PaidBack, Id = refund.Id, Number = refund.Number, Date = refund.Date, IsReversed = refund.State == RefundState.Reversed, Detail = (int)refund.Method, Due = refund.Date,
        Amount = refund.Amount.Amount, Allocated = 0L, Currency = refund.Amount.Currency, Note = refund.Note,
    };

    private static readonly Expression<Func<StatementMail, Row>> MailRows = mail => new Row
    {
        Kind = Statement, Id = mail.Id, Number = mail.Number, Date = mail.Date, IsReversed = false, Detail = mail.SentAt == null ? 0 : 1, Due = mail.Date,
        Amount = 0L, Allocated = 0L, Currency = mail.Currency, Note = mail.Message,
    };

    public async Task<PartyDocuments> GetDocumentsAsync(Guid partyId, int max, DateOnly today, DateOnly? before = null)
    {
        if (!await features.IsEnabledAsync(AccountingFeatures.Enable))
        {
            return PartyDocuments.None;
        }
        if (!await permissions.IsGrantedAsync(AccountingPermissions.Receipts.Default) || !await IsInSightAsync(partyId))
        {
            return new PartyDocuments([], [], [], IsForbidden: true);
        }
        var mayWrite = await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) == FieldAccess.Changeable;
        var mayCreate = await permissions.IsGrantedAsync(AccountingPermissions.Receipts.Create);

        var maySeeCheques = await permissions.IsGrantedAsync(AccountingPermissions.Cheques.Default);
        var maySeeRefunds = await permissions.IsGrantedAsync(AccountingPermissions.Refunds.Default);
        var mayPayBack = mayWrite && await permissions.IsGrantedAsync(AccountingPermissions.Refunds.Create);
        var statement = await permissions.IsGrantedAsync(AccountingPermissions.Receivables.Default) ? AccountingUrls.Statement(partyId) : null;
        var sees = await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) >= FieldAccess.Visible;
        var balance = await rights.GetAccessAsync(AccountingPermissions.Receipts.Balance);
        var maySeeStatements = statement is not null && balance >= FieldAccess.Visible;

        var query = await PaymentsAsync(partyId, max, before);
        query = balance >= FieldAccess.Visible ? query.Concat(await BalanceAsync(partyId, today)) : query;
        query = balance >= FieldAccess.Visible && before is null ? query.Concat(await LimitAsync(partyId, today)) : query;
        query = maySeeCheques ? query.Concat(await ChequesAsync(partyId, max, before)) : query;
        query = maySeeStatements ? query.Concat(await StatementsAsync(partyId, max, before)) : query;
        query = maySeeRefunds ? query.Concat(await RefundsAsync(partyId, max, before)) : query;
        var rows = await executer.ToListAsync(query);
        return new PartyDocuments(
            [
                new PartyDocumentKind(Payment, texts["Kinds:payment"], texts["Kind:payment"], 10,
                    mayCreate && mayWrite ? AccountingUrls.NewReceipt(partyId) : null, $"{AccountingUrls.Receipts}?partyId={partyId}"),
                .. maySeeCheques
                    ? [new PartyDocumentKind(OfCheque, texts["Kinds:cheque"], texts["Kind:cheque"], 11, null, $"{AccountingUrls.Cheques}?partyId={partyId}")]
                    : Array.Empty<PartyDocumentKind>(),
                .. maySeeRefunds
                    ? [new PartyDocumentKind(PaidBack, texts["Kinds:refund"], texts["Kind:refund"], 12, mayPayBack ? AccountingUrls.NewRefund(partyId) : null, $"{AccountingUrls.Refunds}?partyId={partyId}")]
                    : Array.Empty<PartyDocumentKind>(),
                .. maySeeStatements
                    ? [new PartyDocumentKind(Statement, texts["Kinds:statement"], texts["Kind:statement"], 13, $"{statement}#send", statement)]
                    : Array.Empty<PartyDocumentKind>(),
            ],
            [.. rows.Where(row => row.Kind is Payment or OfCheque or PaidBack or Statement).OrderByDescending(row => row.Date).ThenByDescending(row => row.Number).Select(row => ToDocument(row, sees, partyId))],
            balance >= FieldAccess.Visible
                ? [.. rows.Where(row => row.Kind == Total).Select(row => new PartyTotal(PartyTotals.Balance, new Money(row.Amount, row.Currency), Url: statement)), .. await LightAsync(partyId, rows, today)]
                : [new PartyTotal(PartyTotals.Balance, null, Field: balance == FieldAccess.Masked ? AccountingPermissions.Receipts.Balance : null)]);
    }

    /// <summary>A balance is whole or withheld. Who sees all costs no statement.</summary>
    private async Task<bool> IsInSightAsync(Guid partyId) =>
        (await rights.GetScopeAsync(AccountingPermissions.Receipts.Default) == RecordScope.All && await rights.GetScopeAsync(PartiesPermissions.Parties.Default) == RecordScope.All)
        || await executer.AnyAsync((await records.NarrowAsync(await parties.GetQueryableAsync(), AccountingPermissions.Receipts.Default))
            .Where(party => party.Id == partyId));

    private async Task<IQueryable<Row>> PaymentsAsync(Guid partyId, int max, DateOnly? before)
    {
        var ofParty = (await receipts.GetQueryableAsync()).Where(receipt => receipt.PartyId == partyId);
        return (before is { } day ? ofParty.Where(receipt => receipt.Date < day) : ofParty)
            .OrderByDescending(receipt => receipt.Date).ThenByDescending(receipt => receipt.Id)
            .Take(max)
            .Select(ReceiptRows);
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
                Kind = Total, Id = Guid.Empty, Number = moved.Key, Date = today, IsReversed = false, Detail = 0, Due = today,
                Amount = moved.Sum(line => line.Debit.Amount) - moved.Sum(line => line.Credit.Amount), Allocated = 0L,
                Currency = moved.Key, Note = moved.Key,
            };
    }

    /// <summary>The limit with its policy.</summary>
    private async Task<IQueryable<Row>> LimitAsync(Guid partyId, DateOnly today)
    {
        using var whole = SystemWork.Begin("an exposure is whole or withheld; the party is in sight");
        return
            from credit in await policies.QueryAsync()
            where credit.Party.Id == partyId
            select new Row
            {
                Kind = Limit, Id = credit.Limit.Id, Number = credit.Policy.Name, Date = today, IsReversed = false, Due = today,
                Detail = (credit.Policy.CountsQuotes ? 1 << (int)CreditPart.Quotes : 0) + (credit.Policy.CountsOrders ? 1 << (int)CreditPart.Orders : 0)
                    + (credit.Policy.CountsDeliveries ? 1 << (int)CreditPart.Deliveries : 0) + (credit.Policy.CountsCheques ? 1 << (int)CreditPart.Cheques : 0),
                Amount = credit.Limit.Limit.Amount, Allocated = 0L, Currency = credit.Limit.Limit.Currency, Note = credit.Policy.Name,
            };
    }

    /// <summary>The credit light: what the party stands for, green, amber or red by its limit. None without a limit.</summary>
    private async Task<IReadOnlyList<PartyTotal>> LightAsync(Guid partyId, List<Row> rows, DateOnly today)
    {
        if (rows.Find(row => row.Kind == Limit) is not { } limit)
        {
            return [];
        }
        var exposure = await exposures.SumAsync(
            await exposures.GetPartsAsync([partyId], today), part => part is CreditPart.Invoices or CreditPart.Unallocated || (limit.Detail & (1 << (int)part)) != 0, limit.Currency, today);
        var allowed = new Money(limit.Amount, limit.Currency);
        return
        [
            new PartyTotal(
                PartyTotals.Credit, exposure ?? allowed, Label: texts[exposure is null ? "Credit.LimitOnly" : "Credit.Used"], Hint: texts["Credit.OfLimit", display.Money(allowed)],
                Tone: CreditLights.Tone(allowed, exposure), Url: await permissions.IsGrantedAsync(AccountingPermissions.Credit.Default) ? AccountingUrls.CreditOf(partyId) : null),
        ];
    }

    private async Task<IQueryable<Row>> ChequesAsync(Guid partyId, int max, DateOnly? before)
    {
        var ofParty = (await cheques.GetQueryableAsync()).Where(cheque => cheque.PartyId == partyId);
        return (before is { } day ? ofParty.Where(cheque => cheque.Due < day) : ofParty)
            .OrderByDescending(cheque => cheque.Due).ThenByDescending(cheque => cheque.Id)
            .Take(max)
            .Select(ChequeRows);
    }

    private async Task<IQueryable<Row>> RefundsAsync(Guid partyId, int max, DateOnly? before)
    {
        var ofParty = (await refunds.GetQueryableAsync()).Where(refund => refund.PartyId == partyId);
        return (before is { } day ? ofParty.Where(refund => refund.Date < day) : ofParty)
            .OrderByDescending(refund => refund.Date).ThenByDescending(refund => refund.Id)
            .Take(max)
            .Select(RefundRows);
    }

    private async Task<IQueryable<Row>> StatementsAsync(Guid partyId, int max, DateOnly? before)
    {
        var ofParty = (await mails.GetQueryableAsync()).Where(mail => mail.PartyId == partyId);
        return (before is { } day ? ofParty.Where(mail => mail.Date < day) : ofParty)
            .OrderByDescending(mail => mail.Date).ThenByDescending(mail => mail.Id)
            .Take(max)
            .Select(MailRows);
    }

    private PartyDocument ToDocument(Row row, bool sees, Guid partyId) => row.Kind switch
    {
        Statement => new PartyDocument(
            Statement, row.Id, row.Number, row.Date, null, null, null, texts[row.Detail == 0 ? "Statement.Waiting" : "Statement.Sent"], row.Detail == 0 ? "warn" : "good",
            AccountingUrls.SentStatement(partyId, row.Id), row.Note),
        OfCheque => ToCheque(row, sees),
        PaidBack => ToRefund(row, sees),
        _ => ToPayment(row, sees),
    };

    /// <summary>Its open amount is what is not allocated yet.</summary>
    private PartyDocument ToPayment(Row row, bool sees) => new(
        Payment, row.Id, row.Number, row.Date, sees ? new Money(row.Amount, row.Currency) : null,
        sees ? new Money(row.IsReversed ? 0 : row.Amount - row.Allocated, row.Currency) : null, null,
        row.IsReversed ? texts["Enum:ReceiptState.Reversed"] : texts["Enum:ReceiptMethod." + (ReceiptMethod)row.Detail],
        row.IsReversed ? "bad" : "good", AccountingUrls.Receipt(row.Id), row.Note);

    private PartyDocument ToRefund(Row row, bool sees) => new(
        PaidBack, row.Id, row.Number, row.Date, sees ? new Money(row.Amount, row.Currency) : null, sees ? Money.Zero(row.Currency) : null, null,
        texts[row.IsReversed ? "Enum:RefundState.Reversed" : "Enum:RefundMethod." + (RefundMethod)row.Detail],
        row.IsReversed ? "bad" : "info", AccountingUrls.Refund(row.Id), row.Note);

    /// <summary>It stands on its due day; its open amount is what the bank has not paid yet.</summary>
    private PartyDocument ToCheque(Row row, bool sees)
    {
        var state = (ChequeState)row.Detail;
        return new PartyDocument(
            OfCheque, row.Id, row.Number, row.Date, sees ? new Money(row.Amount, row.Currency) : null,
            !sees ? null : new Money(state is ChequeState.Registered or ChequeState.InCollection ? row.Amount : 0, row.Currency), row.Due,
            texts["Enum:ChequeState." + state], state.Tone(), AccountingUrls.Cheque(row.Id), row.Note);
    }

    private class Row
    {
        public string Kind { get; init; } = null!;
        public Guid Id { get; init; }
        public string Number { get; init; } = null!;
        public DateOnly Date { get; init; }
        public bool IsReversed { get; init; }

        /// <summary>A <see cref="ReceiptMethod"/>, a <see cref="RefundMethod"/> or a <see cref="ChequeState"/>.</summary>
        public int Detail { get; init; }

        public DateOnly? Due { get; init; }
        public long Amount { get; init; }
        public long Allocated { get; init; }
        public string Currency { get; init; } = null!;
        public string? Note { get; init; }
    }
}
