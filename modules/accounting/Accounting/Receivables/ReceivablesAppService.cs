using Accounting.EntityFrameworkCore;
using Accounting.Accounts;
using Accounting.Journal;
using Accounting.Permissions;
using Accounting.Rates;
using Accounting.Receipts;
using Invoicing.Documents;
using Kernel.Displaying;
using Kernel.Monetary;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Parties.Parties;
using Volo.Abp.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Accounting.Receivables;

[Authorize(AccountingPermissions.Receivables.Default)]
public class ReceivablesAppService(
    IReadOnlyRepository<SalesDocumentView, Guid> documents, IReadOnlyRepository<Receipt, Guid> receipts, IAccountingPartyRows parties,
    IReadOnlyRepository<JournalEntry, Guid> entries, IReadOnlyRepository<JournalLine> lines, IReadOnlyRepository<Account, Guid> accounts, ExchangeRates rates, IDisplay display)
    : AccountingAppService, IReceivablesAppService
{
    private const int MaxPage = 200;
    private const int MaxLines = 1000;

    [Reads(AccountingPermissions.Receivables.Default, Words = "text", Rows = "Rows")]
    public virtual async Task<AgeingPage> GetAgeingAsync(AgeingInput input)
    {
        await CheckSeesBalancesAsync();
        var (max, today) = (Math.Clamp(input.Max, 1, MaxPage), input.AsOf ?? display.Today);
        var (open, unspent) = await OwedAsync();
        var page = Filter(input, today, await parties.GetQueryableAsync(), open, unspent).OrderBy(party => party.SortKey).ThenBy(party => party.Id).Take(max + 1);
        // The page is joined with each of the two before they come together: a database that joins it with both at once reads all of them.
        var items =
            (from party in page
             join document in open on party.Id equals document.PartyId
             select new PartyItem { Id = party.Id, Name = party.Name, Number = party.Number, SortKey = party.SortKey, Currency = document.Currency, Due = document.Due, Amount = document.OpenAmount })
            .Concat(
                from party in page
                join receipt in unspent on party.Id equals receipt.PartyId
                select new PartyItem { Id = party.Id, Name = party.Name, Number = party.Number, SortKey = party.SortKey, Currency = receipt.Amount.Currency, Due = null, Amount = receipt.AllocatedAmount - receipt.Amount.Amount });
        var rows = await AsyncExecuter.ToListAsync(
            from item in items
            group item by new { item.Id, item.Name, item.Number, item.SortKey, item.Currency } into owed
            orderby owed.Key.SortKey, owed.Key.Id, owed.Key.Currency
            select new
            {
                owed.Key.Id, owed.Key.Name, owed.Key.Number, owed.Key.SortKey, owed.Key.Currency,
                Current = owed.Sum(item => item.Amount > 0 && item.Due >= today ? item.Amount : 0),
                Days30 = owed.Sum(item => item.Amount > 0 && item.Due < today && item.Due >= today.AddDays(-30) ? item.Amount : 0),
                Days60 = owed.Sum(item => item.Amount > 0 && item.Due < today.AddDays(-30) && item.Due >= today.AddDays(-60) ? item.Amount : 0),
                Days90 = owed.Sum(item => item.Amount > 0 && item.Due < today.AddDays(-60) && item.Due >= today.AddDays(-90) ? item.Amount : 0),
                Older = owed.Sum(item => item.Amount > 0 && item.Due < today.AddDays(-90) ? item.Amount : 0),
                Credit = owed.Sum(item => item.Amount < 0 ? -item.Amount : 0),
            });
        var shown = rows.Select(row => row.Id).Distinct().Take(max).ToHashSet();
        return new AgeingPage(
            [.. rows.Where(row => shown.Contains(row.Id)).Select(row => new AgeingRow(row.Id, row.Name, row.Number, row.SortKey,
                new Ageing(row.Currency, row.Current, row.Days30, row.Days60, row.Days90, row.Older, row.Credit)))],
            rows.Any(row => !shown.Contains(row.Id)));
    }

    [Reads(AccountingPermissions.Receivables.Default)]
    public virtual async Task<AgeingTotals> GetTotalsAsync(AgeingTotalsInput input)
    {
        await CheckSeesBalancesAsync();
        var today = input.AsOf ?? display.Today;
        var rows = await AsyncExecuter.ToListAsync(
            from item in await OpenItemsAsync()
            join party in await parties.GetQueryableAsync() on item.PartyId equals party.Id
            group item by item.Currency into owed
            orderby owed.Key
            select new Ageing(
                owed.Key,
                owed.Sum(item => item.Amount > 0 && item.Due >= today ? item.Amount : 0),
                owed.Sum(item => item.Amount > 0 && item.Due < today && item.Due >= today.AddDays(-30) ? item.Amount : 0),
                owed.Sum(item => item.Amount > 0 && item.Due < today.AddDays(-30) && item.Due >= today.AddDays(-60) ? item.Amount : 0),
                owed.Sum(item => item.Amount > 0 && item.Due < today.AddDays(-60) && item.Due >= today.AddDays(-90) ? item.Amount : 0),
                owed.Sum(item => item.Amount > 0 && item.Due < today.AddDays(-90) ? item.Amount : 0),
                owed.Sum(item => item.Amount < 0 ? -item.Amount : 0)));
        return new AgeingTotals(rows, await SumInBaseAsync(rows, today));
    }

    private async Task<Ageing?> SumInBaseAsync(List<Ageing> rows, DateOnly today)
    {
        var sum = Ageing.None(await rates.GetBaseCurrencyAsync());
        foreach (var row in rows)
        {
            if (await rates.TryGetConversionAsync(row.Currency, today) is not { } conversion)
            {
                return null;
            }
            sum += row.In(conversion.To, amount => conversion.Of(row.Money(amount)).Amount);
        }
        return sum;
    }

    [Reads(AccountingPermissions.Receivables.Default, Id = "partyId")]
    public virtual async Task<StatementDto> GetStatementAsync(StatementInput input)
    {
        await CheckSeesBalancesAsync();
        var party = await parties.GetAsync(input.PartyId);
        var currencies = await AsyncExecuter.ToListAsync((await MovementsAsync(party.Id))
            .GroupBy(movement => movement.Debit.Currency)
            .Select(moved => new { Currency = moved.Key, Last = moved.Max(movement => movement.Date) })
            .OrderByDescending(moved => moved.Last)
            .Select(moved => moved.Currency));
        var books = await rates.GetBaseCurrencyAsync();
        var currency = input.Currency ?? currencies.FirstOrDefault() ?? books;

        var moves = (await MovementsAsync(party.Id)).Where(movement => movement.Debit.Currency == currency);
        var opening = await AsyncExecuter.FirstOrDefaultAsync(moves
            .Where(movement => movement.Date < input.From)
            .GroupBy(movement => 1)
            .Select(moved => new { Amount = moved.Sum(movement => movement.Debit.Amount - movement.Credit.Amount), Base = moved.Sum(movement => movement.Base) }));
        var rows = await AsyncExecuter.ToListAsync(moves
            .Where(movement => movement.Date >= input.From && movement.Date <= input.To)
            .OrderBy(movement => movement.Date).ThenBy(movement => movement.Number).ThenBy(movement => movement.Ordinal)
            .Take(MaxLines + 1));

        var before = (Balance: new Money(opening?.Amount ?? 0, currency), Base: new Money(opening?.Base ?? 0, books));
        var (balance, worth) = before;
        var shown = rows.Take(MaxLines).Select(row => new StatementLine(
            row.Date, row.Source, row.SourceId, row.Reference, row.EntryId, row.Debit, row.Credit, balance += row.Debit - row.Credit,
            worth += worth with { Amount = row.Base })).ToList();
        return new StatementDto(
            party.Id, party.Name, party.Number, input.From, input.To, currency, currencies,
            before.Balance, shown, balance, rows.Count > MaxLines, before.Base, worth);
    }

    [Reads(AccountingPermissions.Receivables.Default, Id = "partyId")]
    public virtual async Task<List<BalanceProof>> GetProofAsync(Guid partyId)
    {
        await CheckSeesBalancesAsync();
        await parties.GetAsync(partyId);
        var ledger =
            from movement in await MovementsAsync(partyId)
            group movement by movement.Debit.Currency into moved
            select new { Currency = moved.Key, Amount = moved.Sum(movement => movement.Debit.Amount) - moved.Sum(movement => movement.Credit.Amount), Base = moved.Sum(movement => movement.Base) };
        var open =
            from item in await OpenItemsAsync()
            where item.PartyId == partyId
            group item by item.Currency into owed
            select new { Currency = owed.Key, Amount = owed.Sum(item => item.Amount) };

        var books = await rates.GetBaseCurrencyAsync();
        var posted = (await AsyncExecuter.ToListAsync(ledger)).ToDictionary(row => row.Currency);
        var documented = (await AsyncExecuter.ToListAsync(open)).ToDictionary(row => row.Currency, row => row.Amount);
        return [.. posted.Keys.Union(documented.Keys).Order(StringComparer.Ordinal).Select(currency => new BalanceProof(
            new Money(posted.GetValueOrDefault(currency)?.Amount ?? 0, currency), new Money(documented.GetValueOrDefault(currency), currency),
            new Money(posted.GetValueOrDefault(currency)?.Base ?? 0, books), ledger.ToQueryString()))];
    }

    private static IQueryable<PartyRow> Filter(AgeingInput input, DateOnly today, IQueryable<PartyRow> parties, IQueryable<SalesDocumentView> open, IQueryable<Receipt> unspent)
    {
        var query = new PartySearch(input.Text).Apply(parties, party => party.SearchKey);
        if (input.OwnerId is { } ownerId)
        {
            query = query.Where(party => party.OwnerId == ownerId);
        }
        if (input is { AfterKey: { } key, AfterId: { } id })
        {
            // The first condition alone is where the index begins: without it a page costs as much as all before it.
            query = query.Where(party => party.SortKey.CompareTo(key) >= 0 && (party.SortKey.CompareTo(key) > 0 || party.Id.CompareTo(id) > 0));
        }
        // Counts are asked of each party in turn until the page is full; "any of the two" would make PostgreSQL read all receipts first.
        return input.Overdue
            ? query.Where(party => open.Any(document => document.PartyId == party.Id && document.OpenAmount > 0 && document.Due < today))
            : query.Where(party => open.Count(document => document.PartyId == party.Id) + unspent.Count(receipt => receipt.PartyId == party.Id) > 0);
    }

    /// <summary>What parties owe, and as negative amounts what they have to their credit.</summary>
    private async Task<IQueryable<OpenItem>> OpenItemsAsync()
    {
        var (open, unspent) = await OwedAsync();
        return open.Select(document => new OpenItem { PartyId = document.PartyId, Currency = document.Currency, Due = document.Due, Amount = document.OpenAmount })
            .Concat(unspent.Select(receipt => new OpenItem { PartyId = receipt.PartyId, Currency = receipt.Amount.Currency, Due = null, Amount = receipt.AllocatedAmount - receipt.Amount.Amount }));
    }

    /// <summary>Documents that are open, and receipts that are not allocated whole.</summary>
    private async Task<(IQueryable<SalesDocumentView> Open, IQueryable<Receipt> Unspent)> OwedAsync()
    {
        using var whole = SystemWork.Begin("a balance is whole or withheld; whose it is, is narrowed by the party");
        return (Open(await documents.GetQueryableAsync()), Unspent(await receipts.GetQueryableAsync()));
    }

    private static IQueryable<SalesDocumentView> Open(IQueryable<SalesDocumentView> documents) =>
        documents.Where(document => document.OpenAmount != 0);

    private static IQueryable<Receipt> Unspent(IQueryable<Receipt> receipts) =>
        receipts.Where(receipt => receipt.State == ReceiptState.Posted && receipt.Amount.Amount > receipt.AllocatedAmount);

    private async Task<IQueryable<Movement>> MovementsAsync(Guid partyId)
    {
        var (receivables, books) = ((await accounts.GetQueryableAsync()).Where(account => account.Key == AccountKeys.Receivables), await rates.GetBaseCurrencyAsync());
        return
            from line in await lines.GetQueryableAsync()
            where line.PartyId == partyId && receivables.Any(account => account.Id == line.AccountId)
            join entry in await entries.GetQueryableAsync() on line.EntryId equals entry.Id
            select new Movement
            {
                Date = entry.Date, Number = entry.Number, Ordinal = line.Ordinal, Source = entry.Source, SourceId = entry.SourceId,
                Reference = entry.Reference, EntryId = entry.Id, Debit = line.Debit, Credit = line.Credit,
                Base = line.Base.Currency == books ? line.Base.Amount : line.Debit.Currency == books ? line.Debit.Amount - line.Credit.Amount : 0,
            };
    }

    private class PartyItem
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = null!;
        public string Number { get; init; } = null!;
        public string SortKey { get; init; } = null!;
        public string Currency { get; init; } = null!;

        /// <summary>Null for a credit.</summary>
        public DateOnly? Due { get; init; }

        public long Amount { get; init; }
    }

    private class OpenItem
    {
        public Guid PartyId { get; init; }
        public string Currency { get; init; } = null!;

        /// <summary>Null for a credit.</summary>
        public DateOnly? Due { get; init; }

        public long Amount { get; init; }
    }

    private class Movement
    {
        public DateOnly Date { get; init; }
        public long Number { get; init; }
        public int Ordinal { get; init; }
        public JournalSource Source { get; init; }
        public Guid SourceId { get; init; }
        public string Reference { get; init; } = null!;
        public Guid EntryId { get; init; }
        public Money Debit { get; init; }
        public Money Credit { get; init; }

        /// <summary>In the base currency; nothing for what is older than that one and in another.</summary>
        public long Base { get; init; }
    }
}
