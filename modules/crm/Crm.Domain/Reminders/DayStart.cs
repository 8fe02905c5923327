namespace Crm.Activities;

/// <summary>When a working day begins: a reminder of something that has a day and no time is counted from there.</summary>
public sealed record DayStart(TimeOnly At, TimeZoneInfo Zone)
{
    /// <summary>8 o'clock in Tehran.</summary>
    public static DayStart Usual { get; } = In(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran"));

    public static DayStart In(TimeZoneInfo zone) => new(new TimeOnly(8, 0), zone);

    /// <returns>UTC.</returns>
    public DateTime On(DateOnly day)
    {
        var local = day.ToDateTime(At);
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Zone);
    }
}
