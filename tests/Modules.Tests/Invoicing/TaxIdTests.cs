using Invoicing;
using Invoicing.EInvoices;
using Kernel.Identifiers;
using Shouldly;
using Volo.Abp;
using Xunit;

namespace Modules.Tests.Invoicing;

public class TaxIdTests
{
    [Theory]
    [InlineData("236", '3')]
    [InlineData("12345", '1')]
    public void Verhoeffs_check_digit_is_the_known_one_and_finds_wrong_and_exchanged_digits(string digits, char check)
    {
        Verhoeff.CheckDigit(digits).ShouldBe(check);
        Verhoeff.IsValid(digits + check).ShouldBeTrue();
        for (var place = 0; place < digits.Length; place++)
        {
            foreach (var other in "0123456789".Where(other => other != digits[place]))
            {
                Verhoeff.IsValid(digits[..place] + other + digits[(place + 1)..] + check).ShouldBeFalse();
            }
        }
        Verhoeff.IsValid(digits[1].ToString() + digits[0] + digits[2..] + check).ShouldBeFalse();
    }

    [Theory]
    [InlineData("A11216", "2023-01-01", 1, "A1121604B9E00000000017")]
    [InlineData("A111A1", "2024-03-20", 254, "A111A104D5A00000000FE7")]
    public void A_tax_id_is_made_of_memory_day_serial_and_check_digit(string memory, string day, long serial, string expected)
    {
        var made = TaxId.Make(memory, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), serial);
        (made, made.Length, TaxId.IsValid(made)).ShouldBe((expected, TaxId.Length, true));
        TaxId.IsValid(expected[..^1] + (expected[^1] == '0' ? '1' : '0')).ShouldBeFalse();
        TaxId.IsValid(expected[1..]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("A1121")]
    [InlineData("A11-16")]
    [InlineData("الف۱۲۳")]
    public void A_memory_has_six_letters_and_digits(string memory) =>
        Should.Throw<BusinessException>(() => TaxId.Make(memory, new DateOnly(2026, 1, 1), 1)).Code.ShouldBe(InvoicingErrorCodes.TaxMemoryInvalid);
}
