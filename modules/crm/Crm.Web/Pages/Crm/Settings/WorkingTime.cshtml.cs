using System.Globalization;
using Crm.Permissions;
using Crm.WorkCalendars;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Settings;

/// <summary>When the organisation works; answer times are counted in it.</summary>
[Authorize(CrmPermissions.SellingSettings.Default)]
public class WorkingTimeModel(IWorkCalendarAppService calendars) : CrmPageModel
{
    [BindProperty] public UpdateWorkCalendarDto Input { get; set; } = new();
    public HolidayDto Holiday { get; private set; } = new();
    public IReadOnlyList<HolidayDto> Holidays { get; private set; } = [];

    public virtual async Task OnGetAsync()
    {
        var calendar = await calendars.GetAsync();
        Input = new UpdateWorkCalendarDto { ZoneId = calendar.ZoneId, Days = [.. calendar.Days] };
        Holidays = calendar.Holidays;
    }

    public virtual async Task<IActionResult> OnPostAsync()
    {
        ValidateModel();
        await calendars.UpdateAsync(Input);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostHolidayAsync([FromForm(Name = nameof(Holiday))] HolidayDto holiday)
    {
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input", StringComparison.Ordinal)).ToList()) { ModelState.Remove(key); }
        ValidateModel();
        await calendars.AddHolidayAsync(holiday);
        return Done();
    }

    public virtual async Task<IActionResult> OnPostRemoveAsync(string day)
    {
        await calendars.RemoveHolidayAsync(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Done();
    }

    private RedirectToPageResult Done()
    {
        Toast(L["Saved"]);
        return RedirectToPage();
    }
}
