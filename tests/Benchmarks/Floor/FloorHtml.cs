using System.Text;
using System.Text.Encodings.Web;
using Kernel.Calendars;
using Kernel.Texts;

namespace Benchmarks.Floor;

/// <summary>Writes the rows as the product's pages show them, by hand.</summary>
internal sealed class FloorHtml
{
    private readonly StringBuilder _html = new(64 * 1024);

    public FloorHtml Raw(string html)
    {
        _html.Append(html);
        return this;
    }

    public FloorHtml Text(string? text)
    {
        _html.Append(HtmlEncoder.Default.Encode(text ?? "—"));
        return this;
    }

    public FloorHtml Code(string? code) => Raw("<span class=\"ui-code\"><bdi dir=\"ltr\">").Raw(PersianText.ToPersianDigits(code)).Raw("</bdi></span>");

    public FloorHtml Day(DateOnly? day) => day is not { } given ? Raw("<span class=\"ui-none\">—</span>")
        : Raw("<time class=\"ui-date\" datetime=\"").Raw(given.ToString("O")).Raw("\"><bdi dir=\"ltr\">").Raw(PersianText.ToPersianDigits(JalaliCalendar.Format(given))).Raw("</bdi></time>");

    public FloorHtml Money(long? amount) => amount is not { } given ? Raw("<span class=\"ui-none\">—</span>")
        : Raw("<span class=\"ui-money\"><bdi dir=\"ltr\">").Raw(PersianText.ToPersianDigits(given.ToString("N0", CultureInfo.InvariantCulture))).Raw("</bdi>&nbsp;<span class=\"ui-unit\">ریال</span></span>");

    public override string ToString() => _html.ToString();
}
