using Invoicing.Credit;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Permissions;
using Invoicing.Quotes;
using Invoicing.Taxes;
using Kernel.Displaying;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Invoicing.Orders;

[Authorize(InvoicingPermissions.Orders.Manage)]
public class OrderAppService(
    IRepository<Order, Guid> orders, IRepository<Quote, Guid> quotes, IRepository<Invoice, Guid> invoices,
    DocumentContents contents, DocumentNumbers numbers, DocumentCredit credit, DocumentStock stock, PaymentTerms terms, IDisplay display)
    : InvoicingAppService, IOrderAppService
{
    public virtual async Task<Guid> CreateAsync(DraftDocumentDto input) =>
        (await orders.InsertAsync(new Order(GuidGenerator.Create(), await contents.ReadAsync(DocumentKind.Order, input)))).Id;

    public virtual async Task UpdateAsync(Guid id, DraftDocumentDto input)
    {
        var order = await orders.GetAsync(id);
        EnsureUnchanged(order, input.ConcurrencyStamp);
        order.Rewrite(await contents.ReadAsync(DocumentKind.Order, input, order));
    }

    public virtual async Task DeleteAsync(Guid id)
    {
        var order = await orders.GetAsync(id);
        order.EnsureDraft();
        if (order.SourceId is { } quoteId)
        {
            (await GetSourceAsync(quotes, quoteId)).ReleaseOrder();
        }
        await orders.DeleteAsync(order);
    }

    public virtual Task ConfirmAsync(Guid id) => ConfirmAsync(id, overLimit: null);

    public virtual Task ConfirmOverLimitAsync(Guid id, OverLimitDto input) => ConfirmAsync(id, input.Reason);

    private async Task ConfirmAsync(Guid id, string? overLimit)
    {
        var order = await orders.GetAsync(id);
        order.Confirm(await numbers.NextAsync(DocumentKind.Order, order.Date));
        await credit.PassAsync(order, overLimit);
        await stock.ReserveAsync(order);
    }

    public virtual async Task CancelAsync(Guid id)
    {
        var order = await orders.GetAsync(id);
        order.Cancel();
        await stock.CancelAsync(order);
    }

    public virtual async Task CloseAsync(Guid id)
    {
        var order = await orders.GetAsync(id);
        order.Close();
        await stock.CloseAsync(order);
    }

    [Authorize(InvoicingPermissions.Invoices.Manage)]
    public virtual async Task<Guid> CreateInvoiceAsync(Guid id)
    {
        var order = await orders.GetAsync(id);
        return (await invoices.InsertAsync(order.ToInvoice(GuidGenerator.Create(), display.Today, await terms.GetDueAsync(display.Today)))).Id;
    }

    [Authorize(InvoicingPermissions.Invoices.Manage)]
    public virtual async Task<Guid> CreatePartInvoiceAsync(Guid id, PartInvoiceDto input)
    {
        var order = await orders.GetAsync(id);
        var quantities = input.Lines.Where(line => line.Quantity != 0).GroupBy(line => line.Ordinal).ToDictionary(part => part.Key, part => part.Sum(line => line.Quantity));
        return (await invoices.InsertAsync(order.ToInvoice(GuidGenerator.Create(), display.Today, await terms.GetDueAsync(display.Today), quantities))).Id;
    }
}
