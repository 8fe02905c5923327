namespace Kernel.Monetary;

public static class MoneyExtensions
{
    /// <param name="currency">Of all amounts, and of the zero when there are none.</param>
    public static Money Sum(this IEnumerable<Money> amounts, string currency) => amounts.Aggregate(Money.Zero(currency), (sum, amount) => sum + amount);

    public static Money Sum<T>(this IEnumerable<T> source, string currency, Func<T, Money> amount) => source.Select(amount).Sum(currency);
}
