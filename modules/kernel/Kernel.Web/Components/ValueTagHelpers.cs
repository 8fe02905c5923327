using System.Globalization;
using Kernel.Displaying;
using Kernel.Monetary;
using Kernel.Rights;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kernel.Components;

/// <summary>A value inside text, in the reader's digits; a missing one is a dash.</summary>
public abstract class ValueTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
        if (Content(output) is { } content)
        {
            output.Content.SetHtmlContent(content);
        }
        else
        {
            output.AddCssClass("ui-none");
            output.Content.SetContent("—");
        }
    }

    protected abstract IHtmlContent? Content(TagHelperOutput output);
}

/// <summary>An amount with the word of its unit.</summary>
[HtmlTargetElement("ui-money")]
public class MoneyTagHelper(IDisplay display) : ValueTagHelper
{
    public Money? Value { get; set; }
    /// <summary>Leaves the unit's word out, where a heading names it.</summary>
    public bool Bare { get; set; }
    /// <summary>good, warn, bad or none.</summary>
    public string? Tone { get; set; }
    /// <summary>There is an amount, but the reader sees it covered.</summary>
    public bool Covered { get; set; }

    protected override IHtmlContent? Content(TagHelperOutput output)
    {
        if (Value is not { Currency: not null } money)
        {
            return Covered ? Markup.Text(Rights.Covered.Text) : null;
        }
        output.AddCssClass("ui-money" + (money.IsZero ? " ui-zero" : string.IsNullOrEmpty(Tone) ? "" : " ui-tone-" + Tone));
        return Markup.Html(Markup.Ltr(display.Amount(money)),
            Bare ? null : Markup.Html(Markup.Raw("&nbsp;"), Markup.Of("span", "ui-unit", Markup.Text(display.Unit(money.Currency)))));
    }
}

/// <summary>A day, or the day and time of an instant.</summary>
[HtmlTargetElement("ui-date")]
public class DateTagHelper(IDisplay display) : ValueTagHelper
{
    public DateOnly? Value { get; set; }
    /// <summary>In UTC.</summary>
    public DateTime? Instant { get; set; }
    /// <summary>Of an instant, shows the day only.</summary>
    public bool DayOnly { get; set; }
    public bool Long { get; set; }
    public string? Tone { get; set; }

    protected override IHtmlContent? Content(TagHelperOutput output)
    {
        if (Value is null && Instant is null)
        {
            return null;
        }
        output.TagName = "time";
        output.AddCssClass(string.IsNullOrEmpty(Tone) ? "ui-date" : "ui-date ui-tone-" + Tone);
        output.Attributes.SetAttribute("datetime", Value is { } day ? day.ToString("O", CultureInfo.InvariantCulture) : Instant!.Value.ToString("s", CultureInfo.InvariantCulture) + "Z");
        if (Long)
        {
            return Markup.Text(display.LongDate(Value ?? display.LocalDay(Instant!.Value)));
        }
        return Value is { } date ? Markup.Ltr(display.Date(date))
            : DayOnly ? Markup.Ltr(display.Day(Instant!.Value))
            : Markup.Html(Markup.Ltr(display.Day(Instant!.Value)), Markup.Raw("&ensp;"), Markup.Ltr(display.Time(Instant.Value), "ui-time"));
    }
}

[HtmlTargetElement("ui-number")]
public class NumberTagHelper(IDisplay display) : ValueTagHelper
{
    public decimal? Value { get; set; }
    /// <summary>Shown behind the number.</summary>
    public string? Unit { get; set; }
    /// <summary>The value is a fraction: 0.1 is ten percent.</summary>
    public bool Percent { get; set; }

    protected override IHtmlContent? Content(TagHelperOutput output)
    {
        output.AddCssClass("ui-number");
        return Value is not { } number ? null
            : Markup.Html(Markup.Ltr(Percent ? display.Percent(number) : display.Number(number)),
                Unit is null ? null : Markup.Html(Markup.Raw("&nbsp;"), Markup.Of("span", "ui-unit", Markup.Text(Unit))));
    }
}

/// <summary>A telephone number that can be called.</summary>
[HtmlTargetElement("ui-phone")]
public class PhoneTagHelper(IDisplay display) : ValueTagHelper
{
    /// <summary>As stored: +989123456789.</summary>
    public string? Value { get; set; }

    protected override IHtmlContent? Content(TagHelperOutput output) => string.IsNullOrEmpty(Value) ? null
        : Covered.Is(Value) ? Markup.Ltr(display.Phone(Value), "ui-phone")
        : Markup.Of("a", "ui-phone", Markup.Ltr(display.Phone(Value))).With("href", "tel:" + Value);
}

/// <summary>A document's number, an identifier, an address of mail: left to right in any text.</summary>
[HtmlTargetElement("ui-code")]
public class CodeTagHelper(IDisplay display) : ValueTagHelper
{
    public string? Value { get; set; }
    public string? Url { get; set; }

    protected override IHtmlContent? Content(TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Value))
        {
            return null;
        }
        var code = Markup.Ltr(display.Digits(Value), "ui-code");
        return string.IsNullOrEmpty(Url) ? code : Markup.Of("a", "ui-code-link", code).With("href", Url);
    }
}

/// <summary>A person or company with initials, and a second line if there is something to add.</summary>
[HtmlTargetElement("ui-person")]
public class PersonTagHelper : TagHelper
{
    public string? Name { get; set; }
    public string? Sub { get; set; }
    public string? Url { get; set; }
    /// <summary>Smaller, inside a line of text.</summary>
    public bool Inline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
        if (string.IsNullOrEmpty(Name))
        {
            output.AddCssClass("ui-none");
            output.Content.SetContent("—");
            return;
        }
        output.AddCssClass(Inline ? "ui-person ui-person-inline" : "ui-person");
        var name = string.IsNullOrEmpty(Url) ? Markup.Of("span", "ui-person-name", Markup.Text(Name)) : Markup.Of("a", "ui-person-name", Markup.Text(Name)).With("href", Url);
        output.Content.SetHtmlContent(Markup.Html(Markup.Avatar(Name),
            Markup.Of("span", "ui-person-text", name, string.IsNullOrEmpty(Sub) ? null : Markup.Of("span", "ui-person-sub", Markup.Text(Sub)))));
    }
}

[HtmlTargetElement("ui-status")]
public class StatusTagHelper : TagHelper
{
    /// <summary>The state's stable name, for tests and styles.</summary>
    public string? Key { get; set; }
    public string Text { get; set; } = "";
    /// <summary>neutral, good, warn, bad or info.</summary>
    public string Tone { get; set; } = "neutral";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("span", TagMode.StartTagAndEndTag);
        output.AddCssClass("ui-status ui-status-" + Tone);
        if (Key is not null)
        {
            output.Attributes.SetAttribute("data-status", Key);
        }
        output.Content.SetContent(Text);
    }
}

[HtmlTargetElement("ui-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public class IconTagHelper : TagHelper
{
    public string? Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Icon(Name));
    }
}

/// <summary>Initials on a colour of their own.</summary>
[HtmlTargetElement("ui-avatar", TagStructure = TagStructure.NormalOrSelfClosing)]
public class AvatarTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Avatar(Name));
    }
}
