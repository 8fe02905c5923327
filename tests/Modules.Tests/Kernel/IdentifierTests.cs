using Kernel.Identifiers;
using Shouldly;
using Xunit;

namespace Modules.Tests.Kernel;

public class IdentifierTests
{
    [Theory]
    [InlineData("0499370899", "0499370899")]
    [InlineData("0790419904", "0790419904")]
    [InlineData("0084575948", "0084575948")]
    [InlineData("84575948", "0084575948")] // dropped zeros
    [InlineData("076229645", "0076229645")]
    [InlineData("1583250689", "1583250689")]
    [InlineData("۴۰۳۲۱۵۲۳۱۴", "4032152314")]
    [InlineData("403-215231-4", "4032152314")]
    [InlineData("0012345679", "0012345679")]
    public void A_national_id_is_normalised(string typed, string normal)
    {
        IranianNationalId.TryNormalize(typed, out var id).ShouldBeTrue();
        id.ShouldBe(normal);
    }

    [Theory]
    [InlineData("0684159415")]
    [InlineData("0000000000")]
    [InlineData("1111111111")]
    [InlineData("1230000004")]
    [InlineData("4032152313")]
    [InlineData("40321523140")]
    [InlineData("4032152")]
    [InlineData("403215231x")]
    [InlineData("")]
    [InlineData(null)]
    public void A_wrong_national_id_is_refused(string? typed) => IranianNationalId.TryNormalize(typed, out _).ShouldBeFalse();

    [Fact]
    public void A_national_id_has_one_check_digit_only()
    {
        foreach (var valid in new[] { "0499370899", "0790419904", "0084575948", "1583250689", "4032152314" })
        {
            Enumerable.Range(0, 10).Count(digit => IranianNationalId.TryNormalize(valid[..9] + digit, out _)).ShouldBe(1, valid);
        }
    }

    [Theory]
    [InlineData("10380284790", true)]
    [InlineData("14005893875", true)]
    [InlineData("۱۰۸۶۱۶۷۷۵۴۲", true)]
    [InlineData("10380285790", false)]
    [InlineData("10101883722", false)]
    [InlineData("10300000000", false)]
    [InlineData("1038028479", false)]
    public void A_company_id_is_checked(string typed, bool valid) => CompanyNationalId.TryNormalize(typed, out _).ShouldBe(valid);

    [Theory]
    [InlineData("IR820540102680020817909002")]
    [InlineData("ir82 0540 1026 8002 0817 9090 02")]
    [InlineData("IR۸۲۰۵۴۰۱۰۲۶۸۰۰۲۰۸۱۷۹۰۹۰۰۲")]
    public void An_iban_is_normalised(string typed)
    {
        IranianIban.TryNormalize(typed, out var iban).ShouldBeTrue();
        iban.ShouldBe("IR820540102680020817909002");
    }

    [Theory]
    [InlineData("IR830540102680020817909002")]
    [InlineData("IR820540102680020817909003")]
    [InlineData("820540102680020817909002")]
    [InlineData("DE820540102680020817909002")]
    [InlineData("IR82054010268002081790900A")]
    public void A_wrong_iban_is_refused(string typed) => IranianIban.TryNormalize(typed, out _).ShouldBeFalse();

    [Theory]
    [InlineData("09123456789", "+989123456789")]
    [InlineData("9123456789", "+989123456789")]
    [InlineData("+989123456789", "+989123456789")]
    [InlineData("00989123456789", "+989123456789")]
    [InlineData("989123456789", "+989123456789")]
    [InlineData("۰۹۱۲ ۳۴۵ ۶۷۸۹", "+989123456789")]
    [InlineData("٠٩١٢-٣٤٥-٦٧٨٩", "+989123456789")]
    [InlineData("\u200F0912\u00A03456789", "+989123456789")]
    [InlineData("09991234567", "+989991234567")]
    [InlineData("02188888888", "+982188888888")]
    [InlineData("(021) 8888-8888", "+982188888888")]
    [InlineData("+98 21 88888888", "+982188888888")]
    [InlineData("0513 8888888", "+985138888888")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("0049 30 123456", "+4930123456")]
    public void A_telephone_number_is_normalised(string typed, string normal)
    {
        PhoneNumber.TryNormalize(typed, out var phone).ShouldBeTrue();
        phone.ShouldBe(normal);
    }

    [Theory]
    [InlineData("0912345678")] // one digit short
    [InlineData("091234567890")]
    [InlineData("01288888888")] // no such province
    [InlineData("88888888")] // no area code
    [InlineData("+98123")]
    [InlineData("+9912345678901234567")]
    [InlineData("0912345678a")]
    [InlineData("118")]
    [InlineData("")]
    [InlineData(null)]
    public void A_wrong_telephone_number_is_refused(string? typed) => PhoneNumber.TryNormalize(typed, out _).ShouldBeFalse();

    [Fact]
    public void Every_province_has_its_code()
    {
        var codes = Enumerable.Range(0, 100).Where(code => PhoneNumber.TryNormalize($"0{code:00}88888888", out var e164) && e164.StartsWith("+98") && !PhoneNumber.IsMobile(e164));
        codes.Count().ShouldBe(31);
    }

    [Fact]
    public void A_number_is_shown_in_groups()
    {
        PhoneNumber.Format("+989123456789").ShouldBe("0912 345 6789");
        PhoneNumber.Format("+982188888888").ShouldBe("021 8888 8888");
        PhoneNumber.Format("+442079460958").ShouldBe("+442079460958");
    }

    [Theory]
    [InlineData(" Sara@Example.IR ", "sara@example.ir")]
    [InlineData("a.b+c@mail.example.com", "a.b+c@mail.example.com")]
    [InlineData("sara۱@example.ir", "sara1@example.ir")]
    [InlineData("sara@example", null)]
    [InlineData("sara@@example.ir", null)]
    [InlineData("Sara <sara@example.ir>", null)]
    [InlineData("sara example.ir", null)]
    [InlineData("sara@example..ir", null)]
    [InlineData("@example.ir", null)]
    [InlineData("", null)]
    public void An_email_address_is_normalised_or_refused(string typed, string? normal)
    {
        EmailAddress.TryNormalize(typed, out var email).ShouldBe(normal is not null);
        if (normal is not null)
        {
            email.ShouldBe(normal);
        }
    }

    [Theory]
    [InlineData("1234567890", true)]
    [InlineData("۱۹۳۹۵-۳۳۱۱۱", true)]
    [InlineData("0234567890", false)]
    [InlineData("2234567890", false)]
    [InlineData("123456789", false)]
    public void A_postal_code_has_ten_digits(string typed, bool valid) => PostalCode.TryNormalize(typed, out _).ShouldBe(valid);
}
