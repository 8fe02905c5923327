using System.ComponentModel.DataAnnotations;
using Accounting.Closings;
using Accounting.Permissions;
using Kernel.Calendars;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Accounting.Web.Closings;

/// <summary>The months of a Jalali fiscal year, and through which of them the books are closed.</summary>
[Authorize(AccountingPermissions.Closings.Default)]
public class IndexModel(IClosingAppService closings) : AccountingPageModel
{
    /// <summary>Jalali; this year when left out.</summary>
    [BindProperty(SupportsGet = true)] public int Year { get; set; }

    [BindProperty] public ReopenInput Input { get; set; } = new();

    public IReadOnlyList<Month> Months { get; private set; } = [];
    public IReadOnlyList<ClosingDto> History { get; private set; } = [];
    public DateOnly? ClosedThrough { get; private set; }
    public bool MayClose { get; private set; }
    public bool MayReopen { get; private set; }
    public string YearTitle => L["Closings.Year", Display.Digits(Year.ToString())];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        if (Year is < JalaliCalendar.MinYear or >= JalaliCalendar.MaxYear)
        {
            Year = JalaliCalendar.FromDate(Today).Year;
        }
        History = await closings.GetListAsync();
        ClosedThrough = History.FirstOrDefault()?.Through;
        MayClose = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Closings.Close);
        MayReopen = await AuthorizationService.IsGrantedAsync(AccountingPermissions.Closings.Reopen);
        Months = [.. Enumerable.Range(1, 12).Select(MonthOf)];
        return Page();
    }

    public virtual async Task<IActionResult> OnPostCloseAsync(DateOnly through)
    {
        await closings.CloseAsync(new CloseBooksDto { Through = through });
        Toast(L["Done:Closed"]);
        return RedirectToPage(new { Year });
    }

    public virtual async Task<IActionResult> OnPostReopenAsync()
    {
        ValidateModel();
        await closings.ReopenAsync(new ReopenBooksDto { Through = Input.Through, Reason = Input.Reason });
        Toast(L["Done:Reopened"]);
        return RedirectToPage(new { Year });
    }

    private Month MonthOf(int number)
    {
        var from = JalaliCalendar.ToDate(Year, number, 1);
        var to = JalaliCalendar.ToDate(Year, number, JalaliCalendar.DaysInMonth(Year, number));
        return new Month(JalaliCalendar.MonthName(number, Display.Language), from, to,
            IsClosed: to <= ClosedThrough, IsNow: from <= Today && Today <= to, CanClose: to <= Today && !(to <= ClosedThrough));
    }

    public record Month(string Name, DateOnly From, DateOnly To, bool IsClosed, bool IsNow, bool CanClose);

    public class ReopenInput
    {
        public DateOnly? Through { get; set; }

        [Required, StringLength(ClosingConsts.MaxReasonLength)]
        public string Reason { get; set; } = null!;
    }
}
