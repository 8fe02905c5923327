using System.Globalization;
using Kernel.Identifiers;
using Volo.Abp;

namespace Invoicing.EInvoices;

/// <summary>
/// The 22 characters by which Iran's tax system knows an electronic invoice: six of the tax memory, five of the day, ten of the
/// serial, a check digit.
/// </summary>
public static class TaxId
{
    public const int Length = 22;
    public const int MemoryLength = 6;

    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <param name="memoryId">Of the seller's tax memory: six letters and digits.</param>
    /// <param name="serial">The seller's own, from 1.</param>
    /// <remarks>
    /// The check digit is Verhoeff's over the memory with each letter as its ASCII code, the days since 1970 as six decimal digits and
    /// the serial as twelve. Public clients agree on it; it is to be proved in the tax authority's own trial system before use.
    /// </remarks>
    /// <exception cref="BusinessException">The memory's id has not six letters and digits.</exception>
    public static string Make(string memoryId, DateOnly day, long serial)
    {
        var memory = memoryId.Trim().ToUpperInvariant();
        if (memory.Length != MemoryLength || !memory.All(char.IsAsciiLetterOrDigit))
        {
            throw new BusinessException(InvoicingErrorCodes.TaxMemoryInvalid).WithData("Value", memoryId);
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        var days = day.DayNumber - Epoch.DayNumber;
        return memory + Hex(days, 5) + Hex(serial, 10) + Verhoeff.CheckDigit(Spelled(memory) + Decimal(days, 6) + Decimal(serial, 12));
    }

    public static bool IsValid(string? text) => text is { Length: Length } && text.All(char.IsAsciiLetterOrDigit)
        && int.TryParse(text.AsSpan(6, 5), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var days)
        && long.TryParse(text.AsSpan(11, 10), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var serial)
        && Verhoeff.IsValid(Spelled(text[..MemoryLength]) + Decimal(days, 6) + Decimal(serial, 12) + text[^1]);

    private static string Spelled(string memory) =>
        string.Concat(memory.Select(c => char.IsAsciiLetter(c) ? ((int)c).ToString(CultureInfo.InvariantCulture) : c.ToString()));

    private static string Hex(long number, int length) => number.ToString("X" + length, CultureInfo.InvariantCulture);

    private static string Decimal(long number, int length) => number.ToString("D" + length, CultureInfo.InvariantCulture);
}
