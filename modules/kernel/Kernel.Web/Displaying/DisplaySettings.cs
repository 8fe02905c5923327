namespace Kernel.Displaying;

public enum DisplayCalendar { Jalali, Gregorian }

public enum DisplayDigits { Persian, Latin }

/// <summary>The unit in which people read and write amounts in rial. One toman is ten rials; only rials are stored.</summary>
public enum RialUnit { Rial, Toman }

/// <summary>How one reader sees dates, numbers and amounts. Language is separate: it is the request's UI culture.</summary>
public record DisplaySettings(
    DisplayCalendar Calendar, DisplayDigits Digits, RialUnit RialUnit, DayOfWeek WeekStart, DayOfWeek Weekend, TimeZoneInfo Zone)
{
    public const string CookieName = "Workspace.Display";

    public static IReadOnlyList<string> Names { get; } =
        [nameof(Calendar), nameof(Digits), nameof(RialUnit), nameof(WeekStart), nameof(Weekend), nameof(Zone)];

    /// <summary>What a language's readers expect before they choose for themselves.</summary>
    public static DisplaySettings Default(string language) => language == "fa"
        ? new(DisplayCalendar.Jalali, DisplayDigits.Persian, RialUnit.Rial, DayOfWeek.Saturday, DayOfWeek.Friday, DefaultZone)
        : new(DisplayCalendar.Gregorian, DisplayDigits.Latin, RialUnit.Rial, DayOfWeek.Monday, DayOfWeek.Sunday, DefaultZone);

    private static TimeZoneInfo DefaultZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran");

    /// <summary>Reads the cookie's text; what is missing or unknown keeps the default.</summary>
    public static DisplaySettings Parse(string? cookie, DisplaySettings defaults)
    {
        var settings = defaults;
        foreach (var part in (cookie ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split(':', 2) is [var name, var value])
            {
                settings = settings.With(name, value);
            }
        }
        return settings;
    }

    /// <summary>One setting changed by its name; an unknown name or value changes nothing.</summary>
    public DisplaySettings With(string name, string? value) => name switch
    {
        nameof(Calendar) when Is<DisplayCalendar>(value, out var calendar) => this with { Calendar = calendar },
        nameof(Digits) when Is<DisplayDigits>(value, out var digits) => this with { Digits = digits },
        nameof(RialUnit) when Is<RialUnit>(value, out var unit) => this with { RialUnit = unit },
        nameof(WeekStart) when Is<DayOfWeek>(value, out var day) => this with { WeekStart = day },
        nameof(Weekend) when Is<DayOfWeek>(value, out var day) => this with { Weekend = day },
        nameof(Zone) when value is not null && TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) => this with { Zone = zone },
        _ => this,
    };

    /// <summary>The cookie's text.</summary>
    public override string ToString() =>
        $"Calendar:{Calendar}.Digits:{Digits}.RialUnit:{RialUnit}.WeekStart:{WeekStart}.Weekend:{Weekend}.Zone:{Zone.Id}";

    private static bool Is<T>(string? value, out T parsed) where T : struct, Enum => Enum.TryParse(value, out parsed) && Enum.IsDefined(parsed);
}
