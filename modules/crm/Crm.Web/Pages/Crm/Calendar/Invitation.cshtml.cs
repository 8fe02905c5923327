using System.Text;
using Crm.Activities;
using Crm.Permissions;
using Kernel.Calendars;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Calendar;

/// <summary>A meeting as a file to send to whom it is with. It names the subject, the time and the place, and nothing else of ours.</summary>
[Authorize(CrmPermissions.Activities.Default)]
[Reads(CrmPermissions.Activities.Default, Id = "id")]
public class InvitationModel(IActivityAppService activities) : CrmPageModel
{
    public virtual async Task<IActionResult> OnGetAsync(Guid id)
    {
        var meeting = await activities.GetAsync(id);
        if (meeting is not { Kind: ActivityKind.Meeting, DueOn: { } day })
        {
            return NotFound();
        }
        var text = new ICalendarText(meeting.Title(L), "PUBLISH");
        text.Add(new CalendarEvent(id, day, meeting.StartsAt, meeting.EndsAt - meeting.StartsAt ?? TimeSpan.Zero, meeting.Title(L), meeting.OnlineUrl, null)
        {
            Location = meeting.Location ?? meeting.OnlineUrl, OnlineUrl = meeting.OnlineUrl, IsCancelled = meeting.CancelledAt is not null,
        }, Clock.Now);
        return File(Encoding.UTF8.GetBytes(text.ToString()), "text/calendar; charset=utf-8", "meeting.ics");
    }
}
