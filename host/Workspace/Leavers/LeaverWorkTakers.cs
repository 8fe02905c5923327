using Kernel.Users;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Linq;
using Volo.Abp.Timing;

namespace Workspace.Leavers;

/// <summary>New work goes to nobody who is switched off, locked out or under notice: one statement, and of each a setting, which is remembered.</summary>
public class LeaverWorkTakers(IReadOnlyRepository<IdentityUser, Guid> users, LeaverStatus leavers, IAsyncQueryableExecuter executer, IClock clock) : IWorkTakers, ITransientDependency
{
    public virtual async Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> userIds)
    {
        DateTimeOffset now = DateTime.SpecifyKind(clock.Now, DateTimeKind.Utc);
        var active = (await executer.ToListAsync((await users.GetQueryableAsync()).Where(user => userIds.Contains(user.Id) && user.IsActive)
            .Select(user => new { user.Id, user.LockoutEnabled, user.LockoutEnd }))).Where(user => !user.LockoutEnabled || user.LockoutEnd is null || user.LockoutEnd <= now);
        var takers = new HashSet<Guid>();
        foreach (var user in active)
        {
            if (!await leavers.IsUnderNoticeAsync(user.Id)) { takers.Add(user.Id); }
        }
        return takers;
    }
}
