using Kernel.Handovers;
using Kernel.Rights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Localization;

namespace Parties.Parties;

/// <summary>The parties somebody is in charge of.</summary>
public class PartyWorkHandover(IRepository<Party, Guid> parties, IAsyncQueryableExecuter executer) : IWorkHandover, ITransientDependency
{
    public string Kind => "Parties";
    public ILocalizableString DisplayName => LocalizableString.Create<PartiesResource>("Handover:Parties");

    public virtual async Task<int> CountAsync(Guid userId)
    {
        using var truth = SystemWork.Begin("work that is handed over is counted whole");
        return await executer.CountAsync((await parties.GetQueryableAsync()).Where(party => party.OwnerId == userId));
    }

    public virtual async Task<IReadOnlyList<Guid>> GiveAsync(Guid fromUserId, Guid toUserId)
    {
        using var truth = SystemWork.Begin("all of a leaver's parties are handed over");
        var owned = await executer.ToListAsync((await parties.GetQueryableAsync()).Where(party => party.OwnerId == fromUserId));
        foreach (var party in owned) { party.SetOwner(toUserId, party.UnitId); }
        return owned.ConvertAll(party => party.Id);
    }

    public virtual async Task<IReadOnlyList<string>> TakeBackAsync(IReadOnlyCollection<Guid> ids, Guid heldByUserId, Guid toUserId)
    {
        using var truth = SystemWork.Begin("a hand-over is taken back");
        var conflicts = new List<string>();
        foreach (var part in ids.Chunk(500))
        {
            var given = await executer.ToListAsync((await parties.GetQueryableAsync()).Where(party => part.Contains(party.Id)));
            foreach (var party in given)
            {
                if (party.OwnerId == heldByUserId)
                {
                    party.SetOwner(toUserId, party.UnitId);
                }
                else
                {
                    conflicts.Add($"{party.Name} ({party.Number})");
                }
            }
            conflicts.AddRange(part.Except(given.Select(party => party.Id)).Select(id => id.ToString()));
        }
        return conflicts;
    }
}
