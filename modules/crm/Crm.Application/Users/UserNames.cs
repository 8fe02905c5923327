using Kernel.Users;
using Microsoft.Extensions.Caching.Memory;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Users;

namespace Crm.Users;

/// <summary>Names of users for display. They stand on every page and change rarely, so they are remembered for some minutes.</summary>
public class UserNames(IExternalUserLookupServiceProvider users, IMemoryCache cache, ICurrentTenant tenant) : ITransientDependency
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    /// <returns>The known names; an unknown user has none.</returns>
    public virtual async Task<IReadOnlyDictionary<Guid, string>> GetAsync(IEnumerable<Guid?> ids)
    {
        var names = new Dictionary<Guid, string?>();
        foreach (var id in ids.OfType<Guid>().Distinct())
        {
            names[id] = cache.TryGetValue<string?>(Key(id), out var name) ? name : null;
        }

        var missing = names.Keys.Where(id => !cache.TryGetValue(Key(id), out _)).ToList();
        foreach (var (id, name) in await ReadAsync(missing))
        {
            names[id] = cache.Set(Key(id), name, Remembered);
        }
        return names.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!);
    }

    /// <summary>The lookup knows no list of ids, so several are found among the users of the workspace, in one statement.</summary>
    private async Task<Dictionary<Guid, string?>> ReadAsync(List<Guid> ids)
    {
        var all = ids.Count > 1 ? await users.SearchAsync(maxResultCount: AtOnce) : [];
        var names = all.ToDictionary(user => user.Id, string? (user) => user.FullName());
        var isWhole = ids.Count > 1 && all.Count < AtOnce;
        foreach (var id in ids.Where(id => !names.ContainsKey(id)).ToList())
        {
            names[id] = isWhole || await users.FindByIdAsync(id) is not { } user ? null : user.FullName();
        }
        return names;
    }

    private (string, Guid?, Guid) Key(Guid id) => ("Crm.UserName", tenant.Id, id);
}
