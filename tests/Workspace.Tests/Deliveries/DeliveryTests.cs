using System.Net;
using Crm.CustomerFiles;
using Inventory;
using Inventory.Deliveries;
using Inventory.Products;
using Inventory.Settings;
using Inventory.Stock;
using Inventory.Warehouses;
using Invoicing;
using Invoicing.Documents;
using Invoicing.Invoices;
using Invoicing.Orders;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;
using Workspace;

namespace Workspace.Tests.Deliveries;

/// <summary>From the order to the goods at the customer's, and back.</summary>
public class DeliveryTests : WorkspaceTest<WorkspaceModule>
{
    private async Task<T> Ask<TService, T>(Func<TService, Task<T>> ask) where TService : notnull => await As.Admin(async () =>
    {
        await using var scope = App.Services.CreateAsyncScope(); // each asks the database, not what another has read
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    });

    private Task Tell<TService>(Func<TService, Task> tell) where TService : notnull => Ask<TService, bool>(async service =>
    {
        await tell(service);
        return true;
    });

    private async Task<(decimal OnHand, decimal Reserved, decimal Available)> StockOf(Guid product) =>
        await Ask<IProductAppService, ProductDto>(products => products.GetAsync(product)) is var read ? (read.OnHand, read.Reserved, read.Available) : default;

    [Fact]
    public async Task A_confirmed_order_reserves_a_delivery_takes_it_out_and_its_invoice_moves_nothing_more()
    {
        var (acme, press) = (await Given.Customer(), await Given.Goods(onHand: 10));
        var order = await Given.OrderOf(acme, press, 6);
        (await StockOf(press)).ShouldBe((10, 6, 4));

        await Given.Delivery(order, 2);
        (await StockOf(press)).ShouldBe((8, 4, 4));

        var invoice = await Ask<IOrderAppService, Guid>(orders => orders.CreateInvoiceAsync(order));
        await Tell<IInvoiceAppService>(invoices => invoices.IssueAsync(invoice));
        (await StockOf(press)).ShouldBe((8, 4, 4));

        await Given.Delivery(order, 4);
        (await StockOf(press)).ShouldBe((4, 0, 4));
    }

    [Fact]
    public async Task A_cancelled_order_frees_what_it_reserved_unless_goods_are_with_the_customer()
    {
        var (acme, press) = (await Given.Customer(), await Given.Goods(onHand: 10));
        var (order, begun) = (await Given.OrderOf(acme, press, 6), await Given.OrderOf(acme, press, 3));
        var delivery = await Given.Delivery(begun, 1);

        await Tell<IOrderAppService>(orders => orders.CancelAsync(order));
        (await Should.ThrowAsync<BusinessException>(() => Tell<IOrderAppService>(orders => orders.CancelAsync(begun)))).Code.ShouldBe(InventoryErrorCodes.OrderDelivered);
        (await Ask<ISalesDocumentAppService, SalesDocumentDto>(documents => documents.GetAsync(begun))).State.ShouldBe(DocumentState.Confirmed);
        (await StockOf(press)).ShouldBe((9, 2, 7));

        await Ask<IDeliveryAppService, Guid>(deliveries => deliveries.TakeBackAsync(delivery, new TakeBackDto { Date = Given.Day, Lines = [new MovedLineDto { Ordinal = 1, Quantity = 1 }] }));
        await Tell<IOrderAppService>(orders => orders.CancelAsync(begun));
        (await StockOf(press)).ShouldBe((10, 0, 10));
    }

    [Fact]
    public async Task Closing_an_order_frees_what_is_neither_invoiced_nor_delivered_and_the_invoiced_rest_is_still_delivered()
    {
        var (acme, press) = (await Given.Customer(), await Given.Goods(onHand: 10));
        var order = await Given.OrderOf(acme, press, 8);
        await Given.Delivery(order, 2);
        await InvoiceAsync(order, 1);
        (await Should.ThrowAsync<BusinessException>(() => Tell<IOrderAppService>(orders => orders.CloseAsync(order)))).Code.ShouldBe(InvoicingErrorCodes.OrderDeliveredNotInvoiced);
        (await StockOf(press)).ShouldBe((8, 6, 2));

        await InvoiceAsync(order, 4);
        await Tell<IOrderAppService>(orders => orders.CloseAsync(order));

        (await StockOf(press)).ShouldBe((8, 3, 5), "five are invoiced and two of them delivered");
        (await Should.ThrowAsync<BusinessException>(() => Given.Delivery(order, 4))).Code.ShouldBe(InventoryErrorCodes.DeliversTooMuch);
        await Given.Delivery(order, 3);
        (await StockOf(press)).ShouldBe((5, 0, 5));
    }

