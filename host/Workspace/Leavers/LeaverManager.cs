using Kernel.Handovers;
using Kernel.Users;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;
using Volo.Abp.Identity;
using Volo.Abp.SettingManagement;
using Volo.Abp.Users;

namespace Workspace.Leavers;

/// <summary>Puts users under notice and hands over their work.</summary>
public class LeaverManager(
    IRepository<LeaverNotice, Guid> notices, IRepository<Handover, Guid> handovers, IEnumerable<IWorkHandover> works, IIdentityUserRepository users,
    ISettingManager settings, IWorkTakers takers, ICurrentUser currentUser) : DomainService
{
    public virtual async Task<LeaverNotice?> FindAsync(Guid userId) =>
        await notices.FirstOrDefaultAsync(notice => notice.UserId == userId && notice.LiftedAt == null);

    public virtual async Task GiveNoticeAsync(Guid userId, DateOnly? lastDay, string? note, DateOnly today)
    {
        if (userId == currentUser.GetId()) { throw new BusinessException("Workspace:LeaverIsYourself"); }
        if (lastDay < today) { throw new BusinessException("Workspace:LastDayHasPassed").WithData("Day", lastDay); }
        if (await FindAsync(userId) is not null) { throw new BusinessException("Workspace:AlreadyUnderNotice"); }
        await users.GetAsync(userId);
        await notices.InsertAsync(new LeaverNotice(GuidGenerator.Create(), userId, Clock.Now, currentUser.GetId(), lastDay, note, CurrentTenant.Id));
        await settings.SetForUserAsync(userId, LeaverSettings.IsUnderNotice, "true");
    }

    public virtual async Task LiftAsync(Guid userId)
    {
        if (userId == currentUser.GetId()) { throw new BusinessException("Workspace:LeaverIsYourself"); }
        (await FindAsync(userId))?.Lift(Clock.Now, currentUser.GetId());
        await settings.SetForUserAsync(userId, LeaverSettings.IsUnderNotice, "false", forceToSet: true);
    }

    /// <summary>How much of each kind stands in the user's name.</summary>
    public virtual async Task<IReadOnlyList<(IWorkHandover Work, int Count)>> PreviewAsync(Guid userId)
    {
        var preview = new List<(IWorkHandover, int)>();
        foreach (var work in works) { preview.Add((work, await work.CountAsync(userId))); }
        return preview;
    }

    /// <param name="receivers">By kind of work, who takes it; a kind that is not named stays.</param>
    public virtual async Task HandOverAsync(Guid userId, IReadOnlyDictionary<string, Guid> receivers)
    {
        if (receivers.Count == 0) { throw new BusinessException("Workspace:NobodyTakesOver"); }
        foreach (var receiverId in receivers.Values.Distinct()) { await CheckReceiverAsync(userId, receiverId); }
        var parts = new List<Handover.Part>();
        foreach (var work in works.Where(work => receivers.ContainsKey(work.Kind)))
        {
            var ids = await work.GiveAsync(userId, receivers[work.Kind]);
            if (ids.Count > 0) { parts.Add(new Handover.Part(work.Kind, receivers[work.Kind], ids)); }
        }
        if (parts.Count == 0) { throw new BusinessException("Workspace:NothingToHandOver"); }
        await handovers.InsertAsync(new Handover(GuidGenerator.Create(), userId, Clock.Now, currentUser.GetId(), parts, CurrentTenant.Id));
    }

    /// <returns>What stays where it is, because it went on since.</returns>
    public virtual async Task<IReadOnlyList<string>> UndoAsync(Guid handoverId)
    {
        var handover = await handovers.GetAsync(handoverId);
        if (handover.UndoneAt is not null) { throw new BusinessException("Workspace:HandoverUndone"); }
        var conflicts = new List<string>();
        foreach (var part in handover.GetParts())
        {
            if (works.FirstOrDefault(work => work.Kind == part.Kind) is { } work)
            {
                conflicts.AddRange(await work.TakeBackAsync(part.Ids, part.ToUserId, handover.UserId));
            }
        }
        handover.Undo(Clock.Now);
        return conflicts;
    }

    private async Task CheckReceiverAsync(Guid userId, Guid receiverId)
    {
        var receiver = await users.GetAsync(receiverId);
        if (receiverId == userId || !(await takers.AmongAsync([receiverId])).Contains(receiverId))
        {
            throw new BusinessException("Workspace:CannotTakeOver").WithData("Name", receiver.UserName);
        }
    }
}
