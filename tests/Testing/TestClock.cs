using Volo.Abp.Timing;

namespace Testing;

/// <summary>The clock, which a test may set. UTC.</summary>
public sealed class TestClock : IClock
{
    private static readonly AsyncLocal<DateTime?> Set = new();

    /// <summary>What the clock says from now on in this test; null for the real time.</summary>
    public static DateTime? Fixed
    {
        get => Set.Value;
        set => Set.Value = value;
    }

    public DateTime Now => Set.Value ?? DateTime.UtcNow;
    public DateTimeKind Kind => DateTimeKind.Utc;
    public bool SupportsMultipleTimezone => true;
    public DateTime Normalize(DateTime dateTime) => dateTime.Kind == DateTimeKind.Local ? dateTime.ToUniversalTime() : DateTime.SpecifyKind(dateTime, DateTimeKind.Utc);
    public DateTime ConvertToUserTime(DateTime utcDateTime) => utcDateTime;
    public DateTimeOffset ConvertToUserTime(DateTimeOffset dateTimeOffset) => dateTimeOffset;
    public DateTime ConvertToUtc(DateTime dateTime) => Normalize(dateTime);
}

/// <summary>The same clock for the framework: cookies and what they are checked by.</summary>
internal sealed class TestTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(DateTime.SpecifyKind(TestClock.Fixed ?? DateTime.UtcNow, DateTimeKind.Utc));
}