    [Fact]
    public async Task An_order_chooses_its_warehouse_is_reserved_there_and_delivered_from_there()
    {
        var (acme, press) = (await Given.Customer(), await Given.Goods(onHand: 10));
        var second = await Ask<IWarehouseAppService, Guid>(warehouses => warehouses.CreateAsync(new WarehouseContentDto { Name = "Second" }));
        await Tell<IStockAppService>(stock => stock.AdjustAsync(new AdjustStockDto { ProductId = press, WarehouseId = second, Quantity = 4, Reason = StockMoveReason.Purchase, Date = Given.Day }));
        using var admin = await SignedIn();

        var draft = await (await admin.GetAsync($"/Invoicing/Orders/Create?partyId={acme}")).SubmitAsync(
            new() { ["Input.Date"] = "2026-11-01", ["Input.Lines[0].ProductIdText"] = "PR-1", ["Input.Lines[0].Quantity"] = "3", ["Input.WarehouseId"] = second.ToString() }, "main form[method=post]");
        var confirmed = await draft.SubmitAsync([], "form[action*='act=Confirm']");
        confirmed.TextOf("main").ShouldContain("Second");
        (await admin.GetAsync($"/Inventory/Warehouses/Details/{second}")).TextOf("#stock").ShouldContain("3");

        var order = Guid.Parse(confirmed.Url.Split('/')[^1]);
        await Given.Delivery(order, 2);
        (await Ask<IDeliveryAppService, DeliveryPage>(deliveries => deliveries.GetListAsync(new DeliveryListInput()))).Rows.ShouldHaveSingleItem().Warehouse.ShouldBe("Second");
        var form = await admin.GetAsync(DeliveryUrls.Deliver(order));
        form.Document.QuerySelector("[name=WarehouseId] option[selected]")!.TextContent.ShouldBe("Second");
        (await StockOf(press)).ShouldBe((12, 1, 11));
        var page = await admin.GetAsync(DocumentUrls.Details(DocumentKind.Order, order));
        page.Document.QuerySelector("td[data-label='Delivered']")!.TextContent.ShouldContain("2");
    }

    private async Task InvoiceAsync(Guid order, decimal quantity)
    {
        var draft = await Ask<IOrderAppService, Guid>(orders => orders.CreatePartInvoiceAsync(order, new PartInvoiceDto { Lines = [new PartInvoiceLineDto { Ordinal = 1, Quantity = quantity }] }));
        await Tell<IInvoiceAppService>(invoices => invoices.IssueAsync(draft));
    }

    [Fact]
    public async Task An_order_may_want_more_than_is_there_but_where_the_organisation_says_so_it_may_not()
    {
        var (acme, press) = (await Given.Customer(), await Given.Goods(onHand: 5));
        await Given.OrderOf(acme, press, 8);
        (await StockOf(press)).ShouldBe((5, 8, -3));

        await Tell<ISettingManager>(settings => settings.SetAsync(InventorySettings.SellOnlyAvailable, "true", TenantSettingValueProvider.ProviderName, As.TenantId.ToString()));
        (await Should.ThrowAsync<BusinessException>(() => Given.OrderOf(acme, press, 1))).Code.ShouldBe(InventoryErrorCodes.NotAvailable);
        (await StockOf(press)).ShouldBe((5, 8, -3));
    }

    [Fact]
    public async Task A_seller_delivers_from_the_order_and_finds_his_way_back_and_forth()
    {
        var (acme, press) = (await Given.Customer(), await Given.Goods(onHand: 10, serials: true, warrantyMonths: 12));
        var order = await Given.OrderOf(acme, press, 2);
        using var sara = await SignedIn("sara");

        var orderPage = await sara.GetAsync(DocumentUrls.Details(DocumentKind.Order, order));
        orderPage.TextOf("main").ShouldContain("To deliver");
        orderPage.Has($"a[href='{DeliveryUrls.Order(order)}']").ShouldBeTrue();

        var form = await sara.GetAsync(DeliveryUrls.Deliver(order));
        var note = await form.SubmitAsync(new() { ["Lines[0].Quantity"] = "1", ["Lines[0].SerialText"] = "SN-1" }, "main form[method=post]");
        note.Status.ShouldBe(HttpStatusCode.OK, note.Text);
        note.TextOf("main").ShouldContain("Delivery note DLV-1405-00001");
        note.TextOf("main").ShouldContain("SN-1");
        note.Has($"a[href='{DocumentUrls.Details(DocumentKind.Order, order)}']").ShouldBeTrue();

        (await sara.GetAsync(DocumentUrls.Details(DocumentKind.Order, order))).Has($"a[href='{note.Url}']").ShouldBeTrue();
        var panel = (await sara.GetAsync($"/Crm/Customers/File/{acme}")).TextOf("[data-kind=delivery]");
        panel.ShouldContain("DLV-1405-00001");
        panel.ShouldContain("serial SN-1");
        panel.ShouldContain("warranty until");
    }

