using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Settings;

namespace Volo.Abp.Timing;

[DependsOn(typeof(AbpLocalizationModule), typeof(AbpSettingsModule))]
public class AbpTimingModule : AbpModule;

public class AbpClockOptions
{
    public DateTimeKind Kind { get; set; } = DateTimeKind.Unspecified;
}

public interface IClock
{
    DateTime Now { get; }
    DateTimeKind Kind { get; }
    bool SupportsMultipleTimezone { get; }
    DateTime Normalize(DateTime dateTime);
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Parameter)]
public class DisableDateTimeNormalizationAttribute : Attribute;

[ExposeServices(typeof(IClock))]
internal sealed class Clock(IOptions<AbpClockOptions> options) : IClock, ITransientDependency
{
    public DateTimeKind Kind => options.Value.Kind;
    public bool SupportsMultipleTimezone => Kind == DateTimeKind.Utc;
    public DateTime Now => Kind == DateTimeKind.Utc ? DateTime.UtcNow : DateTime.Now;

    public DateTime Normalize(DateTime dateTime) => (Kind, dateTime.Kind) switch
    {
        (DateTimeKind.Unspecified, _) => dateTime,
        var (own, given) when own == given => dateTime,
        (DateTimeKind.Local, DateTimeKind.Utc) => dateTime.ToLocalTime(),
        (DateTimeKind.Utc, DateTimeKind.Local) => dateTime.ToUniversalTime(),
        _ => DateTime.SpecifyKind(dateTime, Kind)
    };
}
