using Kernel.Monetary;

namespace Accounting.Rates;

/// <summary>What amounts of one currency are worth in another.</summary>
/// <param name="Rate">Units of <paramref name="To"/> for one unit of <paramref name="From"/>, both major.</param>
public record Conversion(string From, string To, decimal Rate)
{
    /// <summary>Rounded half away from zero to the smallest unit.</summary>
    public Money Of(Money amount) => From == To ? amount : Money.Of(amount.ToDecimal() * Rate, To);
}
