using Invoicing.Documents;
using Invoicing.Features;
using Invoicing.EntityFrameworkCore;
using Kernel.Displaying;
using Kernel.Monetary;
using Kernel.Rights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Timing;

namespace Invoicing.Quotes;

/// <summary>The door of a customer who has a quote's link and no account: he reads that one quote and answers it.</summary>
public class QuoteDoor(
    QuoteLinks links, IRepository<Quote, Guid> quotes, IInvoicingPartyRows parties, PrintedParties printed, IFeatureChecker features, PublicDoor door,
    IDisplay display, IClock clock) : ITransientDependency
{
    /// <returns>Null when the link is not ours, or its quote is no more: the two look the same from outside.</returns>
    public Task<QuoteOfferDto?> FindAsync(string token) => WithinAsync(token, isTransactional: false, ToOfferAsync);

    /// <returns>False when there is no such quote.</returns>
    public async Task<bool> AnswerAsync(string token, bool accepts, string? name, string? remark) => await WithinAsync(token, isTransactional: true, quote =>
    {
        quote.AnswerByCustomer(accepts, name, remark, display.Today, clock.Now);
        return Task.FromResult("answered");
    }) is not null;

    private async Task<T?> WithinAsync<T>(string token, bool isTransactional, Func<Quote, Task<T>> act) where T : class =>
        links.Read(token) is not { } link ? null : await door.WithinAsync(link.TenantId, "a customer reads and answers the one quote that his link names", isTransactional, async () =>
        {
            var quote = await features.IsEnabledAsync(InvoicingFeatures.Enable) ? await quotes.FindAsync(link.QuoteId) : null;
            return quote is null or { State: DocumentState.Draft } ? null : await act(quote);
        });

    private async Task<QuoteOfferDto> ToOfferAsync(Quote quote) => new(
        quote.Number!, quote.Version, (await printed.GetSellerAsync()).Name, (await parties.FindAsync(quote.PartyId))?.Name ?? "", quote.Date, quote.Due,
        quote.State == DocumentState.Ordered ? DocumentStatus.Accepted
            : DocumentStatuses.Of(quote.Kind, quote.State, quote.Due, quote.Total.Amount, quote.OpenAmount, display.Today),
        [.. quote.Lines.OrderBy(line => line.Ordinal).Select(line => new QuoteOfferLineDto(
            line.Description, line.Quantity, line.UnitPrice, In(line.DiscountAmount + line.SharedDiscount, quote), In(line.TaxAmount, quote), In(line.NetAmount, quote)))],
        quote.Net + quote.Discount, quote.Discount, quote.Tax, quote.Total, quote.AnswerName, quote.AnsweredAt);

    private static Money In(long amount, Quote quote) => new(amount, quote.Currency);
}

/// <summary>A quote as its customer reads it.</summary>
/// <param name="Status">Sent, Expired, Accepted, Declined or Superseded.</param>
public record QuoteOfferDto(
    string Number, int Version, string? Seller, string Customer, DateOnly Date, DateOnly? Due, DocumentStatus Status, IReadOnlyList<QuoteOfferLineDto> Lines,
    Money Gross, Money Discount, Money Tax, Money Total, string? AnswerName, DateTime? AnsweredAt)
{
    public bool IsOpen => Status == DocumentStatus.Sent;
}

public record QuoteOfferLineDto(string Description, decimal Quantity, decimal UnitPrice, Money Discount, Money Tax, Money Net);