    [Theory]
    [InlineData("en", "only 2 are still to be delivered")]
    [InlineData("fa", "فقط ۲ مانده است")]
    public async Task Too_much_is_refused_in_words_keeps_what_was_typed_and_changes_nothing(string language, string words)
    {
        var (acme, press) = (await Given.Customer(), await Given.Goods(onHand: 10));
        var order = await Given.OrderOf(acme, press, 2);
        using var visitor = await SignedIn("admin", language);

        var answer = await (await visitor.GetAsync(DeliveryUrls.Deliver(order))).SubmitAsync(new() { ["Lines[0].Quantity"] = "3", ["Note"] = "by hand" }, "main form[method=post]");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer.TextOf("main").ShouldContain(words);
        answer.Document.QuerySelector("[name=Note]")!.GetAttribute("value").ShouldBe("by hand");
        (await StockOf(press)).ShouldBe((10, 2, 8));
        await Given.Delivery(order, 2);
        (await Ask<IDeliveryAppService, DeliveryPage>(deliveries => deliveries.GetListAsync(new DeliveryListInput()))).Rows.ShouldHaveSingleItem().Number.ShouldBe("DLV-1405-00001");
    }

    [Fact]
    public async Task Who_has_a_piece_is_found_by_its_number_and_a_piece_that_is_out_cannot_go_out_again()
    {
        var (acme, other, press) = (await Given.Customer(), await Given.Customer("Other"), await Given.Goods(onHand: 10, serials: true, warrantyMonths: 12));
        var delivery = await Given.Delivery(await Given.OrderOf(acme, press, 1), 1, serials: "AB-۱۲۳");
        var second = await Given.OrderOf(other, press, 1);
        (await Should.ThrowAsync<BusinessException>(() => Given.Delivery(second, 1, serials: "ab-123"))).Code.ShouldBe(InventoryErrorCodes.SerialIsOut);

        using var admin = await SignedIn();
        var found = await admin.GetAsync("/Inventory/Serials?q=ab-12");
        found.TextOf("#serials").ShouldContain("Acme");
        found.TextOf("#serials").ShouldContain("With the customer");

        var form = await admin.GetAsync(DeliveryUrls.TakeBack(delivery));
        (await form.SubmitAsync(new() { ["Lines[0].Quantity"] = "1", ["Lines[0].Serials"] = "AB-۱۲۳" }, "main form[method=post]")).TextOf("main").ShouldContain("Return note RTN-1405-00001");
        await Given.Delivery(second, 1, serials: "ab-123");
        (await Ask<IDeliveryAppService, List<SerialRow>>(deliveries => deliveries.GetSerialsAsync("AB-123"))).Select(row => (row.PartyName, row.ReturnedOn is null))
            .ShouldBe([("Acme", false), ("Other", true)], ignoreOrder: true);
    }

    [Fact]
    public async Task Goods_lie_in_warehouses_are_moved_between_them_and_one_with_goods_is_not_closed()
    {
        var press = await Given.Goods(onHand: 10);
        var second = await Ask<IWarehouseAppService, Guid>(warehouses => warehouses.CreateAsync(new WarehouseContentDto { Name = "Second" }));
        using var admin = await SignedIn();

        var form = await admin.GetAsync($"/Inventory/Products/Transfer/{press}");
        (await form.SubmitAsync(new() { ["Input.Quantity"] = "11" }, "main form[method=post]")).TextOf("main").ShouldContain("only 10 are on hand");
        var product = await form.SubmitAsync(new() { ["Input.Quantity"] = "4" }, "main form[method=post]");
        product.TextOf("main").ShouldContain("Second");
        (await admin.GetAsync($"/Inventory/Warehouses/Details/{second}")).TextOf("#stock").ShouldContain("4");

        (await Should.ThrowAsync<BusinessException>(() => Tell<IWarehouseAppService>(warehouses => warehouses.CloseAsync(second)))).Code.ShouldBe(InventoryErrorCodes.WarehouseNotEmpty);
        (await Should.ThrowAsync<BusinessException>(() => Ask<IWarehouseAppService, Guid>(warehouses => warehouses.CreateAsync(new WarehouseContentDto { Name = "SECOND" })))).Code.ShouldBe(InventoryErrorCodes.WarehouseNameTaken);
        (await StockOf(press)).ShouldBe((10, 0, 10));
    }
}
