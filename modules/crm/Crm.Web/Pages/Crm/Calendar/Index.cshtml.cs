using System.Globalization;
using Crm.Activities;
using Crm.Calendars;
using Crm.Permissions;
using Crm.Web.Calendars;
using Kernel.Displaying;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Calendar;

/// <summary>Activities by day, week or month of the solar or the Gregorian calendar; and the secret address for calendar programs.</summary>
[Authorize(CrmPermissions.Activities.Default)]
[Reads(CrmPermissions.Activities.Default, Rows = "Entries")]
public class IndexModel(ICalendarAppService calendar, ICalendarFeedAppService feeds) : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public CalendarView View { get; set; }

    /// <summary>A day within what is shown, as yyyy-MM-dd; today when left out.</summary>
    [BindProperty(SupportsGet = true)] public string? On { get; set; }

    /// <summary>The reader's own when left out.</summary>
    [BindProperty(SupportsGet = true, Name = "by")] public DisplayCalendar? By { get; set; }
    [BindProperty(SupportsGet = true)] public bool Everyone { get; set; }

    public CalendarGrid Grid { get; private set; } = null!;
    public IReadOnlyList<CalendarEntry> Entries { get; private set; } = [];
    public DateTime? FeedSince { get; private set; }

    /// <summary>Shown once, right after it was made.</summary>
    public string? FeedAddress { get; private set; }

    public IEnumerable<DayOfWeek> DaysOfWeek => Enumerable.Range(0, 7).Select(i => (DayOfWeek)(((int)Display.Settings.WeekStart + i) % 7));

    public IEnumerable<CalendarEntry> Of(DateOnly day) => Entries.Where(entry => entry.On == day);

    public string LinkTo(CalendarView view, DateOnly on, DisplayCalendar? by = null, bool? everyone = null) =>
        FormattableString.Invariant($"{CrmUrls.Calendar}?View={view}&On={on:yyyy-MM-dd}&by={by ?? Grid.Calendar}") + ((everyone ?? Everyone) ? "&Everyone=true" : "");

    public virtual async Task OnGetAsync() => await ReadAsync();

    public virtual async Task<IActionResult> OnPostFeedAsync()
    {
        var key = await feeds.CreateAsync();
        await ReadAsync();
        FeedAddress = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{CrmUrls.CalendarFeed(key)}";
        FeedSince = Clock.Now;
        return Page();
    }

    public virtual async Task<IActionResult> OnPostRevokeAsync()
    {
        await feeds.RevokeAsync();
        Toast(L["Calendar:FeedEnded"]);
        return RedirectToPage();
    }

    private async Task ReadAsync()
    {
        Grid = CalendarGrid.Of(View, By ?? Display.Settings.Calendar, DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : Today, Display);
        Entries = await calendar.GetAsync(new ActivitiesBetweenInput { From = Grid.From, Before = Grid.From.AddDays(Grid.Days), Everyone = Everyone });
        FeedSince = await feeds.GetSinceAsync();
    }
}
