using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Workspace.Data.Compiled;

/// <summary>
/// Times as the workspace's clock makes them (<c>AbpClockOptions.Kind</c> is UTC): what is written becomes UTC, what is read is UTC.
/// ABP's own converter holds a clock, of which no code can be made.
/// </summary>
public sealed class UtcTimes() : ValueConverter<DateTime, DateTime>(time => Write(time), time => Read(time))
{
    // A converter compiles its expressions at the first use; in a compiled model each column has one of its own.
    private static readonly Func<object?, object?> Written = value => value is DateTime time ? Write(time) : null, Found = value => value is DateTime time ? Read(time) : null;

    public override Func<object?, object?> ConvertToProvider => Written;
    public override Func<object?, object?> ConvertFromProvider => Found;

    public static DateTime Write(DateTime time) => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : Read(time);
    public static DateTime Read(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
