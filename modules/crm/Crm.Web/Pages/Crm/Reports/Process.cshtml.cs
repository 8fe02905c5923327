using Crm.Permissions;
using Crm.Reports;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Reports;

/// <summary>What changed since last week, how fast money comes in, who keeps to the way, and how the quota of a month stands.</summary>
[Authorize(CrmPermissions.SellingReports.Default)]
[Reads(CrmPermissions.SellingReports.Default)]
public class ProcessModel(ISellingProcessAppService process) : CrmPageModel
{
    private const int DaysOfChange = 7;
    private const int DaysOfProcess = 90;

    public IReadOnlyList<PipelineChangeRow> Changes { get; private set; } = [];
    public IReadOnlyList<VelocityRow> Velocity { get; private set; } = [];
    public IReadOnlyList<ConformanceRow> Conformance { get; private set; } = [];
    public IReadOnlyList<AnswerTimeRow> Answers { get; private set; } = [];
    public IReadOnlyList<QuotaRow> Quotas { get; private set; } = [];
    public CalendarMonth Month { get; private set; } = null!;
    public bool MaySet { get; private set; }

    /// <summary>A day of the month whose quotas are shown; this month when left out.</summary>
    [BindProperty(SupportsGet = true, Name = "month")] public DateOnly? On { get; set; }

    public string LinkTo(DateOnly day) => $"{CrmUrls.ProcessReport}?month={CalendarMonth.Jalali(day, Display).Key}";

    public string Minutes(double? minutes) => minutes is { } known ? L["Process:Minutes", Display.Number((decimal)Math.Round(known))].Value : "—";

    public virtual async Task OnGetAsync()
    {
        var window = new ProcessInput { From = Today.AddDays(-DaysOfProcess), Before = Today.AddDays(1) };
        Month = CalendarMonth.Jalali(On ?? Today, Display);
        Changes = await process.GetChangesAsync(Today.AddDays(-DaysOfChange));
        Velocity = await process.GetVelocityAsync(window);
        Conformance = await process.GetConformanceAsync(window);
        Answers = await process.GetAnswerTimesAsync(window);
        Quotas = await process.GetQuotasAsync(new MonthInput { From = Month.From, Before = Month.Before });
        MaySet = await MayAsync(CrmPermissions.SellingSettings.Default);
    }
}
