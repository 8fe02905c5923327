using System.Text.Json;
using Kernel;
using Kernel.Monetary;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Kernel;

public class MoneyTests
{
    [Theory]
    [InlineData("12.345", "EUR", 1235)] // half away from zero
    [InlineData("-12.345", "EUR", -1235)]
    [InlineData("12.344999", "EUR", 1234)]
    [InlineData("0.5", "IRR", 1)]
    [InlineData("-0.5", "IRR", -1)]
    [InlineData("1000000000", "IRR", 1_000_000_000)]
    [InlineData("1.2345", "KWD", 1235)]
    [InlineData("2.5", "JPY", 3)]
    public void An_amount_rounds_half_away_from_zero_to_the_smallest_unit(string major, string currency, long expected) =>
        Money.Of(decimal.Parse(major, System.Globalization.CultureInfo.InvariantCulture), currency).ShouldBe(new Money(expected, currency));

    [Fact]
    public void Every_whole_amount_survives_the_way_to_decimal_and_back()
    {
        var random = new Random(1405);
        foreach (var currency in Currencies.All)
        {
            for (var i = 0; i < 1000; i++)
            {
                var money = new Money(random.NextInt64(-1_000_000_000_000, 1_000_000_000_000), currency);
                Money.Of(money.ToDecimal(), currency).ShouldBe(money);
            }
        }
    }

    [Fact]
    public void Adding_is_exact_in_any_order_and_taking_away_undoes_it()
    {
        var random = new Random(1404);
        for (var i = 0; i < 10_000; i++)
        {
            var (a, b, c) = (Any(), Any(), Any());
            (a + b).ShouldBe(b + a);
            (a + b + c).ShouldBe(a + (b + c));
            (a + b - b).ShouldBe(a);
            (a + -a).IsZero.ShouldBeTrue();
            (a < b).ShouldBe(a.Amount < b.Amount);
            new[] { a, b, c }.Sum("EUR").ToDecimal().ShouldBe(a.ToDecimal() + b.ToDecimal() + c.ToDecimal());
        }
        Money Any() => new(random.NextInt64(-1_000_000_000, 1_000_000_000), "EUR");
    }

    [Fact]
    public void A_rounded_line_is_never_more_than_half_a_unit_off()
    {
        var random = new Random(1403);
        for (var i = 0; i < 10_000; i++)
        {
            var exact = (decimal)(random.NextDouble() * 1e6 - 5e5) * random.Next(1, 100);
            Math.Abs(Money.Of(exact, "GBP").ToDecimal() - exact).ShouldBeLessThanOrEqualTo(0.005m);
        }
    }

    [Fact]
    public void Amounts_of_different_currencies_cannot_be_put_together()
    {
        var (euro, rial) = (new Money(100, "EUR"), new Money(100, "IRR"));
        Refused(() => euro + rial);
        Refused(() => euro - rial);
        Refused(() => euro < rial);
        Refused(() => new[] { rial }.Sum("EUR"));
        (euro == rial).ShouldBeFalse();

        static void Refused(Func<object> act) => Should.Throw<BusinessException>(act).Code.ShouldBe(KernelErrorCodes.CurrencyMismatch);
    }

    [Fact]
    public void An_amount_that_does_not_fit_is_refused_and_never_wraps_around()
    {
        Should.Throw<BusinessException>(() => Money.Of(1e20m, "EUR")).Code.ShouldBe(KernelErrorCodes.AmountTooLarge);
        Should.Throw<OverflowException>(() => new Money(long.MaxValue, "IRR") + new Money(1, "IRR"));
        Should.Throw<OverflowException>(() => -new Money(long.MinValue, "IRR"));
        Money.Of(long.MaxValue, "IRR").Amount.ShouldBe(long.MaxValue);
    }

    [Fact]
    public void An_unknown_currency_is_refused()
    {
        Should.Throw<BusinessException>(() => Money.Of(1, "XXX")).Code.ShouldBe(KernelErrorCodes.UnknownCurrency);
        Currencies.IsKnown("irr").ShouldBeFalse();
        Currencies.IsKnown(null).ShouldBeFalse();
        Currencies.Exponent("IRR").ShouldBe(0);
        Currencies.Exponent("IQD").ShouldBe(3);
    }

    [Fact]
    public void Money_travels_as_json()
    {
        var json = JsonSerializer.Serialize(new Money(1234, "EUR"));
        json.ShouldBe("""{"Amount":1234,"Currency":"EUR"}""");
        JsonSerializer.Deserialize<Money>(json).ShouldBe(new Money(1234, "EUR"));
    }
}
