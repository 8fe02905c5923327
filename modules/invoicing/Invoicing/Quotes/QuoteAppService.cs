using Invoicing.Documents;
using Invoicing.Orders;
using Invoicing.Permissions;
using Kernel.Displaying;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Invoicing.Quotes;

[Authorize(InvoicingPermissions.Quotes.Manage)]
public class QuoteAppService(
    IRepository<Quote, Guid> quotes, IRepository<Order, Guid> orders, DocumentContents contents, DocumentNumbers numbers, IDisplay display)
    : InvoicingAppService, IQuoteAppService
{
    public virtual async Task<Guid> CreateAsync(DraftDocumentDto input) =>
        (await quotes.InsertAsync(new Quote(GuidGenerator.Create(), await contents.ReadAsync(DocumentKind.Quote, input)))).Id;

    public virtual async Task UpdateAsync(Guid id, DraftDocumentDto input)
    {
        var quote = await quotes.GetAsync(id);
        EnsureUnchanged(quote, input.ConcurrencyStamp);
        quote.Rewrite(await contents.ReadAsync(DocumentKind.Quote, input, quote));
    }

    public virtual async Task DeleteAsync(Guid id)
    {
        var quote = await quotes.GetAsync(id);
        quote.EnsureDraft();
        await quotes.DeleteAsync(quote);
    }

    public virtual async Task SendAsync(Guid id)
    {
        var quote = await quotes.GetAsync(id);
        quote.Send(await numbers.NextAsync(DocumentKind.Quote, quote.Date));
    }

    public virtual async Task AcceptAsync(Guid id) => (await quotes.GetAsync(id)).Accept(display.Today);

    public virtual async Task DeclineAsync(Guid id) => (await quotes.GetAsync(id)).Decline();

    [Authorize(InvoicingPermissions.Orders.Manage)]
    public virtual async Task<Guid> CreateOrderAsync(Guid id)
    {
        var quote = await quotes.GetAsync(id);
        return (await orders.InsertAsync(quote.ToOrder(GuidGenerator.Create(), display.Today))).Id;
    }
}
