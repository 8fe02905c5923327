using System.Text.Json.Serialization;
using Volo.Abp;

namespace Kernel.Monetary;

/// <summary>An amount of one currency. Amounts of different currencies cannot be added, subtracted or compared.</summary>
/// <param name="Amount">In the currency's smallest unit: rials, cents.</param>
/// <param name="Currency">ISO 4217 code, upper case.</param>
[method: JsonConstructor]
public readonly record struct Money(long Amount, string Currency) : IComparable<Money>
{
    [JsonIgnore] public bool IsZero => Amount == 0;
    [JsonIgnore] public bool IsPositive => Amount > 0;
    [JsonIgnore] public bool IsNegative => Amount < 0;

    public static Money Zero(string currency) => new(0, currency);

    /// <param name="major">In the unit people speak of: 12.34 euros. Rounded half away from zero to the smallest unit.</param>
    /// <exception cref="BusinessException">The currency is not known, or the amount is too large.</exception>
    public static Money Of(decimal major, string currency)
    {
        var exponent = Currencies.Exponent(currency);
        if (Math.Abs(major) > long.MaxValue / PowerOfTen(exponent))
        {
            throw new BusinessException(KernelErrorCodes.AmountTooLarge).WithData("Amount", major);
        }
        return new((long)Math.Round(major * PowerOfTen(exponent), MidpointRounding.AwayFromZero), currency);
    }

    /// <returns>The amount in the unit people speak of: 12.34 for 1234 cents.</returns>
    public decimal ToDecimal()
    {
        var exponent = Currencies.Exponent(Currency);
        return exponent == 0 ? Amount : Amount / PowerOfTen(exponent);
    }

    public Money Abs() => IsNegative ? -this : this;

    public static Money operator +(Money left, Money right) => new(checked(left.Amount + right.AmountIn(left.Currency)), left.Currency);
    public static Money operator -(Money left, Money right) => new(checked(left.Amount - right.AmountIn(left.Currency)), left.Currency);
    public static Money operator -(Money money) => money with { Amount = checked(-money.Amount) };
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public static Money Min(Money left, Money right) => left <= right ? left : right;
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    public int CompareTo(Money other) => Amount.CompareTo(other.AmountIn(Currency));

    /// <summary>For logs and tests; people see amounts through the display service.</summary>
    public override string ToString() => FormattableString.Invariant($"{ToDecimal()} {Currency}");

    private long AmountIn(string currency) => Currency == currency
        ? Amount
        : throw new BusinessException(KernelErrorCodes.CurrencyMismatch).WithData("Currency", currency).WithData("Other", Currency);

    private static decimal PowerOfTen(int exponent) => exponent switch { 0 => 1m, 2 => 100m, 3 => 1000m, _ => (decimal)Math.Pow(10, exponent) };
}
