using Accounting.Localization;
using Accounting.Permissions;
using Kernel.Auditing;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Accounting.Accounts;

public class AccountRecordSource(
    IReadOnlyRepository<Account, Guid> accounts, IAsyncQueryableExecuter executer, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts)
    : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids) =>
        !await permissions.IsGrantedAsync(AccountingPermissions.Accounts.Default) ? []
            : (await executer.ToListAsync((await accounts.GetQueryableAsync())
                .Where(account => ids.Contains(account.Id)).Select(account => new { account.Id, account.Key, account.Name })))
            .ConvertAll(account => new RecordName(account.Id, texts.NameOf(account.Key, account.Name), AccountingUrls.JournalOf(account.Id)));
}
