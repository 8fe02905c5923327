using Crm.MyDay;
using Crm.Permissions;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;

namespace Crm.Web.MyDay;

/// <summary>What to do next, and why.</summary>
[Authorize(CrmPermissions.Activities.Default)]
[Reads(CrmPermissions.Activities.Default, Rows = "Items")]
public class IndexModel(IMyDayAppService days) : CrmPageModel
{
    public IReadOnlyList<MyDayItem> Items { get; private set; } = [];

    public static string UrlOf(MyDayItem item) => item.Kind switch
    {
        MyDayKind.Lead => CrmUrls.Lead(item.Id),
        MyDayKind.Opportunity => CrmUrls.Opportunity(item.Id),
        _ => CrmUrls.File(item.Id),
    };

    public static string IconOf(MyDayItem item) => item.Kind switch
    {
        MyDayKind.Lead => "bell",
        MyDayKind.Opportunity => "chart",
        _ => item.Reason == MyDayReason.MeetingToday ? "meeting" : "task",
    };

    public static string ToneOf(MyDayReason reason) => reason switch
    {
        MyDayReason.LeadWaitsTooLong or MyDayReason.ActivityOverdue or MyDayReason.NextStepOverdue => "bad",
        MyDayReason.TooLongInStage or MyDayReason.NoNextStep => "warn",
        _ => "info",
    };

    public virtual async Task OnGetAsync() => Items = await days.GetAsync(Today);
}
