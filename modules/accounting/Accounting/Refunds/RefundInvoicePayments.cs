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

namespace Accounting.Refunds;

/// <summary>An invoice's page, and its credit notes', lead to what was paid back of it.</summary>
public class RefundInvoicePayments(
    IReadOnlyRepository<Refund, Guid> refunds, IRights rights, IPermissionChecker permissions, IFeatureChecker features, IAsyncQueryableExecuter executer,
    IStringLocalizer<AccountingResource> texts) : IInvoicePayments, ITransientDependency
{
    public async Task<IReadOnlyList<InvoicePayment>> GetAsync(Guid invoiceId)
    {
        if (!await MayAsync(AccountingPermissions.Refunds.Default))
        {
            return [];
        }
        var sees = await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) >= FieldAccess.Visible;
        var paid = await executer.ToListAsync(
            from refund in await refunds.GetQueryableAsync()
            where refund.State == RefundState.Posted
            from part in refund.Parts
            where part.InvoiceId == invoiceId
            orderby refund.Date, refund.Number, part.Ordinal
            select new { refund.Id, refund.Number, refund.Date, part.Amount });
        return paid.ConvertAll(one => new InvoicePayment(texts["Refund"], one.Number, one.Date, sees ? one.Amount : null, AccountingUrls.Refund(one.Id), IsRefund: true));
    }

    public async Task<string?> FindNewUrlAsync(Guid partyId, Guid invoiceId, Money open) =>
        open.IsNegative && await MayAsync(AccountingPermissions.Refunds.Create) && await rights.GetAccessAsync(AccountingPermissions.Receipts.Amounts) == FieldAccess.Changeable
            ? AccountingUrls.NewRefund(partyId, invoiceId: invoiceId) : null;

    private async Task<bool> MayAsync(string permission) =>
        await features.IsEnabledAsync(AccountingFeatures.Enable) && await permissions.IsGrantedAsync(permission);
}
