using Accounting.Accounts;
using Accounting.Closings;
using Kernel.Numbering;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.Linq;
using Volo.Abp.Uow;

namespace Accounting.Journal;

/// <summary>Posts to the ledger. Entries are numbered without gaps, in the order in which they are posted.</summary>
public class Ledger(
    IRepository<JournalEntry, Guid> entries, IReadOnlyRepository<Account, Guid> accounts, IReadOnlyRepository<Closing, Guid> closings,
    ChartOfAccounts chart, INumbering numbering, IUnitOfWorkManager unitOfWorks, IAsyncQueryableExecuter executer)
    : DomainService
{
    private const string Series = "JRN";

    public async Task<JournalEntry> PostAsync(
        DateOnly date, JournalSource source, Guid sourceId, string reference, IReadOnlyList<Posting> postings)
    {
        await EnsureOpenAsync(date);
        return await entries.InsertAsync(JournalEntry.Post(
            GuidGenerator.Create(), await numbering.NextAsync(Series), date, source, sourceId, reference, postings));
    }

    public async Task<JournalEntry> ReverseAsync(Guid entryId, DateOnly date)
    {
        await EnsureOpenAsync(date);
        var entry = await entries.GetAsync(entryId);
        return await entries.InsertAsync(entry.Reverse(GuidGenerator.Create(), await numbering.NextAsync(Series), date));
    }

    /// <exception cref="BusinessException">The books are closed on that day.</exception>
    public async Task EnsureOpenAsync(DateOnly date) => (await OnceAsync(nameof(Closing), async () => new LastClosing(
        await executer.FirstOrDefaultAsync((await closings.GetQueryableAsync()).OrderByDescending(closing => closing.Ordinal))))).Closing?.EnsureOpen(date);

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
