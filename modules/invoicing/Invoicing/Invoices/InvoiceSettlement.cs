using Kernel.Monetary;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Invoicing.Invoices;

public class InvoiceSettlement(IRepository<Invoice, Guid> invoices, IAsyncQueryableExecuter executer) : IInvoiceSettlement, ITransientDependency
{
    public async Task SettleAsync(Guid invoiceId, Money amount) =>
        (await invoices.GetAsync(invoiceId, includeDetails: false)).Settle(amount);

    public async Task ReleaseAsync(Guid invoiceId, Money amount) =>
        (await invoices.GetAsync(invoiceId, includeDetails: false)).Release(amount);

    public async Task<List<OpenInvoiceDto>> GetOpenAsync(Guid partyId) => await executer.ToListAsync(
        from invoice in await invoices.GetQueryableAsync()
        where invoice.PartyId == partyId && invoice.OpenAmount > 0
        orderby invoice.Due, invoice.Date, invoice.Number
        select new OpenInvoiceDto(
            invoice.Id, invoice.PartyId, invoice.Number!, invoice.Date, invoice.Due, invoice.Total,
            new Money(invoice.OpenAmount, invoice.Total.Currency)));
}
