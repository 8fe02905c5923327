using Crm.Permissions;
using Crm.Reports;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Reports;

/// <summary>Why and where we win and lose, how fast, and what is to be expected.</summary>
[Authorize(CrmPermissions.SellingReports.Default)]
[Reads(CrmPermissions.SellingReports.Default)]
public class IndexModel(IWinLossAppService reports) : CrmPageModel
{
    private const int Months = 6;
    private const int SmallestSample = 5;

    [BindProperty(SupportsGet = true)] public WinLossBy By { get; set; } = WinLossBy.Seller;
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }

    public IReadOnlyList<WinLossRow> Rows { get; private set; } = [];
    public WinLossRow? Total { get; private set; }
    public IReadOnlyList<WonByAgeDto> ByAge { get; private set; } = [];
    public IReadOnlyList<ForecastRow> Forecast { get; private set; } = [];
    public IReadOnlyList<CalendarMonth> CloseMonths { get; private set; } = [];

    public IEnumerable<WinLossBy> Dimensions => Enum.GetValues<WinLossBy>().Where(by => by is not (WinLossBy.Nothing or WinLossBy.ClosedOn));

    /// <summary>A share of very few says nothing.</summary>
    public static bool IsEnough(WinLossRow row) => row.Closed >= SmallestSample;

    public string MonthName(DateOnly? month) => CloseMonths.FirstOrDefault(known => known.From == month)?.Name ?? L["Report:NoMonth"];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        var window = new WinLossInput { From = From, Before = To?.AddDays(1), Today = Today };
        Rows = await reports.GetListAsync(new WinLossInput { By = By, From = window.From, Before = window.Before });
        Total = (await reports.GetListAsync(window)).FirstOrDefault();
        ByAge = await reports.GetWonByAgeAsync(window);
        CloseMonths = [.. CalendarMonth.Since(Today, Display, Months)];
        Forecast = await reports.GetForecastAsync(new ForecastInput { Months = [.. CloseMonths.Select(month => month.From), CloseMonths[^1].Before] });
        return PageOr("_WinLoss");
    }
}
