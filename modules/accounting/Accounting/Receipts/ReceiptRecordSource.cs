using Accounting.Localization;
using Accounting.Permissions;
using Kernel.Auditing;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Accounting.Receipts;

public class ReceiptRecordSource(
    IReadOnlyRepository<Receipt, Guid> receipts, IAsyncQueryableExecuter executer, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts)
    : IRecordSource, ITransientDependency
{
    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids)
    {
        if (!await permissions.IsGrantedAsync(AccountingPermissions.Receipts.Default)) { return []; }
        var found = await executer.ToListAsync((await receipts.GetQueryableAsync())
            .Where(receipt => ids.Contains(receipt.Id)).Select(receipt => new { receipt.Id, receipt.Number }));
        return found.ConvertAll(receipt => new RecordName(receipt.Id, $"{texts["Receipt"]} {receipt.Number}", AccountingUrls.Receipt(receipt.Id)));
    }
}
