using Crm.Customers;
using Crm.Opportunities;
using Inventory.Products;
using Inventory.Stock;
using Invoicing;
using Invoicing.Documents;
using Invoicing.Quotes;
using Kernel.Monetary;
using Microsoft.Extensions.DependencyInjection;
using Parties.Sales;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Uow;
using Workspace;

namespace Crm.Application.Tests.Opportunities;

/// <summary>From the deal to the order, with the price and stock of the moment; CRM knows no product and no quote.</summary>
public class OfferTests : WorkspaceTest<WorkspaceModule>
{
    private IOfferAppService Offers => Get<IOfferAppService>();
    private ISalesDocumentAppService Documents => Get<ISalesDocumentAppService>();

    [Fact]
    public async Task A_deal_becomes_a_quote_and_the_accepted_quote_an_order_in_one_act_and_each_knows_the_other()
    {
        var (deal, press) = (await Given.Opportunity(await Given.Customer("Acme")), await Product("P-1", 5_000_000m, stock: 3));
        await As.Sales(() => Offers.AddLineAsync(deal, new OfferLineDto { ProductId = press, Quantity = 2, DiscountPercent = 10 }));
        var offer = await As.Sales(() => Offers.GetAsync(deal));
        offer.Lines.ShouldHaveSingleItem().Available.ShouldBe(3);
        offer.Totals.ShouldBe([Money.Of(9_000_000, "IRR")]);

        var quote = await As.Sales(() => Offers.QuoteAsync(deal));
        await DoAsync(deal, quote, "Send");
        await DoAsync(deal, quote, "AcceptAndOrder");

        var chain = (await As.Sales(() => Offers.GetAsync(deal))).Documents;
        chain.Select(document => document.Icon).ShouldBe(["quote", "order"]);
        chain[0].Total.ShouldBe(Money.Of(9_900_000, "IRR")); // with tax
        chain[0].Acts.ShouldBeEmpty();
        var order = await As.Sales(() => Documents.GetAsync(chain[1].Id));
        (order.OriginId, order.Source!.Id).ShouldBe((deal, quote));
    }

    [Fact]
    public async Task Price_and_stock_are_those_of_the_moment_and_a_quote_keeps_the_price_it_was_made_at()
    {
        var (deal, press) = (await Given.Opportunity(await Given.Customer("Acme")), await Product("P-1", 5_000_000m, stock: 3));
        await As.Sales(() => Offers.AddLineAsync(deal, new OfferLineDto { ProductId = press, Quantity = 4 }));
        var quote = await As.Sales(() => Offers.QuoteAsync(deal));

        await As.Admin(async () =>
        {
            var product = await Get<IProductAppService>().GetAsync(press);
            await Get<IProductAppService>().UpdateAsync(press, new UpdateProductDto
            {
                Code = product.Code, Name = product.Name, Unit = product.Unit, UnitPrice = 6_000_000m, TaxRate = 0, ConcurrencyStamp = product.ConcurrencyStamp,
            });
        });

        var offer = await As.Sales(() => Offers.GetAsync(deal));
        offer.Totals.ShouldBe([Money.Of(24_000_000, "IRR")]);
        offer.Lines[0].IsShort.ShouldBeTrue("four are wanted, three are there");
        (await As.Sales(() => Documents.GetAsync(quote))).Net.ShouldBe(Money.Of(20_000_000, "IRR"));
    }

    [Fact]
    public async Task A_quote_is_ordered_once_and_not_after_its_validity()
    {
        var (deal, press) = (await Given.Opportunity(await Given.Customer("Acme")), await Product("P-1", 5_000_000m));
        await As.Sales(() => Offers.AddLineAsync(deal, new OfferLineDto { ProductId = press }));
        var quote = await As.Sales(() => Offers.QuoteAsync(deal));
        await DoAsync(deal, quote, "Send");
        await DoAsync(deal, quote, "AcceptAndOrder");

        (await Should.ThrowAsync<BusinessException>(() => DoAsync(deal, quote, "AcceptAndOrder"))).Code.ShouldBe(InvoicingErrorCodes.QuoteAnswered);
        (await As.Sales(() => Offers.GetAsync(deal))).Documents.Count.ShouldBe(2);

        var late = await As.Sales(() => Offers.QuoteAsync(deal));
        await As.Sales(async () =>
        {
            var draft = await Documents.GetAsync(late);
            await Get<IQuoteAppService>().UpdateAsync(late, new DraftDocumentDto
            {
                PartyId = draft.PartyId, Date = Given.Day.AddDays(-30), Due = Given.Day.AddDays(-20), Lines = [new DraftLineDto { Description = "Press", UnitPrice = 1 }],
            });
        });
        await DoAsync(deal, late, "Send");
        (await Should.ThrowAsync<BusinessException>(() => DoAsync(deal, late, "AcceptAndOrder"))).Code.ShouldBe(InvoicingErrorCodes.QuoteExpired);
        (await As.Sales(() => Documents.GetAsync(late))).OriginId.ShouldBe(deal, "writing a draft again leaves what it was made for");
    }

