using System.Globalization;
using Abp.Tests.Shop;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.Localization;

namespace Abp.Tests.Behaviour;

/// <summary>Point 14: texts fall back along the cultures, and a value that is no text is refused. (Error codes: see <see cref="HttpTests"/>.)</summary>
public class LocalizationTests(ShopApp shop) : IClassFixture<ShopApp>
{
    [Theory]
    [InlineData("en", "Hello Sara")]
    [InlineData("fa", "سلام Sara")]
    [InlineData("fa-IR", "سلام Sara")]
    [InlineData("de", "Hello Sara")]
    public void A_text_is_found_in_the_culture_its_parent_or_the_default(string culture, string text) =>
        In(culture, () => Texts()["Hello", "Sara"].Value).ShouldBe(text);

    [Fact]
    public void What_only_the_default_culture_has_is_shown_in_it() =>
        In("fa", () => (string)Texts()["OnlyEnglish"]).ShouldBe("Only in English");

    [Fact]
    public void An_unknown_key_is_its_own_text()
    {
        var text = Texts()["No such key"];
        text.Value.ShouldBe("No such key");
        text.ResourceNotFound.ShouldBeTrue();
    }

    [Fact]
    public void A_value_that_is_no_text_is_refused() =>
        Should.Throw<AbpException>(() => In("en", () => shop.Services.GetRequiredService<IStringLocalizer<BrokenResource>>()["Nested"].Value))
            .Message.ShouldContain("Invalid localization file format");

    [Fact]
    public void A_localizable_string_waits_for_its_culture()
    {
        var text = LocalizableString.Create<ShopResource>("OnlyEnglish");
        In("en", () => text.Localize(shop.Services.GetRequiredService<IStringLocalizerFactory>()).Value).ShouldBe("Only in English");
    }

    private IStringLocalizer Texts() => shop.Services.GetRequiredService<IStringLocalizer<ShopResource>>();

    private static T In<T>(string culture, Func<T> read)
    {
        using (CultureHelper.Use(culture)) { return read(); }
    }
}
