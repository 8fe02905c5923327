using Accounting.Accounts;
using Accounting.Journal;
using Accounting.Localization;
using Accounting.Permissions;
using Accounting.Rates;
using Kernel.Displaying;
using Kernel.Monetary;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace Accounting.Revaluations;

[Authorize(AccountingPermissions.Closings.Default)]
public class RevaluationAppService(
    IReadOnlyRepository<JournalEntry, Guid> entries, IReadOnlyRepository<JournalLine> lines, IReadOnlyRepository<Account, Guid> accounts,
    Ledger ledger, ExchangeRates rates, IDisplay display, IStringLocalizer<AccountingResource> texts) : AccountingAppService, IRevaluationAppService
{
    private const int MaxShown = 50;

    public virtual async Task<RevaluationDto> GetAsync(DateOnly on)
    {
        await CheckSeesBalancesAsync();
        return new(on, await rates.GetBaseCurrencyAsync(), await GetRowsAsync(on), await GetEntriesAsync());
    }

    [Authorize(AccountingPermissions.Closings.Close)]
    public virtual async Task<int> RevalueAsync(RevalueDto input)
    {
        if (input.On > display.Today)
        {
            throw new BusinessException(AccountingErrorCodes.RevaluationInFuture).WithData("Date", input.On);
        }
        await ledger.HoldAsync();
        await MeasureOldEntriesAsync(input.On);
        var rows = await GetRowsAsync(input.On);
        if (rows.FirstOrDefault(row => row.Change is null) is { } missing)
        {
            throw new BusinessException(AccountingErrorCodes.RateMissing).WithData("Currency", missing.Balance.Currency).WithData("Date", input.On);
        }
        var changed = rows.Where(row => row.Change is { IsZero: false }).ToList();
        foreach (var row in changed)
        {
            await EnsureNewestAsync(row.Balance.Currency, input.On);
            await PostAsync(row.Balance.Currency, row.Change!.Value, input.On);
        }
        return changed.Count;
    }

    [Authorize(AccountingPermissions.Closings.Close)]
    public virtual async Task ReverseAsync(Guid id)
    {
        await ledger.HoldAsync();
        var entry = await ledger.GetAsync(id);
        if (entry.Source != JournalSource.Revaluation)
        {
            throw new BusinessException(AccountingErrorCodes.NotARevaluation).WithData("Number", entry.Number);
        }
        await EnsureNewestAsync(entry.Amount.Currency, entry.Date, entry.Number);
        await ledger.ReverseAsync(id, entry.Date);
    }

    private async Task PostAsync(string currency, Money change, DateOnly on)
    {
        var known = await ledger.GetAccountsAsync();
        await ledger.PostAsync(on, JournalSource.Revaluation, GuidGenerator.Create(), currency,
        [
            Posting.ToWorth(known[AccountKeys.Revaluation], currency, change),
            Posting.ToWorth(known[AccountKeys.ExchangeDifferences], currency, -change),
        ]);
    }

    /// <summary>Each one stands on those before it.</summary>
    private async Task EnsureNewestAsync(string currency, DateOnly on, long number = long.MaxValue)
    {
        var later = await AsyncExecuter.FirstOrDefaultAsync((await RevaluationsAsync())
            .Where(entry => entry.ReversedById == null && entry.Amount.Currency == currency && (entry.Date > on || (entry.Date == on && entry.Number > number)))
            .OrderByDescending(entry => entry.Date).Select(entry => (DateOnly?)entry.Date));
        if (later is { } date)
        {
            throw new BusinessException(AccountingErrorCodes.RevaluedLater).WithData("Currency", currency).WithData("Date", date);
        }
    }

    /// <summary>Entries in a foreign currency that are older than the books' base currency.</summary>
    private async Task MeasureOldEntriesAsync(DateOnly on)
    {
        var books = await rates.GetBaseCurrencyAsync();
        foreach (var id in await AsyncExecuter.ToListAsync((await entries.GetQueryableAsync())
            .Where(entry => entry.Base.Currency == "" && entry.Amount.Currency != books && entry.Date <= on).Select(entry => entry.Id)))
        {
            await ledger.GetAsync(id);
        }
        await CurrentUnitOfWork!.SaveChangesAsync();
    }

    /// <summary>Of claims, of money in cash and at banks, and of cheques that are not paid yet.</summary>
    private async Task<List<RevaluationRow>> GetRowsAsync(DateOnly day)
    {
        var books = await rates.GetBaseCurrencyAsync();
        var sums = await AsyncExecuter.ToListAsync(
            from line in await lines.GetQueryableAsync()
            where line.Debit.Currency != books
            join entry in await entries.GetQueryableAsync() on line.EntryId equals entry.Id
            where entry.Date <= day
            join account in await accounts.GetQueryableAsync() on line.AccountId equals account.Id
            where account.HoldsMoney || account.Key == AccountKeys.Receivables || account.Key == AccountKeys.Cheques || account.Key == AccountKeys.ChequesInCollection || account.Key == AccountKeys.Revaluation
            group line by new { line.Debit.Currency, account.Code, account.Key, account.Name } into moved
            orderby moved.Key.Currency, moved.Key.Code
            select new
            {
                moved.Key.Currency, moved.Key.Key, moved.Key.Name, Amount = moved.Sum(line => line.Debit.Amount) - moved.Sum(line => line.Credit.Amount),
                Base = moved.Sum(line => line.Base.Currency == books ? line.Base.Amount : 0),
            });
        var rows = new List<RevaluationRow>();
        foreach (var ofCurrency in sums.GroupBy(sum => sum.Currency))
        {
            var parts = ofCurrency.Where(sum => sum.Key != AccountKeys.Revaluation)
                .Select(sum => new RevaluationPart(texts.NameOf(sum.Key, sum.Name), new Money(sum.Amount, sum.Currency), new Money(sum.Base, books))).ToList();
            rows.Add(await MeasureAsync(ofCurrency.Key, parts, new Money(ofCurrency.Where(sum => sum.Key == AccountKeys.Revaluation).Sum(sum => sum.Base), books), day));
        }
        return rows;
    }

    private async Task<RevaluationRow> MeasureAsync(string currency, IReadOnlyList<RevaluationPart> parts, Money revalued, DateOnly on)
    {
        var (balance, posted) = (parts.Sum(currency, part => part.Balance), parts.Sum(revalued.Currency, part => part.Posted));
        var conversion = await rates.TryGetConversionAsync(currency, on);
        var worth = conversion?.Of(balance);
        return new RevaluationRow(balance, posted, revalued, conversion?.Rate, worth, worth - posted - revalued, parts);
    }

    private async Task<List<RevaluationEntryRow>> GetEntriesAsync()
    {
        var found = await AsyncExecuter.ToListAsync((await RevaluationsAsync())
            .OrderByDescending(entry => entry.Date).ThenByDescending(entry => entry.Number)
            .Take(MaxShown)
            .Select(entry => new
            {
                entry.Id, entry.Number, entry.Date, entry.Amount.Currency, entry.ReversedById,
                Change = entry.Lines.OrderBy(line => line.Ordinal).Select(line => line.Base).First(),
            }));
        var newest = found.Where(entry => entry.ReversedById is null).GroupBy(entry => entry.Currency).Select(ofCurrency => ofCurrency.Max(entry => (entry.Date, entry.Number))).ToHashSet();
        return found.ConvertAll(entry => new RevaluationEntryRow(
            entry.Id, entry.Number, entry.Date, entry.Currency, entry.Change, entry.ReversedById is not null, newest.Contains((entry.Date, entry.Number))));
    }

    private async Task<IQueryable<JournalEntry>> RevaluationsAsync() =>
        (await entries.GetQueryableAsync()).Where(entry => entry.Source == JournalSource.Revaluation);
}