    [Fact]
    public async Task Amounts_of_two_currencies_are_never_added_and_a_quote_has_one()
    {
        var deal = await Given.Opportunity(await Given.Customer("Acme"));
        foreach (var (code, currency) in ((string, string)[])[("P-1", "IRR"), ("P-2", "EUR")])
        {
            var product = await Product(code, 500m, currency);
            await As.Sales(() => Offers.AddLineAsync(deal, new OfferLineDto { ProductId = product }));
        }

        (await As.Sales(() => Offers.GetAsync(deal))).Totals.ShouldBe([Money.Of(500, "IRR"), Money.Of(500, "EUR")]);
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Offers.TakeAmountAsync(deal)))).Code.ShouldBe(CrmErrorCodes.LinesInSeveralCurrencies);
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Offers.QuoteAsync(deal)))).Code.ShouldBe(InvoicingErrorCodes.QuoteInSeveralCurrencies);
    }

    [Fact]
    public async Task The_lines_may_give_the_deal_its_amount_and_a_closed_deal_takes_none()
    {
        var (deal, press) = (await Given.Opportunity(await Given.Customer("Acme")), await Product("P-1", 5_000_000m));
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Offers.QuoteAsync(deal)))).Code.ShouldBe(CrmErrorCodes.NothingOffered);
        await As.Sales(() => Offers.AddLineAsync(deal, new OfferLineDto { ProductId = press, Quantity = 3 }));

        await As.Sales(() => Offers.TakeAmountAsync(deal));
        (await As.Sales(() => Get<IOpportunityAppService>().GetAsync(deal))).Row.Amount.ShouldBe(Money.Of(15_000_000, "IRR"));

        await As.Sales(() => Get<IOpportunityAppService>().WinAsync(deal, new CloseOpportunityDto()));
        (await Should.ThrowAsync<BusinessException>(() => As.Sales(() => Offers.AddLineAsync(deal, new OfferLineDto { ProductId = press })))).Code.ShouldBe(CrmErrorCodes.OpportunityClosed);
    }

    [Fact]
    public async Task A_document_of_another_deal_is_out_of_reach_and_a_host_that_does_not_sell_offers_nothing()
    {
        var acme = await Given.Customer("Acme");
        var (deal, other, press) = (await Given.Opportunity(acme), await Given.Opportunity(acme, "A lathe"), await Product("P-1", 5_000_000m));
        await As.Sales(() => Offers.AddLineAsync(deal, new OfferLineDto { ProductId = press }));
        var quote = await As.Sales(() => Offers.QuoteAsync(deal));

        await Should.ThrowAsync<EntityNotFoundException>(() => DoAsync(other, quote, "Send"));
        var alone = ActivatorUtilities.CreateInstance<OfferAppService>(App.Services.CreateScope().ServiceProvider, Array.Empty<ISalesDesk>().AsEnumerable());
        alone.LazyServiceProvider = Get<IAbpLazyServiceProvider>();
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        (await As.Sales(() => alone.GetAsync(deal))).ShouldBe(OfferDto.None);
    }

    private Task DoAsync(Guid deal, Guid document, string act) => As.Sales(() => Offers.DoAsync(deal, new OfferActDto { DocumentId = document, Act = act }));

    private Task<Guid> Product(string code, decimal price, string currency = "IRR", decimal stock = 0) => As.Admin(async () =>
    {
        var id = await Get<IProductAppService>().CreateAsync(new CreateProductDto { Code = code, Name = $"Press {code}", Unit = "piece", UnitPrice = price, Currency = currency, TaxRate = 0.1m });
        if (stock > 0)
        {
            await Get<IStockAppService>().AdjustAsync(new AdjustStockDto { ProductId = id, Quantity = stock, Date = Given.Day });
        }
        return id;
    });
}
