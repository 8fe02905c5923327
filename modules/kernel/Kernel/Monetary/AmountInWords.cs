namespace Kernel.Monetary;

/// <summary>Amounts as they are written out on documents, in Persian and in English.</summary>
public static class AmountInWords
{
    private static readonly string[] PersianOnes =
        ["", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"];
    private static readonly string[] PersianTens = ["", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"];
    private static readonly string[] PersianHundreds = ["", "یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"];

    private static readonly string[] EnglishOnes =
    [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ];
    private static readonly string[] EnglishTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <param name="language">"fa" or "en".</param>
    /// <param name="unit">The word for the currency's major unit, such as ریال.</param>
    /// <returns>«یک میلیون و دویست هزار ریال», "twelve and 34/100 EUR".</returns>
    public static string Of(Money money, string language, string unit)
    {
        var scale = 1L;
        for (var i = 0; i < Currencies.Exponent(money.Currency); i++)
        {
            scale *= 10;
        }
        var (whole, rest) = Math.DivRem(Math.Abs(money.Amount), scale);
        return language == "fa" ? Persian(whole, rest, scale, unit, money.IsNegative) : English(whole, rest, scale, unit, money.IsNegative);
    }

    /// <summary>Zero or more.</summary>
    public static string Persian(long number) => number == 0 ? "صفر" : string.Join(" و ", PersianParts(number));

    /// <inheritdoc cref="Persian(long)"/>
    public static string English(long number) => number == 0 ? "zero" : string.Join(" ", EnglishParts(number));

    private static string Persian(long whole, long rest, long scale, string unit, bool isNegative) =>
        (isNegative ? "منفی " : "") + Persian(whole) + (rest == 0 ? "" : $" و {Persian(rest)} {(scale == 100 ? "صدم" : "هزارم")}") + " " + unit;

    private static string English(long whole, long rest, long scale, string unit, bool isNegative) =>
        (isNegative ? "minus " : "") + English(whole) + (rest == 0 ? "" : $" and {rest.ToString(scale == 100 ? "00" : "000", System.Globalization.CultureInfo.InvariantCulture)}/{scale}") + " " + unit;

    /// <summary>Above the milliard Persian counts in milliards: «یک هزار میلیارد».</summary>
    private static IEnumerable<string> PersianParts(long number)
    {
        foreach (var (size, name) in ((long, string)[])[(1_000_000_000, "میلیارد"), (1_000_000, "میلیون"), (1_000, "هزار")])
        {
            if (number >= size)
            {
                yield return Persian(number / size) + " " + name;
                number %= size;
            }
        }
        if (number >= 100) { yield return PersianHundreds[number / 100]; number %= 100; }
        if (number >= 20) { yield return PersianTens[number / 10]; number %= 10; }
        if (number > 0) { yield return PersianOnes[number]; }
    }

    private static IEnumerable<string> EnglishParts(long number)
    {
        foreach (var (size, name) in ((long, string)[])
            [(1_000_000_000_000_000_000, "quintillion"), (1_000_000_000_000_000, "quadrillion"), (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred")])
        {
            if (number >= size)
            {
                yield return English(number / size) + " " + name;
                number %= size;
            }
        }
        if (number >= 20)
        {
            yield return EnglishTens[number / 10] + (number % 10 == 0 ? "" : "-" + EnglishOnes[number % 10]);
        }
        else if (number > 0)
        {
            yield return EnglishOnes[number];
        }
    }
}
