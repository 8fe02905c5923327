using Kernel.Notifications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kernel.Web;

/// <summary>What the reader was told, the newest first. Opening one marks it as read and leads to where it belongs.</summary>
[Authorize]
public class NotificationsModel(IUserNotifications notifications, NotificationText texts) : KernelPageModel
{
    [BindProperty(SupportsGet = true)] public DateTime? AfterAt { get; set; }
    [BindProperty(SupportsGet = true)] public Guid? AfterId { get; set; }

    public NotificationPage List { get; private set; } = null!;

    public string? NextUrl => List.Next is not { } next ? null
        : Url.Page(null, new { AfterAt = next.RaisedAt.ToString("O"), AfterId = next.Id });

    public string? TextOf(NotificationRow row) => texts.Of(row);

    public virtual async Task<IActionResult> OnGetAsync()
    {
        List = await notifications.GetListAsync(
            AfterAt is { } at && AfterId is { } id ? new NotificationPlace(DateTime.SpecifyKind(at.ToUniversalTime(), DateTimeKind.Utc), id) : null);
        return PageOr("_Notifications");
    }

    /// <summary>The bell alone, which asks for itself each minute.</summary>
    public virtual IActionResult OnGetBell() => Fragment("_Bell");

    public virtual async Task<IActionResult> OnPostOpenAsync(Guid id) =>
        await notifications.ReadAsync(id) is { } url && Url.IsLocalUrl(url) ? LocalRedirect("~" + url) : RedirectToPage();

    public virtual async Task<IActionResult> OnPostAllAsync()
    {
        await notifications.ReadAllAsync();
        return RedirectToPage();
    }
}
