using Inventory;
using Inventory.Products;
using Inventory.Stock;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Inventory;

public class ProductTests
{
    private static Product Press() => new(Guid.NewGuid(), "PR-1", "پرس هیدرولیک", "دستگاه", tenantId: null);

    private static string CodeOf(Action act) => Should.Throw<BusinessException>(act).Code!;

    [Fact]
    public void One_code_is_one_product_however_it_is_typed() =>
        Product.CodeKeyOf("pr ۱-ك").ShouldBe(Product.CodeKeyOf("PR1-ک"));

    [Theory]
    [InlineData("", "پرس", "عدد", InventoryErrorCodes.CodeMissing)]
    [InlineData("1", " ", "عدد", InventoryErrorCodes.NameMissing)]
    [InlineData("1", "پرس", "", InventoryErrorCodes.UnitMissing)]
    public void Code_name_and_unit_are_needed(string code, string name, string unit, string error) =>
        CodeOf(() => new Product(Guid.NewGuid(), code, name, unit, null)).ShouldBe(error);

    [Fact]
    public void A_price_may_be_zero_and_may_have_more_decimals_than_its_currency()
    {
        var press = Press();
        press.Price(0, "IRR", 0.1m);
        press.Price(0.125m, "GBP", 0);
        (press.UnitPrice, press.Currency, press.TaxRate).ShouldBe((0.125m, "GBP", 0m));
    }

    [Fact]
    public void A_price_is_not_below_zero_in_a_known_currency_with_a_tax_rate_from_0_to_1()
    {
        var press = Press();
        CodeOf(() => press.Price(-1, "IRR", 0)).ShouldBe(InventoryErrorCodes.NegativePrice);
        CodeOf(() => press.Price(1, "XXX", 0)).ShouldBe(InventoryErrorCodes.UnknownCurrency);
        CodeOf(() => press.Price(1, "IRR", 10)).ShouldBe(InventoryErrorCodes.WrongTaxRate);
        press.UnitPrice.ShouldBe(0);
    }

    [Fact]
    public void A_new_name_is_found_and_the_old_one_no_more()
    {
        var press = Press();
        press.Rename("چاپگر");

        press.SearchKey.ShouldBe("pr-1 چاپگر");
    }

    [Theory]
    [InlineData(StockMoveReason.Purchase, 5, 5)]
    [InlineData(StockMoveReason.Opening, 2, 2)]
    [InlineData(StockMoveReason.Loss, 3, -3)]
    [InlineData(StockMoveReason.Count, 7, -3)]
    [InlineData(StockMoveReason.Count, 0, -10)]
    [InlineData(StockMoveReason.Count, 10, 0)]
    public void What_is_booked_by_hand_moves_the_stock_of_ten(StockMoveReason reason, decimal typed, decimal moved) =>
        StockAdjustment.Change(reason, typed, onHand: 10).ShouldBe(moved);

    [Theory]
    [InlineData(StockMoveReason.Purchase, -5, InventoryErrorCodes.QuantityNotPositive)]
    [InlineData(StockMoveReason.Loss, 0, InventoryErrorCodes.QuantityNotPositive)]
    [InlineData(StockMoveReason.Count, -1, InventoryErrorCodes.NegativeCount)]
    public void A_negative_quantity_is_refused(StockMoveReason reason, decimal typed, string code) =>
        CodeOf(() => StockAdjustment.Change(reason, typed, onHand: 10)).ShouldBe(code);

    [Fact]
    public void Nothing_is_no_move() => Should.Throw<ArgumentException>(() =>
        new StockMove(Guid.NewGuid(), new StockMoveDto(Guid.NewGuid(), 0, new DateOnly(2026, 11, 22), StockMoveReason.Sale), Guid.NewGuid(), null));
}
