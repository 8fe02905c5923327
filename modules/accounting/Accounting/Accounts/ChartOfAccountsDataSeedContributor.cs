using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;

namespace Accounting.Accounts;

/// <summary>Gives every tenant the accounts that the system posts to. Accounts that are there are left alone.</summary>
public class ChartOfAccountsDataSeedContributor(
    IReadOnlyRepository<Account, Guid> accounts, ChartOfAccounts chart, ICurrentTenant tenant) : IDataSeedContributor, ITransientDependency
{
    public async Task SeedAsync(DataSeedContext context)
    {
        using (tenant.Change(context.TenantId))
        {
            await chart.CompleteAsync(await accounts.GetListAsync());
        }
    }
}
