using System.Collections.Frozen;
using Volo.Abp;

namespace Kernel.Monetary;

/// <summary>The currencies that amounts can have. A code keeps its exponent for ever: a redenominated rial is a new code.</summary>
public static class Currencies
{
    public const string Rial = "IRR";
    public const string Pound = "GBP";
    public const string Dollar = "USD";
    public const string Euro = "EUR";

    /// <summary>Length of an ISO 4217 code.</summary>
    public const int CodeLength = 3;

    /// <summary>All known codes, the most used first.</summary>
    public static IReadOnlyList<string> All { get; }

    private static readonly FrozenDictionary<string, int> Exponents;

    static Currencies()
    {
        (string Code, int Exponent)[] known =
        [
            (Rial, 0), (Dollar, 2), (Euro, 2), (Pound, 2), ("AED", 2), ("TRY", 2), ("CNY", 2), ("RUB", 2),
            ("IQD", 3), ("KWD", 3), ("OMR", 3), ("BHD", 3), ("QAR", 2), ("SAR", 2), ("AFN", 2), ("AZN", 2), ("AMD", 2),
            ("PKR", 2), ("INR", 2), ("JPY", 0), ("KRW", 0), ("CHF", 2), ("SEK", 2), ("NOK", 2), ("DKK", 2), ("PLN", 2),
            ("CAD", 2), ("AUD", 2), ("SGD", 2), ("HKD", 2), ("BRL", 2), ("ZAR", 2),
        ];
        All = Array.ConvertAll(known, currency => currency.Code);
        Exponents = known.ToFrozenDictionary(currency => currency.Code, currency => currency.Exponent);
    }

    public static bool IsKnown(string? code) => code is not null && Exponents.ContainsKey(code);

    /// <returns>How many decimals the currency has: 0 for the rial, 2 for the euro.</returns>
    /// <exception cref="BusinessException">The code is not known.</exception>
    public static int Exponent(string code) =>
        code is not null && Exponents.TryGetValue(code, out var exponent)
            ? exponent
            : throw new BusinessException(KernelErrorCodes.UnknownCurrency).WithData("Currency", code ?? "");
}
