using Crm.Localization;
using Kernel.Handovers;
using Kernel.Rights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Localization;

namespace Crm.Activities;

/// <summary>What somebody has still to do. What he has done stays his.</summary>
public class ActivityWorkHandover(IRepository<Activity, Guid> activities, IAsyncQueryableExecuter executer) : IWorkHandover, ITransientDependency
{
    public string Kind => "Activities";
    public ILocalizableString DisplayName => LocalizableString.Create<CrmResource>("Handover:Activities");

    public virtual async Task<int> CountAsync(Guid userId)
    {
        using var truth = SystemWork.Begin("work that is handed over is counted whole");
        return await executer.CountAsync(await OpenAsync(userId));
    }

    public virtual async Task<IReadOnlyList<Guid>> GiveAsync(Guid fromUserId, Guid toUserId)
    {
        using var truth = SystemWork.Begin("all of a leaver's open activities are handed over");
        var open = await executer.ToListAsync(await OpenAsync(fromUserId));
        foreach (var activity in open) { activity.HandOver(toUserId); }
        return open.ConvertAll(activity => activity.Id);
    }

    public virtual async Task<IReadOnlyList<string>> TakeBackAsync(IReadOnlyCollection<Guid> ids, Guid heldByUserId, Guid toUserId)
    {
        using var truth = SystemWork.Begin("a hand-over is taken back");
        var conflicts = new List<string>();
        foreach (var part in ids.Chunk(500))
        {
            var given = await executer.ToListAsync((await activities.GetQueryableAsync()).Where(activity => part.Contains(activity.Id)));
            foreach (var activity in given)
            {
                if (activity.OwnerId == heldByUserId && !activity.IsDone)
                {
                    activity.HandOver(toUserId);
                }
                else
                {
                    conflicts.Add(activity.Subject ?? activity.Id.ToString());
                }
            }
            conflicts.AddRange(part.Except(given.Select(activity => activity.Id)).Select(id => id.ToString()));
        }
        return conflicts;
    }

    private async Task<IQueryable<Activity>> OpenAsync(Guid userId) =>
        (await activities.GetQueryableAsync()).Where(activity => activity.OwnerId == userId && activity.DoneAt == null);
}
