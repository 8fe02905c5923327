using Kernel.Localization;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.Settings;
using Volo.Abp.Timing;

namespace Kernel.Displaying;

/// <summary>How the current user reads where there is no request: for what is written to him later, such as a mail.</summary>
public class ReaderDisplays(ISettingProvider settings, IClock clock, IStringLocalizer<KernelWebResource> texts) : ITransientDependency
{
    /// <param name="language">Where the user has none of his own; null for the organisation's.</param>
    /// <returns>Its language is not that of the texts: use it by <c>CultureHelper</c>.</returns>
    public virtual async Task<IDisplay> GetAsync(string? language = null)
    {
        var known = language ?? await settings.GetOrNullAsync(LocalizationSettingNames.DefaultLanguage) ?? "fa";
        known = known.StartsWith("fa", StringComparison.Ordinal) ? "fa" : "en";
        var display = DisplaySettings.Default(known);
        foreach (var setting in await settings.GetAllAsync([.. DisplaySettingNames.All]))
        {
            display = display.With(setting.Name[DisplaySettingNames.Prefix.Length..], setting.Value);
        }
        return new Display(known, display, clock, texts);
    }
}
