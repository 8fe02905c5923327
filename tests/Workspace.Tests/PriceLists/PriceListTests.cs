using System.Net;
using Crm.Opportunities;
using Inventory;
using Inventory.Prices;
using Inventory.Products;
using Invoicing.Documents;
using Kernel.Monetary;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.PriceLists;

/// <summary>What a customer is offered: the price of the list that holds for his group, in the document's currency, on its date.</summary>
public class PriceListTests : WorkspaceTest<WorkspaceModule>
{
    private static readonly DateOnly Spring = new(2026, 3, 21), Autumn = new(2026, 9, 23);

    private async Task<T> Ask<TService, T>(Func<TService, Task<T>> ask) where TService : notnull => await As.Admin(async () =>
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    });

    private async Task<Guid> List(string name, Guid product, decimal price, DateOnly from, DateOnly? until = null, string? group = null, string currency = "IRR")
    {
        var list = await Ask<IPriceListAppService, Guid>(lists => lists.CreateAsync(new PriceListContentDto { Name = name, Group = group, From = from, Until = until, Currency = currency }));
        await Ask<IPriceListAppService, bool>(async lists => { await lists.SetPriceAsync(list, new SetPriceDto { ProductId = product, UnitPrice = price }); return true; });
        return list;
    }

    private async Task<Guid> Dealer() => await Ask<IPartyAppService, Guid>(parties => parties.CreateAsync(new CreatePartyDto
    {
        Kind = PartyKind.Company, Name = "Dealer", Group = "نمايندگان", Roles = [PartyRoles.Customer], OwnerId = As.IdOf("sara")
    }));

    private async Task<decimal?> Offer(Guid? party, Guid product, DateOnly date, string currency = "IRR") =>
        await Ask<IPriceOffers, IReadOnlyDictionary<Guid, decimal>>(offers => offers.GetAsync(party, currency, date, [product])) is var found && found.TryGetValue(product, out var price) ? price : null;

    [Fact]
    public async Task The_groups_list_goes_before_the_one_for_all_and_the_later_before_the_earlier_and_none_holds_outside_its_days()
    {
        var (dealer, acme, press) = (await Dealer(), await Given.Customer(), await Given.Goods());
        await List("Spring", press, 900_000, Spring);
        await List("Autumn", press, 950_000, Autumn);
        await List("Dealers", press, 800_000, Spring, until: Autumn, group: "نمایندگان"); // another ی than on the dealer
        await List("Abroad", press, 20.5m, Spring, currency: "EUR");

        (await Offer(acme, press, Spring.AddDays(-1))).ShouldBe(1_000_000, "before any list the product has its own price");
        (await Offer(acme, press, Spring)).ShouldBe(900_000);
        (await Offer(acme, press, Autumn)).ShouldBe(950_000);
        (await Offer(null, press, Autumn)).ShouldBe(950_000);
        (await Offer(dealer, press, Autumn)).ShouldBe(800_000, "the last day counts");
        (await Offer(dealer, press, Autumn.AddDays(1))).ShouldBe(950_000);
        (await Offer(dealer, press, Spring, "EUR")).ShouldBe(20.5m);
        (await Offer(acme, press, Spring, "USD")).ShouldBeNull("a price in rial is no price in dollars");
    }

    [Fact]
    public async Task A_new_line_is_offered_the_price_of_the_documents_day_and_customer()
    {
        var (dealer, press) = (await Dealer(), await Given.Goods());
        await List("Dealers", press, 800_000, Spring, until: Autumn, group: "نمایندگان");
        using var sara = await SignedIn("sara");

        (await sara.GetFragmentAsync($"/Invoicing/Quotes/Create?handler=Product&term=PR-1&PartyId={dealer}&Currency=IRR&Date=2026-09-01")).Html.ShouldContain("800,000");
        (await sara.GetFragmentAsync($"/Invoicing/Quotes/Create?handler=Product&term=PR-1&PartyId={dealer}&Currency=IRR&Date=2026-10-01")).Html.ShouldContain("1,000,000");

        var form = await sara.GetAsync($"/Invoicing/Quotes/Create?partyId={dealer}");
        var saved = await form.SubmitAsync(new() { ["Input.Date"] = "2026-09-01", ["Input.Lines[0].ProductIdText"] = "PR-1" }, "main form[method=post]");
        saved.TextOf("main").ShouldContain("800,000");
    }

    [Fact]
    public async Task What_is_typed_goes_before_what_is_offered_and_a_currency_without_a_price_offers_none()
    {
        var (dealer, press) = (await Dealer(), await Given.Goods());
        await List("Dealers", press, 800_000, Spring, group: "نمایندگان");
        using var sara = await SignedIn("sara");

        var typed = await (await sara.GetAsync($"/Invoicing/Orders/Create?partyId={dealer}"))
            .SubmitAsync(new() { ["Input.Date"] = "2026-09-01", ["Input.Lines[0].ProductIdText"] = "PR-1", ["Input.Lines[0].UnitPrice"] = "777,777" }, "main form[method=post]");

        typed.TextOf("main").ShouldContain("777,777");
        (await sara.GetFragmentAsync($"/Invoicing/Quotes/Create?handler=Product&term=PR-1&PartyId={dealer}&Currency=EUR&Date=2026-09-01")).Html
            .ShouldContain("UnitPrice&quot;:&quot;&quot;", customMessage: "nothing is filled in that was meant in another currency");
    }

    [Fact]
    public async Task Who_may_not_see_price_lists_still_gets_the_right_price_on_his_lines_and_in_his_deals()
    {
        var (dealer, press) = (await Dealer(), await Given.Goods(price: 1_000_000m));
        await List("Dealers", press, 800_000, Spring, group: "نمایندگان");
        await LetSalesSeeListsAsync(false);
        try
        {
            using var sara = await SignedIn("sara");
            (await sara.GetAsync("/Inventory/PriceLists")).Status.ShouldBe(HttpStatusCode.Forbidden);
            var saved = await (await sara.GetAsync($"/Invoicing/Quotes/Create?partyId={dealer}"))
                .SubmitAsync(new() { ["Input.Lines[0].ProductIdText"] = "PR-1" }, "main form[method=post]");
            saved.TextOf("main").ShouldContain("800,000");

            var deal = await Given.Opportunity(dealer);
            await As.Sales(() => Get<IOfferAppService>().AddLineAsync(deal, new OfferLineDto { ProductId = press, Quantity = 2 }));
            (await As.Sales(() => Get<IOfferAppService>().GetAsync(deal))).Totals.ShouldBe([new Money(1_600_000, "IRR")]);
            var quote = await As.Sales(() => Get<IOfferAppService>().QuoteAsync(deal));
            (await As.Sales(() => Get<ISalesDocumentAppService>().GetAsync(quote))).Lines.ShouldHaveSingleItem().UnitPrice.ShouldBe(800_000);
        }
        finally
        {
            await LetSalesSeeListsAsync(true); // grants are remembered by the app, which other tests share
        }
    }

    private Task LetSalesSeeListsAsync(bool may) => As.Admin(async () =>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await Get<IPermissionManager>().SetForRoleAsync("sales", InventoryPermissions.PriceLists.Default, may);
        await unitOfWork.CompleteAsync();
    });

    [Fact]
    public async Task Offering_forty_products_is_one_statement()
    {
        var (dealer, products) = (await Dealer(), new List<Guid>());
        for (var i = 0; i < 40; i++) { products.Add(await Given.Goods($"PR-{i:00}")); }
        await List("Dealers", products[0], 800_000, Spring, group: "نمایندگان");
        var offered = await As.Sales(() => Get<IPriceOffers>().GetAsync(dealer, "IRR", Autumn, products)); // and the seller's rights are read

        var statements = await As.Sales(() => StatementLog.OfAsync(() => Get<IPriceOffers>().GetAsync(dealer, "IRR", Autumn, products)));

        statements.ShouldHaveSingleItem();
        (offered.Count, offered[products[0]], offered[products[1]]).ShouldBe((40, 800_000m, 1_000_000m));
    }

    [Fact]
    public async Task A_rise_makes_a_new_list_and_leaves_the_old_one_as_it_was()
    {
        var press = await Given.Goods();
        var list = await List("Spring", press, 333, Spring);

        var copy = await Ask<IPriceListAppService, Guid>(lists => lists.CopyAsync(list, new CopyPriceListDto { Name = "Autumn", From = Autumn, Percent = 12.5m }));

        (await Ask<IPriceListAppService, PricePage>(lists => lists.GetPricesAsync(new PriceInput { ListId = copy }))).Rows.ShouldHaveSingleItem().UnitPrice.ShouldBe(375, "374.625 to the whole rial");
        (await Offer(null, press, Autumn.AddDays(-1))).ShouldBe(333);
        (await Offer(null, press, Autumn)).ShouldBe(375);
        (await Should.ThrowAsync<BusinessException>(() => Ask<IPriceListAppService, Guid>(lists => lists.CopyAsync(list, new CopyPriceListDto { Name = "Gift", From = Autumn, Percent = -100 })))).Code.ShouldBe(InventoryErrorCodes.WrongRise);
    }

    [Theory]
    [InlineData("en", "ends before it begins")]
    [InlineData("fa", "پیش از آغاز")]
    public async Task A_list_that_ends_before_it_begins_is_refused_in_words_and_keeps_what_was_typed(string language, string words)
    {
        using var admin = await SignedIn("admin", language);
        var form = await admin.GetAsync("/Inventory/PriceLists/Edit");

        var answer = await form.SubmitAsync(new() { ["Input.Name"] = "Dealers", ["Input.From"] = "2026-09-23", ["Input.Until"] = "2026-09-22" }, "main form[method=post]");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer.TextOf("main").ShouldContain(words);
        answer.Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value").ShouldBe("Dealers");
        (await Ask<IPriceListAppService, PriceListPage>(lists => lists.GetListAsync(new PriceListInput()))).Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Price", "Price.UnitPrice", "12x")]
    [InlineData("Price", "Price.UnitPrice", "")]
    [InlineData("Price", "Price.UnitPrice", "10000000000000000")]
    [InlineData("Copy", "Copy.From", "tomorrow")]
    [InlineData("Copy", "Copy.Percent", "a tenth")]
    public async Task What_is_no_price_no_day_and_no_number_is_refused_and_kept(string form, string field, string typed)
    {
        var list = await List("Spring", await Given.Goods(), 900_000, Spring);
        using var admin = await SignedIn("admin");
        var page = await admin.GetAsync($"/Inventory/PriceLists/Details/{list}");

        var answer = await page.SubmitAsync(new() { ["Price.ProductIdText"] = "PR-1", [field] = typed }, $"form[action*='handler={form}']");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer.Document.QuerySelector($"[name='{field}']")!.GetAttribute("value").ShouldBe(typed);
        (await Ask<IPriceListAppService, PriceListPage>(lists => lists.GetListAsync(new PriceListInput()))).Rows.ShouldHaveSingleItem();
        (await Ask<IPriceListAppService, PricePage>(lists => lists.GetPricesAsync(new PriceInput { ListId = list }))).Rows.ShouldHaveSingleItem().UnitPrice.ShouldBe(900_000);
    }

    [Fact]
    public async Task A_price_is_changed_on_its_list()
    {
        var list = await List("Spring", await Given.Goods(), 900_000, Spring);
        using var admin = await SignedIn("admin");

        var changed = await (await admin.GetAsync($"/Inventory/PriceLists/Details/{list}"))
            .SubmitAsync(new() { ["Price.ProductIdText"] = "PR-1", ["Price.UnitPrice"] = "950,000" }, "form[action*='handler=Price']");

        changed.TextOf("#prices").ShouldContain("950,000");
    }

    [Fact]
    public async Task Who_may_not_change_prices_sees_lists_but_changes_none()
    {
        var list = await List("Spring", await Given.Goods(), 900_000, Spring);
        using var sara = await SignedIn("sara");

        var page = await sara.GetAsync($"/Inventory/PriceLists/Details/{list}");
        page.TextOf("#prices").ShouldContain("900,000");
        page.Has("form[action*='handler=Price']").ShouldBeFalse();
        (await sara.GetAsync("/Inventory/PriceLists/Edit")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
