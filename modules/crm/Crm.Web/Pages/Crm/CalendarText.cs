using Crm.Activities;
using Crm.Calendars;
using Microsoft.Extensions.Localization;

namespace Crm.Web;

/// <summary>How what stands in the calendar is called and where it leads.</summary>
public static class CalendarText
{
    public static string Title(this CalendarEntry entry, IStringLocalizer l) =>
        entry.Activity is { } activity ? activity.Title(l) : entry.Title ?? l[entry.Kind == CalendarEntryKind.Busy ? "Calendar:Busy" : "File:NextStep"];

    public static string Icon(this CalendarEntry entry) => entry.Kind switch
    {
        CalendarEntryKind.LeadStep => "bell",
        CalendarEntryKind.OpportunityStep => "chart",
        CalendarEntryKind.Invitation => "meeting",
        CalendarEntryKind.Busy => "lock",
        _ => entry.Activity!.Icon(),
    };

    /// <summary>Null for what others keep to themselves.</summary>
    public static string? Url(this CalendarEntry entry) => entry.Kind switch
    {
        CalendarEntryKind.LeadStep => CrmUrls.Lead(entry.Id),
        CalendarEntryKind.OpportunityStep => CrmUrls.Opportunity(entry.Id),
        CalendarEntryKind.Invitation => ActivityUrls.MyInvitation(entry.Id),
        CalendarEntryKind.Busy => null,
        _ => CrmUrls.Activity(entry.Id),
    };
}
