using Kernel.Monetary;

namespace Kernel.Displaying;

/// <summary>
/// How the reader of this request sees and types dates, numbers and amounts: his language, calendar, digits, week start,
/// weekend, time zone and money unit. Machine text never goes through here.
/// </summary>
public interface IDisplay
{
    /// <summary>"fa" or "en".</summary>
    string Language { get; }
    bool IsRtl { get; }
    DisplaySettings Settings { get; }

    /// <summary>The reader's day, in his time zone.</summary>
    DateOnly Today { get; }
    DateOnly LocalDay(DateTime utc);

    string Date(DateOnly date);
    /// <summary>With the weekday and the month's name.</summary>
    string LongDate(DateOnly date);
    /// <summary>Day and time of an instant.</summary>
    string DateTime(DateTime utc);
    /// <summary>The day of an instant.</summary>
    string Day(DateTime utc);
    string Time(DateTime utc);

    /// <summary>With the unit's word: «۱۲٬۵۰۰ ریال».</summary>
    string Money(Money money);
    /// <summary>Without the unit's word, in the unit that <see cref="Unit"/> names.</summary>
    string Amount(Money money);
    /// <summary>The word for the unit amounts of a currency are shown in: ریال, تومان, US dollar.</summary>
    string Unit(string currency);
    string Number(decimal number);
    /// <param name="fraction">0.1 is ten percent.</param>
    string Percent(decimal fraction);
    /// <summary>A telephone number as people write it: 0912 345 6789.</summary>
    string Phone(string? e164);
    /// <summary>Any text with the reader's digits; a code with Latin letters, such as INV-1405-12, keeps its own.</summary>
    string Digits(string? text);

    /// <summary>What a form's text box holds for a value; <c>TryParse…</c> reads it back.</summary>
    string DateInput(DateOnly date);
    string DateTimeInput(DateTime utc);
    string NumberInput(decimal number);
    string AmountInput(Money money);

    /// <summary>Reads the reader's calendar; a four-digit year tells the other one apart.</summary>
    bool TryParseDate(string? text, out DateOnly date);
    /// <summary>Reads the reader's calendar and time zone, to the minute; with seconds it is ISO 8601 as programs write it, UTC unless it says otherwise.</summary>
    bool TryParseDateTime(string? text, out DateTime utc);
    bool TryParseTime(string? text, out TimeOnly time);
    /// <summary>Any digits, with or without group signs; «هزار», «میلیون» and «میلیارد» multiply.</summary>
    bool TryParseNumber(string? text, out decimal number);
    /// <summary>In the reader's unit, unless the text names one: «۱۰۰۰ میلیون ریال».</summary>
    bool TryParseMoney(string? text, string currency, out Money money);
    /// <param name="unit">In which an amount of rials without a unit's word is read.</param>
    bool TryParseMoney(string? text, string currency, RialUnit unit, out Money money);
}
