using System.Text.RegularExpressions;

namespace Workspace.Tests.Architecture;

/// <summary>
/// The content security policy knows neither inline script nor inline style: what a page wants to do stands in our script files,
/// how it looks in our style sheets. A width that depends on data is an SVG attribute or a class.
/// </summary>
public partial class NoInlineCodeTests
{
    [Fact]
    public void No_page_and_no_tag_helper_holds_inline_script_or_style()
    {
        var files = Sources("*.cshtml").Concat(Sources("*.cs"))
            .Where(file => Path.GetFileName(file) != "StatementPaper.cs").ToList(); // the body of a mail: programs for mail read no style sheet
        files.Count.ShouldBeGreaterThan(200);

        files.SelectMany(file => File.ReadLines(file)
                .Select((line, index) => (line, Where: $"{Path.GetRelativePath(Root, file)}:{index + 1}"))
                .Where(found => (file.EndsWith(".cshtml", StringComparison.Ordinal) ? InMarkup() : InCode()).IsMatch(found.line))
                .Select(found => $"{found.Where}: {found.line.Trim()}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_script_of_ours_evaluates_text_or_writes_a_style_attribute() =>
        Sources("*.js").Where(file => file.Contains($"{Path.DirectorySeparatorChar}assets{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => InScript().IsMatch(File.ReadAllText(file))).ShouldBeEmpty();

    [Theory]
    [InlineData("<b style=\"width:1px\">")]
    [InlineData("<style>")]
    [InlineData("<script>go()</script>")]
    [InlineData("<a href=\"javascript:go()\">")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<p hx-on:click=\"go()\">")]
    [InlineData("<p hx-vals='js:{a:1}'>")]
    public void Each_kind_is_recognised(string line) => InMarkup().IsMatch(line).ShouldBeTrue();

    [Theory]
    [InlineData("<script src=\"~/x.js\" defer></script>")]
    [InlineData("<ui-status text=\"on=off\" tone=\"good\" />")]
    public void And_nothing_else(string line) => InMarkup().IsMatch(line).ShouldBeFalse();

    [GeneratedRegex("""\sstyle\s*=|<style|<script(?![^>]*\ssrc=)|javascript:|[\s"']on[a-z]+\s*=\s*["'@]|hx-on|hx-(vals|headers)\s*=\s*["'](js|javascript):""", RegexOptions.IgnoreCase)]
    private static partial Regex InMarkup();

    /// <summary>Markup in strings, and attributes by name.</summary>
    [GeneratedRegex("""<[a-z][^>"]*\sstyle=|<style|<script[^a-z]|javascript:|\("style"|<[a-z][^>"]*\son[a-z]+=|\("on[a-z]+",\s|"hx-on""", RegexOptions.IgnoreCase)]
    private static partial Regex InCode();

    [GeneratedRegex("""\beval\(|new Function\(|setAttribute\(\s*['"]style|\.cssText""")]
    private static partial Regex InScript();

    private static IEnumerable<string> Sources(string pattern) => new[] { "modules", "host" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
        .Where(file => !Regex.IsMatch(file, @"[\\/](bin|obj|node_modules|Migrations)[\\/]"));

    private static readonly string Root = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Crm.sln"))) { folder = folder.Parent; }
        return folder.FullName;
    }
}
