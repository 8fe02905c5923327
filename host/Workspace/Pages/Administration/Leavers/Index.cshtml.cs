using Kernel.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Linq;
using Volo.Abp.Users;
using Workspace.Auditing;
using Workspace.Leavers;

namespace Workspace.Pages.Administration.Leavers;

/// <summary>Users under notice, and unusual reading by anybody.</summary>
[Authorize(LeaverPermissions.Manage)]
public class IndexModel(
    LeaverManager leavers, IReadOnlyRepository<LeaverNotice, Guid> notices, IRepository<ReadAlarm, Guid> alarms, IIdentityUserRepository users, RecordNames names,
    IAsyncQueryableExecuter executer) : AdministrationPageModel
{
    private const int MaxRows = 100, MaxUsers = 20;

    [BindProperty] public NoticeInput Input { get; set; } = new();

    public IReadOnlyList<LeaverNotice> Notices { get; private set; } = [];
    public IReadOnlyList<ReadAlarm> Alarms { get; private set; } = [];
    public Dictionary<Guid, string> Names { get; private set; } = [];

    public class NoticeInput
    {
        public Guid? UserId { get; set; }
        public DateOnly? LastDay { get; set; }
        public string? Note { get; set; }
    }

    public virtual async Task<IActionResult> OnGetAsync()
    {
        Notices = await executer.ToListAsync((await notices.GetQueryableAsync()).OrderBy(notice => notice.LiftedAt != null).ThenByDescending(notice => notice.Since).Take(MaxRows));
        Alarms = await executer.ToListAsync((await alarms.GetQueryableAsync()).Where(alarm => alarm.SeenAt == null).OrderByDescending(alarm => alarm.Time).Take(MaxRows));
        Names = await names.GetUsersAsync(Notices.SelectMany(notice => new[] { notice.UserId, notice.GivenById }).Concat(Alarms.Select(alarm => alarm.UserId)));
        return Page();
    }

    public virtual async Task<IActionResult> OnGetUsersAsync(string? term) =>
        Lookup((await users.GetListAsync(sorting: nameof(IdentityUser.UserName), maxResultCount: MaxUsers, filter: term))
            .Select(user => new LookupItem(user.Id.ToString(), $"{user.Name} {user.Surname}".Trim() is { Length: > 0 } name ? name : user.UserName, user.UserName)));

    public virtual async Task<IActionResult> OnPostAsync()
    {
        var userId = Input.UserId ?? await FindTypedAsync() ?? throw new BusinessException("Workspace:ChooseUser");
        await leavers.GiveNoticeAsync(userId, Input.LastDay, Input.Note, Today);
        Toast(L["Leaver:Given"]);
        return RedirectToPage("Details", new { id = userId });
    }

    public virtual async Task<IActionResult> OnPostSeenAsync(Guid id)
    {
        (await alarms.GetAsync(id)).See(Clock.Now, CurrentUser.GetId());
        return RedirectToPage();
    }

    /// <summary>Without script the name that was typed is all there is.</summary>
    private async Task<Guid?> FindTypedAsync() =>
        Request.Form["Input.UserIdText"].ToString().Trim() is { Length: > 0 } typed
            ? (await users.FindByNormalizedUserNameAsync(typed.ToUpperInvariant(), includeDetails: false))?.Id : null;
}
