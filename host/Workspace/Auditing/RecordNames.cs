using Kernel.Auditing;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Linq;

namespace Workspace.Auditing;

/// <summary>Names for ids of whatever kind: one statement for each module, however many ids.</summary>
public class RecordNames(IEnumerable<IRecordSource> sources, IReadOnlyRepository<IdentityUser, Guid> users, IAsyncQueryableExecuter executer) : ITransientDependency
{
    public virtual async Task<Dictionary<Guid, RecordName>> GetAsync(IEnumerable<string?> ids)
    {
        var known = ids.Where(id => Guid.TryParse(id, out _)).Select(id => Guid.Parse(id!)).Distinct().ToList();
        var names = new Dictionary<Guid, RecordName>();
        foreach (var source in known.Count == 0 ? [] : sources)
        {
            foreach (var record in await source.GetAsync(known)) { names[record.Id] = record; }
        }
        return names;
    }

    public virtual async Task<Dictionary<Guid, string>> GetUsersAsync(IEnumerable<Guid> ids)
    {
        var known = ids.Distinct().ToList();
        var found = await executer.ToListAsync((await users.GetQueryableAsync())
            .Where(user => known.Contains(user.Id)).Select(user => new { user.Id, user.Name, user.Surname, user.UserName }));
        return found.ToDictionary(user => user.Id, user => $"{user.Name} {user.Surname}".Trim() is { Length: > 0 } name ? name : user.UserName);
    }
}
