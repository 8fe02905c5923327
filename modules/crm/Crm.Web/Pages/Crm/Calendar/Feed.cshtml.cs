using System.Text;
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
        if (await door.ReadAsync(key) is not { } entries)
        {
            return NotFound();
        }
        var text = new ICalendarText(L["Calendar:Title"], "PUBLISH");
        foreach (var entry in entries.Where(entry => !entry.IsDone))
        {
            text.Add(ToEvent(entry), Clock.Now);
        }
        Response.Headers.CacheControl = "private, no-store";
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/calendar; charset=utf-8");
    }

    private CalendarEvent ToEvent(CalendarEntry entry) => new(
        entry.Id, entry.On, entry.StartsAt, entry.EndsAt - entry.StartsAt ?? TimeSpan.Zero, string.Join(" · ", new[] { entry.Title(L), entry.With }.OfType<string>()), entry.Activity?.Text,
        $"{Request.Scheme}://{Request.Host}{Request.PathBase}{entry.Url()}")
    {
        Location = entry.Activity?.Location, OnlineUrl = entry.Activity?.OnlineUrl, IsPrivate = entry.Activity?.IsPrivate == true,
    };
}
