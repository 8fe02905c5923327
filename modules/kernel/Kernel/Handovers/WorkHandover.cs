using System.Linq.Expressions;
using Kernel.Rights;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Localization;

namespace Kernel.Handovers;

/// <summary>Records of one kind that stand in somebody's name.</summary>
public abstract class WorkHandover<T>(IRepository<T, Guid> records, IAsyncQueryableExecuter executer) : IWorkHandover where T : class, IEntity<Guid>
{
    private const int AtOnce = 500;

    public abstract string Kind { get; }
    public abstract ILocalizableString DisplayName { get; }

    /// <summary>What the user has still to do. What is done stays his.</summary>
    protected abstract Expression<Func<T, bool>> OpenOf(Guid userId);

    protected abstract void Give(T record, Guid toUserId);

    protected abstract string NameOf(T record);

    public virtual async Task<int> CountAsync(Guid userId)
    {
        using var truth = SystemWork.Begin("work that is handed over is counted whole");
        return await executer.CountAsync((await records.GetQueryableAsync()).Where(OpenOf(userId)));
    }

    public virtual async Task<IReadOnlyList<Guid>> GiveAsync(Guid fromUserId, Guid toUserId)
    {
        using var truth = SystemWork.Begin("all of a leaver's work is handed over");
        var open = await executer.ToListAsync((await records.GetQueryableAsync()).Where(OpenOf(fromUserId)));
        open.ForEach(record => Give(record, toUserId));
        return open.ConvertAll(record => record.Id);
    }

    public virtual async Task<IReadOnlyList<string>> TakeBackAsync(IReadOnlyCollection<Guid> ids, Guid heldByUserId, Guid toUserId)
    {
        using var truth = SystemWork.Begin("a hand-over is taken back");
        var isHeld = OpenOf(heldByUserId).Compile();
        var conflicts = new List<string>();
        foreach (var part in ids.Chunk(AtOnce))
        {
            var given = await executer.ToListAsync((await records.GetQueryableAsync()).Where(record => part.Contains(record.Id)));
            conflicts.AddRange(given.Where(record => !isHeld(record)).Select(NameOf));
            given.FindAll(record => isHeld(record)).ForEach(record => Give(record, toUserId));
            conflicts.AddRange(part.Except(given.Select(record => record.Id)).Select(id => id.ToString()));
        }
        return conflicts;
    }
}
