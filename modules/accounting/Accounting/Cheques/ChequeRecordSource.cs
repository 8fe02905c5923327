using Accounting.Localization;
using Accounting.Permissions;
using Kernel.Auditing;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Accounting.Cheques;

public class ChequeRecordSource(
    IReadOnlyRepository<Cheque, Guid> cheques, IAsyncQueryableExecuter executer, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts)
    : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids) =>
        !await permissions.IsGrantedAsync(AccountingPermissions.Cheques.Default) ? []
            : (await executer.ToListAsync((await cheques.GetQueryableAsync())
                .Where(cheque => ids.Contains(cheque.Id)).Select(cheque => new { cheque.Id, cheque.SayadId })))
            .ConvertAll(cheque => new RecordName(cheque.Id, $"{texts["Cheque"]} {cheque.SayadId}", AccountingUrls.Cheque(cheque.Id)));
}
