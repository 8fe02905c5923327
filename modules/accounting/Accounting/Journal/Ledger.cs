using Accounting.Accounts;
using Accounting.Closings;
using Accounting.Rates;
using Kernel.Numbering;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.Linq;
using Volo.Abp.Uow;

namespace Accounting.Journal;

/// <summary>
/// Posts to the ledger, in the currency of what is posted and in the books' base currency. Entries are numbered without gaps, in
/// the order in which they are posted.
/// </summary>
public class Ledger(
    IRepository<JournalEntry, Guid> entries, IReadOnlyRepository<Account, Guid> accounts, IReadOnlyRepository<Closing, Guid> closings,
    ChartOfAccounts chart, ExchangeRates rates, INumbering numbering, IUnitOfWorkManager unitOfWorks, IAsyncQueryableExecuter executer)
    : DomainService
{
    private const string Series = "JRN";

    /// <summary>What of the postings is not measured yet is measured by the rate of the day.</summary>
    /// <exception cref="BusinessException">The books are closed on that day, or there is no rate.</exception>
    public async Task<JournalEntry> PostAsync(
        DateOnly date, JournalSource source, Guid sourceId, string reference, IReadOnlyList<Posting> postings)
    {
        var number = await TakeNumberAsync(date);
        return await entries.InsertAsync(JournalEntry.Post(
            GuidGenerator.Create(), number, date, source, sourceId, reference, await MeasureAsync(postings, date)));
    }

    /// <exception cref="BusinessException">The books are closed on that day, or it is reversed already.</exception>
    public async Task<JournalEntry> ReverseAsync(Guid entryId, DateOnly date)
    {
        var number = await TakeNumberAsync(date);
        return await entries.InsertAsync((await GetAsync(entryId)).Reverse(GuidGenerator.Create(), number, date));
    }

    /// <summary>Nothing is posted beside the caller until he commits, and what was being posted is there.</summary>
    public Task HoldAsync() => numbering.HoldAsync(Series);

    /// <summary>An entry that is older than the base currency is measured now, by the rate of its day.</summary>
    /// <exception cref="BusinessException">There is no rate.</exception>
    public async Task<JournalEntry> GetAsync(Guid entryId)
    {
        var entry = await entries.GetAsync(entryId);
        if (!entry.IsMeasured)
        {
            entry.Measure(await GetConversionAsync(entry.Amount.Currency, entry.Date));
        }
        return entry;
    }

    /// <inheritdoc cref="ExchangeRates.GetConversionAsync"/>
    public Task<Conversion> GetConversionAsync(string currency, DateOnly on) =>
        OnceAsync($"{nameof(Conversion)}:{currency}:{on:yyyyMMdd}", () => rates.GetConversionAsync(currency, on));

    public async Task<bool> IsForeignAsync(string currency) => currency != await rates.GetBaseCurrencyAsync();

    private async Task<IReadOnlyList<Posting>> MeasureAsync(IReadOnlyList<Posting> postings, DateOnly date) =>
        postings.All(posting => posting.Base is not null) || !await IsForeignAsync(postings[0].Amount.Currency)
            ? postings
            : postings.MeasuredBy(await GetConversionAsync(postings[0].Amount.Currency, date));

    /// <summary>The number is taken first: from then on a closing waits for this posting, so that the books stay as open as they are found.</summary>
    private async Task<long> TakeNumberAsync(DateOnly date)
    {
        var number = await numbering.NextAsync(Series);
        (await OnceAsync(nameof(Closing), async () => new LastClosing(
            await executer.FirstOrDefaultAsync((await closings.GetQueryableAsync()).OrderByDescending(closing => closing.Ordinal))))).Closing?.EnsureOpen(date);
        return number;
    }

    /// <summary>The accounts that the system posts to.</summary>
    public Task<LedgerAccounts> GetAccountsAsync() => OnceAsync(nameof(LedgerAccounts), async () =>
        new LedgerAccounts(await chart.CompleteAsync(await accounts.GetListAsync(account => account.Key != null))));

    /// <summary>Read once in a unit of work.</summary>
    private async Task<T> OnceAsync<T>(string name, Func<Task<T>> readAsync) where T : class
    {
        var items = unitOfWorks.Current?.Items;
        var key = $"{name}:{CurrentTenant.Id}";
        if (items?.GetValueOrDefault(key) is T known)
        {
            return known;
        }
        var found = await readAsync();
        items?.TryAdd(key, found);
        return found;
    }

    private record LastClosing(Closing? Closing);
}

public class LedgerAccounts(IEnumerable<Account> accounts)
{
    private readonly Dictionary<string, Account> _accounts = accounts.ToDictionary(account => account.Key!);

    public Guid this[string key] => _accounts.TryGetValue(key, out var account)
        ? account.Id
        : throw new BusinessException(AccountingErrorCodes.AccountMissing).WithData("Key", key);
}
