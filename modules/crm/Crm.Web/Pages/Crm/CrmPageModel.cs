using Crm.Localization;
using Kernel.Monetary;
using Kernel.Web;
using Microsoft.AspNetCore.Authorization;

namespace Crm.Web;

public abstract class CrmPageModel : KernelPageModel
{
    protected CrmPageModel() => LocalizationResourceType = typeof(CrmResource);

    protected async Task<bool> MayAsync(string permission) => await AuthorizationService.IsGrantedAsync(permission);

    /// <summary>The currency chosen beside an amount, or what the page has read.</summary>
    /// <param name="field">The amount's name in the form, such as <c>Input.Amount</c>.</param>
    protected string CurrencyOf(string field, string read) =>
        Request.HasFormContentType && Request.Form[field + ".Currency"].ToString() is var posted && Currencies.IsKnown(posted) ? posted : read;

    /// <summary>A day and time of the reader's clock as an instant in UTC; null without a time.</summary>
    protected DateTime? Instant(DateOnly? day, TimeOnly? time)
    {
        if (day is null || time is null)
        {
            return null;
        }
        var zone = Display.Settings.Zone;
        var local = day.Value.ToDateTime(time.Value);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    protected TimeOnly? LocalTime(DateTime? utc) =>
        utc is { } instant ? TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, Display.Settings.Zone)) : null;
}
