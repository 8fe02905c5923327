using Accounting.Accounts;
using Kernel.Numbering;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.Uow;

namespace Accounting.Journal;

/// <summary>Posts to the ledger. Entries are numbered without gaps, in the order in which they are posted.</summary>
public class Ledger(
    IRepository<JournalEntry, Guid> entries, IReadOnlyRepository<Account, Guid> accounts, INumbering numbering, IUnitOfWorkManager unitOfWorks)
    : DomainService
{
    private const string Series = "JRN";

    public async Task<JournalEntry> PostAsync(
        DateOnly date, JournalSource source, Guid sourceId, string reference, IReadOnlyList<Posting> postings) =>
        await entries.InsertAsync(JournalEntry.Post(
            GuidGenerator.Create(), await numbering.NextAsync(Series), date, source, sourceId, reference, postings));

    public async Task<JournalEntry> ReverseAsync(Guid entryId, DateOnly date)
    {
        var entry = await entries.GetAsync(entryId);
        return await entries.InsertAsync(entry.Reverse(GuidGenerator.Create(), await numbering.NextAsync(Series), date));
    }

    /// <summary>The accounts that the system posts to, read once in a unit of work.</summary>
    public async Task<LedgerAccounts> GetAccountsAsync()
    {
        var items = unitOfWorks.Current?.Items;
        var key = $"{nameof(LedgerAccounts)}:{CurrentTenant.Id}";
        if (items?.GetValueOrDefault(key) is LedgerAccounts known)
        {
            return known;
        }
        var found = new LedgerAccounts(await accounts.GetListAsync(account => account.Key != null));
        items?.TryAdd(key, found);
        return found;
    }
}

public class LedgerAccounts(IEnumerable<Account> accounts)
{
    private readonly Dictionary<string, Account> _accounts = accounts.ToDictionary(account => account.Key!);

    public Guid this[string key] => _accounts.TryGetValue(key, out var account)
        ? account.Id
        : throw new BusinessException(AccountingErrorCodes.AccountMissing).WithData("Key", key);
}
