using Crm.Leads;
using Crm.Permissions;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Crm.Web.Reports;

/// <summary>Where leads come from, and which sources are worth it.</summary>
[Authorize(CrmPermissions.SellingReports.Default)]
[Reads(CrmPermissions.SellingReports.Default)]
public class SourcesModel(ILeadAppService leads) : CrmPageModel
{
    [BindProperty(SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? To { get; set; }

    public IReadOnlyList<LeadSourceRow> Rows { get; private set; } = [];

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Rows = await leads.GetSourceReportAsync(new LeadSourceInput { From = From, Before = To?.AddDays(1) });
        return PageOr("_Sources");
    }
}
