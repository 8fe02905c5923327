using Kernel.Texts;
using Shouldly;
using Xunit;

namespace Modules.Tests.Kernel;

public class PersianTextTests
{
    [Theory]
    [InlineData("علي", "علی")] // Arabic ye
    [InlineData("موسى", "موسی")] // alef maksura
    [InlineData("كتاب", "کتاب")] // Arabic kaf
    [InlineData("ﻙﺘﺎﺏ", "کتاب")] // presentation forms
    [InlineData("ﻼ", "لا")]
    [InlineData("می\u200Cرود", "می\u200Cرود")] // the non-joiner is part of the word
    [InlineData("می \u200C رود", "می\u200Cرود")]
    [InlineData("  علی \u00A0  رضا\t", "علی رضا")]
    [InlineData("عـــلی", "علی")] // tatweel
    [InlineData("\u200Fعلی\u200E \u202Bرضا\u202C\u2067\u2069\uFEFF\u200B\u200D", "علی رضا")]
    [InlineData("ا\u0653ب", "آب")] // alef and madda apart
    [InlineData("۱۲٣4", "۱۲٣4")] // digits stay as typed
    [InlineData("Acme  Ltd", "Acme Ltd")]
    [InlineData("خط یک \r\n خط دو\n\nخط سه", "خط یک\nخط دو\n\nخط سه")]
    [InlineData("½ m²", "½ m²")] // only presentation forms are unfolded
    [InlineData(null, "")]
    public void The_stored_form_is_what_people_see(string? typed, string stored) => PersianText.Clean(typed).ShouldBe(stored);

    [Theory]
    [InlineData("آأإٱ", "اااا")]
    [InlineData("مؤسسه", "موسسه")]
    [InlineData("رئیس", "رییس")]
    [InlineData("خانة", "خانه")]
    [InlineData("خانۀ", "خانه")]
    [InlineData("انشاء", "انشا")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("رحمٰن", "رحمن")]
    [InlineData("۱۲٣4", "1234")]
    [InlineData("ACME Co", "acme co")]
    [InlineData("علي  رضا", "علی رضا")]
    [InlineData("علی\u200Cرضا", "علیرضا")]
    public void The_search_key_folds_what_people_write_differently(string typed, string key) => PersianText.SearchKey(typed).ShouldBe(key);

    [Theory]
    [InlineData("علی رضا")]
    [InlineData("علی\u200Cرضا")]
    [InlineData("عليرضا")]
    [InlineData(" علیـرِضا\u200F")]
    public void Words_written_apart_or_together_have_one_compact_key(string typed) => PersianText.CompactKey(typed).ShouldBe("علیرضا");

    [Fact]
    public void Digits_fold_both_ways()
    {
        PersianText.ToAsciiDigits("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ ۱٬۲۳۴٫۵٪").ShouldBe("0123456789 0123456789 1,234.5%");
        PersianText.ToPersianDigits("1405/09/01 A").ShouldBe("۱۴۰۵/۰۹/۰۱ A");
    }

    [Fact]
    public void Folding_twice_changes_nothing_whatever_is_typed()
    {
        var random = new Random(14050901);
        const string alphabet = "علي كىآأؤئةۀءًٰـ \u200C\u00A0\u200F\u0653\uFEFFﻙﻼ۱٢3Ab\t\n\r\uD83D\uDE00é";
        for (var i = 0; i < 20_000; i++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var (clean, words, compact) = (PersianText.Clean(typed), PersianText.SearchKey(typed), PersianText.CompactKey(typed));
            PersianText.Clean(clean).ShouldBe(clean, typed);
            PersianText.SearchKey(words).ShouldBe(words, typed);
            PersianText.CompactKey(compact).ShouldBe(compact, typed);
            PersianText.SearchKey(clean).ShouldBe(words, typed);
            words.Replace(" ", "").ShouldBe(compact, typed);
        }
    }
}
