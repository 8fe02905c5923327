using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace Accounting.Accounts;

/// <summary>Gives every tenant the accounts that the system posts to. Accounts that are there are left alone.</summary>
public class ChartOfAccountsDataSeedContributor(
    IRepository<Account, Guid> accounts, IGuidGenerator guids, ICurrentTenant tenant) : IDataSeedContributor, ITransientDependency
{
    public async Task SeedAsync(DataSeedContext context)
    {
        using (tenant.Change(context.TenantId))
        {
            var existing = (await accounts.GetListAsync()).Select(account => account.Key).ToHashSet();
            await accounts.InsertManyAsync(Chart().Where(account => !existing.Contains(account.Key)), autoSave: true);
        }
    }

    private IEnumerable<Account> Chart() =>
    [
        new(guids.Create(), "1010", AccountType.Asset, AccountKeys.Cash, holdsMoney: true),
        new(guids.Create(), "1020", AccountType.Asset, AccountKeys.Bank, holdsMoney: true),
        new(guids.Create(), "1100", AccountType.Asset, AccountKeys.Receivables),
        new(guids.Create(), "2100", AccountType.Liability, AccountKeys.VatPayable),
        new(guids.Create(), "4010", AccountType.Income, AccountKeys.Sales),
        new(guids.Create(), "4020", AccountType.Income, AccountKeys.SalesReturns),
        new(guids.Create(), "4030", AccountType.Income, AccountKeys.Discounts),
        new(guids.Create(), "5010", AccountType.Expense, AccountKeys.BadDebt),
    ];
}
