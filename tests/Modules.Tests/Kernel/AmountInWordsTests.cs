using Kernel.Monetary;
using Shouldly;
using Xunit;

namespace Modules.Tests.Kernel;

public class AmountInWordsTests
{
    [Theory]
    [InlineData(0, "صفر ریال", "zero rials")]
    [InlineData(7, "هفت ریال", "seven rials")]
    [InlineData(20, "بیست ریال", "twenty rials")]
    [InlineData(21, "بیست و یک ریال", "twenty-one rials")]
    [InlineData(115, "یکصد و پانزده ریال", "one hundred fifteen rials")]
    [InlineData(1_000, "یک هزار ریال", "one thousand rials")]
    [InlineData(12_305, "دوازده هزار و سیصد و پنج ریال", "twelve thousand three hundred five rials")]
    [InlineData(1_200_000, "یک میلیون و دویست هزار ریال", "one million two hundred thousand rials")]
    [InlineData(1_000_000_001, "یک میلیارد و یک ریال", "one billion one rials")]
    [InlineData(2_500_000_000_000, "دو هزار و پانصد میلیارد ریال", "two trillion five hundred billion rials")]
    [InlineData(-40, "منفی چهل ریال", "minus forty rials")]
    public void Rials_are_written_out(long amount, string persian, string english)
    {
        AmountInWords.Of(new Money(amount, "IRR"), "fa", "ریال").ShouldBe(persian);
        AmountInWords.Of(new Money(amount, "IRR"), "en", "rials").ShouldBe(english);
    }

    [Theory]
    [InlineData(1_234, "EUR", "دوازده و سی و چهار صدم یورو", "twelve and 34/100 EUR")]
    [InlineData(5, "EUR", "صفر و پنج صدم یورو", "zero and 05/100 EUR")]
    [InlineData(1_005, "KWD", "یک و پنج هزارم دینار", "one and 005/1000 EUR")]
    public void A_fraction_is_written_as_one(long amount, string currency, string persian, string english)
    {
        AmountInWords.Of(new Money(amount, currency), "fa", currency == "EUR" ? "یورو" : "دینار").ShouldBe(persian);
        AmountInWords.Of(new Money(amount, currency), "en", "EUR").ShouldBe(english);
    }

    [Fact]
    public void The_largest_amount_has_words_too()
    {
        AmountInWords.English(long.MaxValue).ShouldStartWith("nine quintillion two hundred twenty-three quadrillion");
        AmountInWords.Persian(long.MaxValue).ShouldContain("میلیارد");
    }
}
