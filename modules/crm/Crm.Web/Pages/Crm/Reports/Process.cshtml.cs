using Crm.Permissions;
using Crm.Reports;
using Kernel.Components;
using Kernel.Monetary;
using Kernel.Reading;
using Kernel.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Users;

namespace Crm.Web.Reports;

/// <summary>What changed since last week, how fast money comes in, who keeps to the way, and how this month's quota stands.</summary>
[Authorize(CrmPermissions.SellingReports.Default)]
[Reads(CrmPermissions.SellingReports.Default)]
public class ProcessModel(ISellingProcessAppService process, IExternalUserLookupServiceProvider users) : CrmPageModel
{
    private const int DaysOfChange = 7;
    private const int DaysOfProcess = 90;
    private const int MaxOwners = 20;

    public IReadOnlyList<PipelineChangeRow> Changes { get; private set; } = [];
    public IReadOnlyList<VelocityRow> Velocity { get; private set; } = [];
    public IReadOnlyList<ConformanceRow> Conformance { get; private set; } = [];
    public IReadOnlyList<AnswerTimeRow> Answers { get; private set; } = [];
    public IReadOnlyList<QuotaRow> Quotas { get; private set; } = [];
    public CalendarMonth Month { get; private set; } = null!;
    public bool MaySet { get; private set; }

    public SetQuotaDto Quota { get; private set; } = new();
    public AmountField Amount => new("Quota.Amount", CurrencyOf("Quota.Amount", Quota.Currency));

    public string Minutes(double? minutes) => minutes is { } known ? L["Process:Minutes", Display.Number((decimal)Math.Round(known))].Value : "—";

    public virtual async Task OnGetAsync()
    {
        var window = new ProcessInput { From = Today.AddDays(-DaysOfProcess), Before = Today.AddDays(1) };
        Month = CalendarMonth.Since(Today, Display, 1).First();
        Changes = await process.GetChangesAsync(Today.AddDays(-DaysOfChange));
        Velocity = await process.GetVelocityAsync(window);
        Conformance = await process.GetConformanceAsync(window);
        Answers = await process.GetAnswerTimesAsync(window);
        Quotas = await process.GetQuotasAsync(new MonthInput { From = Month.From, Before = Month.Before });
        MaySet = await MayAsync(CrmPermissions.SellingSettings.Default);
    }

    public virtual async Task<IActionResult> OnPostQuotaAsync([FromForm(Name = nameof(Quota))] SetQuotaDto quota)
    {
        (quota.Month, quota.Currency) = (CalendarMonth.Since(Today, Display, 1).First().From, CurrencyOf("Quota.Amount", quota.Currency));
        ModelState.Remove("Quota.Month");
        ValidateModel();
        await process.SetQuotaAsync(quota);
        Toast(L["Saved"]);
        return RedirectToPage();
    }

    public virtual async Task<IActionResult> OnGetOwnersAsync(string? term) =>
        Lookup((await users.SearchAsync(filter: term, maxResultCount: MaxOwners))
            .Select(user => new LookupItem(user.Id.ToString(), user.FullName(), user.UserName)));
}
