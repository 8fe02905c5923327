using Inventory;
using Inventory.Products;
using Inventory.Stock;
using Modules.Tests.Parties;
using Shouldly;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Xunit;

namespace Modules.Tests.Inventory;

public class StockUseCaseTests(MasterTestApp app) : IClassFixture<MasterTestApp>
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private Task<T> Products<T>(Func<IProductAppService, Task<T>> ask) => app.Work(ask, MasterTestApp.Tenant);

    private Task Adjust(Guid id, StockMoveReason reason, decimal quantity) => app.Work<IStockAppService>(
        stock => stock.AdjustAsync(new AdjustStockDto { ProductId = id, Reason = reason, Quantity = quantity, Date = Today }), MasterTestApp.Tenant);

    private Task Move(params StockMoveDto[] moves) => app.Work<IStockKeeper>(keeper => keeper.MoveAsync(moves), MasterTestApp.Tenant);

    private Task<Guid> Product(string code, string name, bool tracksStock = true) => Products(products => products.CreateAsync(
        new CreateProductDto { Code = code, Name = name, Unit = "عدد", UnitPrice = 12_500_000, TracksStock = tracksStock }));

    private async Task<decimal> OnHand(Guid id) => (await Products(products => products.GetAsync(id))).OnHand;

    [Fact]
    public async Task A_new_product_takes_the_usual_tax_rate_and_has_nothing_on_hand()
    {
        var product = await Products(async products => await products.GetAsync(
            await products.CreateAsync(new CreateProductDto { Code = "N-1", Name = "نو", Unit = "عدد", UnitPrice = 0.125m, Currency = "GBP" })));

        (product.TaxRate, product.OnHand, product.UnitPrice).ShouldBe((0.1m, 0m, 0.125m));
    }

    [Fact]
    public async Task What_is_on_hand_is_the_sum_of_the_moves()
    {
        var id = await Product("S-1", "پیچ");
        await Adjust(id, StockMoveReason.Opening, 100.5m);
        await Move(new StockMoveDto(id, -20, Today, StockMoveReason.Sale, "F-1"), new StockMoveDto(id, -0.25m, Today, StockMoveReason.Sale, "F-1"));
        await Adjust(id, StockMoveReason.Count, 80);

        (await OnHand(id)).ShouldBe(80);
        var moves = (await app.Work<IStockAppService, StockMovePage>(
            stock => stock.GetMovesAsync(new StockMoveListInput { ProductId = id }), MasterTestApp.Tenant)).Rows;
        moves.Sum(move => move.Quantity).ShouldBe(80);
        moves.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Moves_are_read_page_after_page_newest_first()
    {
        var id = await Product("S-2", "مهره");
        for (var day = 0; day < 5; day++)
        {
            await Move(new StockMoveDto(id, day + 1, Today.AddDays(-day / 2), StockMoveReason.Purchase));
        }
        var (seen, input) = (new List<StockMoveRow>(), new StockMoveListInput { ProductId = id, Max = 2 });
        StockMovePage page;
        do
        {
            page = await app.Work<IStockAppService, StockMovePage>(stock => stock.GetMovesAsync(input), MasterTestApp.Tenant);
            seen.AddRange(page.Rows);
            (input.AfterDate, input.AfterId) = (page.Rows[^1].Date, page.Rows[^1].Id);
        }
        while (page.HasMore);

        seen.Select(move => move.Date).ShouldBeInOrder(SortDirection.Descending);
        seen.Sum(move => move.Quantity).ShouldBe(15);
        seen.DistinctBy(move => move.Id).Count().ShouldBe(5);
    }

    [Fact]
    public async Task A_service_has_no_stock_to_move_or_book()
    {
        var id = await Product("S-3", "نصب", tracksStock: false);
        await Move(new StockMoveDto(id, -3, Today, StockMoveReason.Sale));

        (await OnHand(id)).ShouldBe(0);
        (await Should.ThrowAsync<BusinessException>(() => Adjust(id, StockMoveReason.Purchase, 1))).Code.ShouldBe(InventoryErrorCodes.StockNotTracked);
    }

    [Fact]
    public async Task What_was_moved_in_a_failed_unit_of_work_did_not_move()
    {
        var id = await Product("S-4", "واشر");

        await Should.ThrowAsync<InvalidOperationException>(() => app.Work<IStockKeeper>(async keeper =>
        {
            await keeper.MoveAsync([new StockMoveDto(id, -3, Today, StockMoveReason.Sale)]);
            throw new InvalidOperationException("The invoice was refused.");
        }, MasterTestApp.Tenant));

        (await OnHand(id)).ShouldBe(0);
    }

    [Fact]
    public async Task A_negative_quantity_is_refused_where_a_person_types_it()
    {
        var id = await Product("S-5", "فنر");
        (await Should.ThrowAsync<BusinessException>(() => Adjust(id, StockMoveReason.Purchase, -1))).Code.ShouldBe(InventoryErrorCodes.QuantityNotPositive);
        (await OnHand(id)).ShouldBe(0);
    }

    [Fact]
    public async Task Another_tenants_product_is_unknown()
    {
        var id = await Product("S-6", "غریبه");
        await Should.ThrowAsync<EntityNotFoundException>(() => app.Work<IStockKeeper>(
            keeper => keeper.MoveAsync([new StockMoveDto(id, 1, Today, StockMoveReason.Purchase)]), MasterTestApp.OtherTenant));
        (await app.Work<IProductCatalog, List<ProductInfo>>(catalog => catalog.GetManyAsync([id]), MasterTestApp.OtherTenant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_code_is_taken_by_one_product_even_a_deleted_one_that_may_come_back()
    {
        var id = await Product("X-1", "یکتا");
        (await Should.ThrowAsync<BusinessException>(() => Product("x-۱", "دیگر"))).Code.ShouldBe(InventoryErrorCodes.CodeTaken);

        await app.Work<IProductAppService>(products => products.DeleteAsync(id), MasterTestApp.Tenant);
        (await Should.ThrowAsync<BusinessException>(() => Product("X-1", "دیگر"))).Code.ShouldBe(InventoryErrorCodes.CodeTakenByDeleted);
        (await Products(products => products.GetDeletedAsync(id)))!.Name.ShouldBe("یکتا");

        await app.Work<IProductAppService>(products => products.RestoreAsync(id), MasterTestApp.Tenant);
        (await Products(products => products.GetAsync(id))).Name.ShouldBe("یکتا");
    }

    [Fact]
    public async Task A_list_shows_what_is_on_hand_in_one_statement()
    {
        await Adjust(await Product("L-1", "فهرست الف"), StockMoveReason.Purchase, 4);
        await Product("L-2", "فهرست ب");
        app.Statements.Take();

        var page = await Products(products => products.GetListAsync(new ProductListInput { Text = "فهرست" }));

        page.Rows.Select(row => (row.Code, row.OnHand)).ShouldBe([("L-1", 4m), ("L-2", 0m)]);
        app.Statements.Take().Count.ShouldBe(1);
        (await Products(products => products.GetLookupAsync("ب l-2"))).ShouldHaveSingleItem().Code.ShouldBe("L-2");
    }
}
