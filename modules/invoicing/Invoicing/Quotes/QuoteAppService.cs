using Invoicing.Documents;
using Invoicing.Orders;
using Invoicing.Permissions;
using Kernel.Displaying;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Domain.Repositories;

namespace Invoicing.Quotes;

[Authorize(InvoicingPermissions.Quotes.Manage)]
public class QuoteAppService(
    IRepository<Quote, Guid> quotes, IRepository<Order, Guid> orders, DocumentContents contents, DocumentNumbers numbers, QuoteLinks links, IDisplay display)
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
        if (quote.Version == 1)
        {
            quote.Send(await numbers.NextAsync(DocumentKind.Quote, quote.Date));
        }
        else
        {
            quote.SendInPlaceOf(await GetSourceAsync(quotes, quote.SourceId!.Value));
        }
    }

    public virtual async Task<Guid> ReviseAsync(Guid id) =>
        (await quotes.InsertAsync((await quotes.GetAsync(id)).Revise(GuidGenerator.Create(), display.Today))).Id;

    [Reads("Invoicing.Quotes", Id = "id")]
    public virtual async Task<string?> GetLinkAsync(Guid id) =>
        (await quotes.GetAsync(id, includeDetails: false)).State == DocumentState.Sent ? links.UrlOf(id) : null;

    public virtual async Task AcceptAsync(Guid id) => (await quotes.GetAsync(id)).Accept(display.Today);

    public virtual async Task DeclineAsync(Guid id) => (await quotes.GetAsync(id)).Decline();

    [Authorize(InvoicingPermissions.Orders.Manage)]
    public virtual async Task<Guid> CreateOrderAsync(Guid id) => await OrderAsync(await quotes.GetAsync(id));

    [Authorize(InvoicingPermissions.Orders.Manage)]
    public virtual async Task<Guid> AcceptAndOrderAsync(Guid id)
    {
        var quote = await quotes.GetAsync(id);
        quote.Accept(display.Today);
        return await OrderAsync(quote);
    }

    private async Task<Guid> OrderAsync(Quote quote) => (await orders.InsertAsync(quote.ToOrder(GuidGenerator.Create(), display.Today))).Id;
}
