using System.ComponentModel.DataAnnotations;
using Crm.Activities;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Crm.Web;

/// <summary>How long before something one is reminded, as people choose it: one of the usual times, or minutes of their own, which count where they are written.</summary>
public class RemindInput
{
    private static readonly int[] Usual = [0, 10, 30, 60, 24 * 60];

    public int? Before { get; set; }

    [Range(0, ActivityConsts.MaxRemindMinutes)]
    public int? Own { get; set; }
    public ReminderBy By { get; set; } = ReminderBy.App;

    public int? Minutes => Own ?? Before;

    public static RemindInput Of(ActivityRow row) => row.RemindMinutes is not { } minutes ? new() : Usual.Contains(minutes)
        ? new() { Before = minutes, By = row.RemindBy } : new() { Own = minutes, By = row.RemindBy };

    public static IEnumerable<SelectListItem> Choices(IStringLocalizer l) =>
        Usual.Select(minutes => new SelectListItem(l["Reminder:Before." + minutes], minutes.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>A reminder in words, for where it is only read.</summary>
    public static string Text(ActivityRow row, IStringLocalizer l, Func<decimal, string> number) => row.RemindMinutes is not { } minutes ? l["Reminder:None"]
        : (Usual.Contains(minutes) ? l["Reminder:Before." + minutes] : l["Reminder:MinutesBefore", number(minutes)]) + " · " + l["Enum:ReminderBy." + row.RemindBy];
}
