namespace Kernel.Calendars;

/// <summary>
/// When a business works: hours for each day of the week, so that a half day is one with shorter hours, and days off by date. Lunar
/// holidays follow sighting and are known by a yearly table only. Instants are in UTC, hours in the business's zone.
/// </summary>
/// <param name="week">A day that is left out is off.</param>
public sealed class WorkingTime(IReadOnlyDictionary<DayOfWeek, WorkingHours> week, IReadOnlySet<DateOnly> daysOff, TimeZoneInfo zone)
{
    /// <summary>A search that finds no hours within so many days gives up: the business never works.</summary>
    private const int MaxDays = 400;

    /// <returns>Of the time from one instant to another only that in which the business works; zero for a later first one.</returns>
    public TimeSpan Between(DateTime fromUtc, DateTime toUtc)
    {
        var (from, to) = (Local(fromUtc), Local(toUtc));
        var worked = TimeSpan.Zero;
        for (var day = DateOnly.FromDateTime(from); day <= DateOnly.FromDateTime(to); day = day.AddDays(1))
        {
            if (HoursOf(day) is { } hours)
            {
                var (begin, end) = (Later(day.ToDateTime(hours.From), from), Earlier(day.ToDateTime(hours.To), to));
                worked += end > begin ? end - begin : TimeSpan.Zero;
            }
        }
        return worked;
    }

    /// <returns>The instant at which the business has worked so long since another; null when it never works.</returns>
    public DateTime? After(DateTime fromUtc, TimeSpan work)
    {
        var (from, left) = (Local(fromUtc), work);
        var first = DateOnly.FromDateTime(from);
        for (var day = first; day < first.AddDays(MaxDays); day = day.AddDays(1))
        {
            if (HoursOf(day) is not { } hours)
            {
                continue;
            }
            var (begin, end) = (Later(day.ToDateTime(hours.From), from), day.ToDateTime(hours.To));
            if (end > begin && end - begin >= left)
            {
                return Utc(begin + left);
            }
            left -= end > begin ? end - begin : TimeSpan.Zero;
        }
        return null;
    }

    public bool IsWorkday(DateOnly day) => HoursOf(day) is not null;

    /// <returns>The day itself, or the first workday after it.</returns>
    public DateOnly NextWorkday(DateOnly day)
    {
        for (var next = day; next < day.AddDays(MaxDays); next = next.AddDays(1))
        {
            if (IsWorkday(next)) { return next; }
        }
        return day;
    }

    private WorkingHours? HoursOf(DateOnly day) => !daysOff.Contains(day) && week.TryGetValue(day.DayOfWeek, out var hours) ? hours : null;

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    private DateTime Utc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}

/// <param name="To">After <paramref name="From"/>, on the same day.</param>
public readonly record struct WorkingHours(TimeOnly From, TimeOnly To);
