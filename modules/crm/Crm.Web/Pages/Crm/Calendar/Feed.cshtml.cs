using System.Text;
using Crm.Activities;
using Crm.Calendars;
using Kernel.Calendars;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Calendar;

/// <summary>A user's activities for the calendar program that has his secret address.</summary>
[AllowAnonymous]
public class FeedModel(CalendarFeedDoor door) : CrmPageModel
{
    public virtual async Task<IActionResult> OnGetAsync(string key)
    {
        if (await door.ReadAsync(key) is not { } rows)
        {
            return NotFound();
        }
        var text = new ICalendarText(L["Calendar:Title"], "PUBLISH");
        foreach (var row in rows.Where(row => row.DoneAt is null))
        {
            text.Add(ToEvent(row), Clock.Now);
        }
        Response.Headers.CacheControl = "private, no-store";
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/calendar; charset=utf-8");
    }

    private CalendarEvent ToEvent(ActivityRow row) => new(
        row.Id, row.DueOn!.Value, row.StartsAt, Meetings.Length, $"{row.Title(L)} · {row.PartyName}", row.Text, $"{Request.Scheme}://{Request.Host}{Request.PathBase}{CrmUrls.File(row.PartyId)}");
}

/// <summary>How long a meeting takes, since nobody says so.</summary>
public static class Meetings
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(1);
}
