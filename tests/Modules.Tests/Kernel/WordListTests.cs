using System.Globalization;
using Kernel.Texts;
using Shouldly;
using Xunit;

namespace Modules.Tests.Kernel;

public class WordListTests
{
    [Theory]
    [InlineData("fa", "تهران، قم")]
    [InlineData("fa-IR", "تهران، قم")]
    [InlineData("en", "تهران, قم")]
    public void Words_are_listed_as_their_readers_language_does(string language, string listed)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        new[] { "تهران", "قم" }.Listed().ShouldBe(listed);
    }
}
