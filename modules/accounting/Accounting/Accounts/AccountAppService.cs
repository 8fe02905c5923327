using Accounting.Journal;
using Accounting.Localization;
using Accounting.Permissions;
using Accounting.Rates;
using Kernel.Monetary;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using Volo.Abp.Domain.Repositories;

namespace Accounting.Accounts;

[Authorize]
public class AccountAppService(
    IReadOnlyRepository<Account, Guid> accounts, IReadOnlyRepository<JournalLine> lines, ExchangeRates rates, IStringLocalizer<AccountingResource> texts)
    : AccountingAppService, IAccountAppService
{
    [Authorize(AccountingPermissions.Accounts.Default)]
    public virtual async Task<List<AccountBalanceRow>> GetListAsync()
    {
        var books = await rates.GetBaseCurrencyAsync();
        var sums =
            from line in await lines.GetQueryableAsync()
            group line by new { line.AccountId, line.Debit.Currency } into moved
            select new
            {
                moved.Key.AccountId, moved.Key.Currency,
                Debit = moved.Sum(line => line.Debit.Amount), Credit = moved.Sum(line => line.Credit.Amount),
                Base = moved.Sum(line => line.Base.Currency == books ? line.Base.Amount : line.Debit.Currency == books ? line.Debit.Amount - line.Credit.Amount : 0),
            };
        var rows = await AsyncExecuter.ToListAsync(
            from account in await accounts.GetQueryableAsync()
            join sum in sums on account.Id equals sum.AccountId into moved
            from sum in moved.DefaultIfEmpty()
            orderby account.Code, sum.Currency
            select new
            {
                account.Id, account.Code, account.Key, account.Name, account.Type,
                Currency = (string?)sum.Currency, Debit = (long?)sum.Debit, Credit = (long?)sum.Credit, Base = (long?)sum.Base,
            });
        return [.. rows.Select(row => new AccountBalanceRow(
            row.Id, row.Code, texts.NameOf(row.Key, row.Name), row.Type,
            row.Currency is null ? null : new Money(row.Debit ?? 0, row.Currency),
            row.Currency is null ? null : new Money(row.Credit ?? 0, row.Currency),
            row.Currency is null ? null : new Money(row.Base ?? 0, books)))];
    }

    [Authorize(AccountingPermissions.Receipts.Default)]
    public virtual async Task<List<AccountLookupDto>> GetCashAccountsAsync()
    {
        var rows = await AsyncExecuter.ToListAsync((await accounts.GetQueryableAsync())
            .Where(account => account.HoldsMoney).OrderBy(account => account.Code));
        return [.. rows.Select(account => new AccountLookupDto(account.Id, account.Code, texts.NameOf(account.Key, account.Name)))];
    }
}
