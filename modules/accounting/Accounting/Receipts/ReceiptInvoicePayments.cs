using Accounting.Features;
using Accounting.Localization;
using Accounting.Permissions;
using Invoicing.Invoices;
using Kernel.Monetary;
using Kernel.Rights;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Linq;

namespace Accounting.Receipts;

/// <summary>An invoice's page leads to the receipts that paid it.</summary>
public class ReceiptInvoicePayments(
    IReadOnlyRepository<Receipt, Guid> receipts, IRights rights, IPermissionChecker permissions, IFeatureChecker features, IAsyncQueryableExecuter executer,
    IStringLocalizer<AccountingResource> texts) : IInvoicePayments, ITransientDependency
{
    public async Task<IReadOnlyList<InvoicePayment>> GetAsync(Guid invoiceId)
    {
        if (!await MayAsync(AccountingPermissions.Receipts.Default))
        {
            return [];
        }
        var sees = await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) >= FieldAccess.Visible;
        var paid = await executer.ToListAsync(
            from receipt in await receipts.GetQueryableAsync()
            where receipt.State == ReceiptState.Posted
            from allocation in receipt.Allocations
            where allocation.InvoiceId == invoiceId
            orderby receipt.Date, receipt.Number, allocation.Ordinal
            select new { receipt.Id, receipt.Number, receipt.Date, allocation.Amount });
        return paid.ConvertAll(one => new InvoicePayment(texts["Receipt"], one.Number, one.Date, sees ? one.Amount : null, AccountingUrls.Receipt(one.Id)));
    }

    public async Task<string?> FindNewUrlAsync(Guid partyId, Guid invoiceId, Money open) =>
        open.IsPositive && await MayAsync(AccountingPermissions.Receipts.Create) && await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) == FieldAccess.Changeable
            ? AccountingUrls.NewReceipt(partyId) : null;

    private async Task<bool> MayAsync(string permission) =>
        await features.IsEnabledAsync(AccountingFeatures.Enable) && await permissions.IsGrantedAsync(permission);
}
