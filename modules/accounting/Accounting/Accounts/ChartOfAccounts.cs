using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;

namespace Accounting.Accounts;

/// <summary>The accounts that the system posts to. A ledger that began before one of them was needed gets it when it is.</summary>
public class ChartOfAccounts(IRepository<Account, Guid> accounts, IGuidGenerator guids) : ITransientDependency
{
    /// <returns>The accounts that were there and those that were missing.</returns>
    public async Task<List<Account>> CompleteAsync(List<Account> existing)
    {
        var missing = Chart().Where(account => existing.TrueForAll(known => known.Key != account.Key)).ToList();
        if (missing.Count > 0)
        {
            await accounts.InsertManyAsync(missing, autoSave: true);
        }
        return [.. existing, .. missing];
    }

    private IEnumerable<Account> Chart() =>
    [
        new(guids.Create(), "1010", AccountType.Asset, AccountKeys.Cash, holdsMoney: true),
        new(guids.Create(), "1020", AccountType.Asset, AccountKeys.Bank, holdsMoney: true),
        new(guids.Create(), "1100", AccountType.Asset, AccountKeys.Receivables),
        new(guids.Create(), "1110", AccountType.Asset, AccountKeys.Cheques),
        new(guids.Create(), "1120", AccountType.Asset, AccountKeys.ChequesInCollection),
        new(guids.Create(), "1190", AccountType.Asset, AccountKeys.Revaluation),
        new(guids.Create(), "2010", AccountType.Liability, AccountKeys.Payables),
        new(guids.Create(), "2100", AccountType.Liability, AccountKeys.VatPayable),
        new(guids.Create(), "4010", AccountType.Income, AccountKeys.Sales),
        new(guids.Create(), "4020", AccountType.Income, AccountKeys.SalesReturns),
        new(guids.Create(), "4030", AccountType.Income, AccountKeys.Discounts),
        new(guids.Create(), "4040", AccountType.Income, AccountKeys.ExchangeDifferences),
        new(guids.Create(), "5010", AccountType.Expense, AccountKeys.BadDebt),
    ];
}
