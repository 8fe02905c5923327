using System.Globalization;
using Kernel.Calendars;
using Kernel.Localization;
using Kernel.Monetary;
using Kernel.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Timing;

namespace Kernel.Displaying;

/// <summary>The settings come from the reader's cookie, then from the setting system, then from what his language's readers expect.</summary>
public class Display : IDisplay, IScopedDependency
{
    private static readonly string[] Iso8601 = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private readonly IClock _clock;
    private readonly IStringLocalizer<KernelWebResource> _texts;
    private readonly Lazy<DisplaySettings> _settings;

    public Display(IHttpContextAccessor http, IClock clock, IStringLocalizer<KernelWebResource> texts)
    {
        (_clock, _texts) = (clock, texts);
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fa" ? "fa" : "en";
        // Not before it is asked for: filters that hold this are made before the one that reads the settings has run.
        _settings = new(() => DisplaySettings.Parse(
            http.HttpContext?.Request.Cookies[DisplaySettings.CookieName],
            DisplayDefaultsFilter.Apply(DisplaySettings.Default(Language), http.HttpContext)));
    }

    /// <summary>Of a reader who has no request.</summary>
    internal Display(string language, DisplaySettings settings, IClock clock, IStringLocalizer<KernelWebResource> texts)
    {
        (_clock, _texts, Language) = (clock, texts, language);
        _settings = new(settings);
    }

    public string Language { get; }
    public bool IsRtl => Language == "fa";
    public DisplaySettings Settings => _settings.Value;

    public DateOnly Today => LocalDay(_clock.Now.ToUniversalTime());
    public DateOnly LocalDay(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    public string Date(DateOnly date) => Digits(Settings.Calendar == DisplayCalendar.Jalali
        ? JalaliCalendar.Format(date)
        : date.ToString(IsRtl ? "yyyy/MM/dd" : "d MMM yyyy", CultureInfo.InvariantCulture));

    public string LongDate(DateOnly date) => Digits(Settings.Calendar == DisplayCalendar.Jalali
        ? JalaliCalendar.FormatLong(date, Language)
        : JalaliCalendar.DayName(date.DayOfWeek, Language) + " " + date.ToString(IsRtl ? "yyyy/MM/dd" : "d MMMM yyyy", CultureInfo.InvariantCulture));

    public string DateTime(DateTime utc) => Date(LocalDay(utc)) + (IsRtl ? "، " : ", ") + Time(utc);
    public string Day(DateTime utc) => Date(LocalDay(utc));
    public string Time(DateTime utc) => Digits(Local(utc).ToString("HH:mm", CultureInfo.InvariantCulture));

    public string Money(Money money) => Amount(money) + " " + Unit(money.Currency);
    public string Amount(Money money) => Format(InUnit(money), ShowsToman(money.Currency) ? 0 : Currencies.Exponent(money.Currency), group: true);

    public string Unit(string currency) =>
        ShowsToman(currency) ? _texts["Toman"] : _texts["Currency:" + currency] is { ResourceNotFound: false } word ? word : currency;

    public string Number(decimal number) => Format(number, 0, group: true);
    public string Percent(decimal fraction) => Format(Math.Round(fraction * 100, 1, MidpointRounding.AwayFromZero), 0, group: true) + (Settings.Digits == DisplayDigits.Persian ? "٪" : "%");

    public string Phone(string? e164) => Digits(PhoneText.Format(e164));
    public string Digits(string? text) =>
        Settings.Digits == DisplayDigits.Persian && text?.Any(char.IsAsciiLetter) != true ? PersianText.ToPersianDigits(text) : text ?? "";

    public string DateInput(DateOnly date) => Digits(Settings.Calendar == DisplayCalendar.Jalali
        ? JalaliCalendar.Format(date)
        : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public string DateTimeInput(DateTime utc) => DateInput(LocalDay(utc)) + " " + Time(utc);
    public string NumberInput(decimal number) => Format(number, 0, group: false);
    public string AmountInput(Money money) => Format(InUnit(money), ShowsToman(money.Currency) ? 0 : Currencies.Exponent(money.Currency), group: true);

    public bool TryParseDate(string? text, out DateOnly date) =>
        DateText.TryParse(text, Settings.Calendar, out date);

    public bool TryParseDateTime(string? text, out DateTime utc)
    {
        if (System.DateTime.TryParseExact(text, Iso8601, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out utc))
        {
            return true;
        }
        var parts = PersianText.ToAsciiDigits(PersianText.Clean(text)).Split([' ', '،', ',', 'T'], StringSplitOptions.RemoveEmptyEntries);
        var time = TimeOnly.MinValue;
        if (parts.Length is not (1 or 2) || !TryParseDate(parts[0], out var day) || (parts.Length == 2 && !TryParseTime(parts[1], out time)))
        {
            return false;
        }
        var local = day.ToDateTime(time);
        utc = TimeZoneInfo.ConvertTimeToUtc(Settings.Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Settings.Zone);
        return true;
    }

    public bool TryParseTime(string? text, out TimeOnly time) => TimeOnly.TryParseExact(
        PersianText.ToAsciiDigits(PersianText.Clean(text)).Trim(), ["H:mm", "HH:mm", "%H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    public bool TryParseNumber(string? text, out decimal number) => NumberText.TryParse(text, out number);

    public bool TryParseMoney(string? text, string currency, out Money money) => TryParseMoney(text, currency, Settings.RialUnit, out money);

    public bool TryParseMoney(string? text, string currency, RialUnit unit, out Money money)
    {
        money = Monetary.Money.Zero(currency);
        if (!Currencies.IsKnown(currency))
        {
            return false;
        }
        var (amountText, named) = RialUnitText.Take(PersianText.Clean(text));
        if ((named is not null && currency != Currencies.Rial) || !TryParseNumber(amountText, out var amount))
        {
            return false;
        }
        var factor = currency == Currencies.Rial && (named ?? unit) == RialUnit.Toman ? 10 : 1;
        if (Math.Abs(amount) > 9_000_000_000_000_000m / factor)
        {
            return false;
        }
        money = Monetary.Money.Of(amount * factor, currency);
        return true;
    }

    private bool ShowsToman(string currency) => currency == Currencies.Rial && Settings.RialUnit == RialUnit.Toman;
    private decimal InUnit(Money money) => ShowsToman(money.Currency) ? money.ToDecimal() / 10 : money.ToDecimal();
    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(System.DateTime.SpecifyKind(utc, DateTimeKind.Utc), Settings.Zone);

    private string Format(decimal number, int decimals, bool group)
    {
        var pattern = (group ? "#,##0" : "0") + "." + new string('0', decimals) + new string('#', 6 - decimals);
        var text = number.ToString(pattern, CultureInfo.InvariantCulture);
        return Settings.Digits == DisplayDigits.Latin
            ? text.Replace('-', '\u2212')
            : Digits(text).Replace(',', '٬').Replace('.', '٫').Replace('-', '\u2212');
    }
}
