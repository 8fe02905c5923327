using System.Linq.Expressions;
using Invoicing.Documents;
using Invoicing.Permissions;
using Kernel.Monetary;
using Kernel.Rights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Invoicing.Invoices;

public class InvoiceSettlement(IRepository<Invoice, Guid> invoices, IAsyncQueryableExecuter executer, IRights rights) : IInvoiceSettlement, ITransientDependency
{
    private const int MaxShown = 200;

    public async Task<Money> SettleAsync(Guid invoiceId, Money amount)
    {
        var invoice = await GetAsync(invoiceId);
        var open = invoice.Open;
        invoice.Settle(amount);
        return open;
    }

    public async Task ReleaseAsync(Guid invoiceId, Money amount) => (await GetAsync(invoiceId)).Release(amount);

    public async Task<Money> PayBackAsync(Guid invoiceId, Money amount)
    {
        var invoice = await GetAsync(invoiceId);
        var open = invoice.Open;
        invoice.PayBack(amount);
        return open;
    }

    public async Task UndoPayBackAsync(Guid invoiceId, Money amount) => (await GetAsync(invoiceId)).UndoPayBack(amount);

    public Task<List<OpenInvoiceDto>> GetOpenAsync(Guid partyId, IReadOnlyCollection<Guid>? among = null) =>
        GetAsync(invoice => invoice.PartyId == partyId && invoice.OpenAmount > 0, among);

    public Task<List<OpenInvoiceDto>> GetInCreditAsync(Guid partyId, IReadOnlyCollection<Guid>? among = null) =>
        GetAsync(invoice => invoice.PartyId == partyId && invoice.OpenAmount < 0, among);

    private async Task<List<OpenInvoiceDto>> GetAsync(Expression<Func<Invoice, bool>> which, IReadOnlyCollection<Guid>? among)
    {
        if (await rights.GetAccessAsync(InvoicingPermissions.ToAmounts(DocumentKind.Invoice)) < FieldAccess.Visible)
        {
            return []; // nobody pays what he does not see
        }
        var open = (await invoices.GetQueryableAsync()).Where(which);
        if (among is not null)
        {
            open = open.Where(invoice => among.Contains(invoice.Id));
        }
        return await executer.ToListAsync(open
            .OrderBy(invoice => invoice.Due).ThenBy(invoice => invoice.Date).ThenBy(invoice => invoice.Number)
            .Take(among?.Count ?? MaxShown)
            .Select(invoice => new OpenInvoiceDto(
                invoice.Id, invoice.PartyId, invoice.Number!, invoice.Date, invoice.Due, invoice.Total,
                new Money(invoice.OpenAmount, invoice.Total.Currency))));
    }

    private async Task<Invoice> GetAsync(Guid id)
    {
        using (SystemWork.Begin("a payment settles its invoice whoever sees it"))
        {
            return await invoices.GetAsync(id, includeDetails: false);
        }
    }
}
