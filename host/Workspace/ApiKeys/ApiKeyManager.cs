using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace Workspace.ApiKeys;

/// <summary>People's keys: made by themselves, ended by themselves or by an administrator.</summary>
public class ApiKeyManager(
    IRepository<ApiKey, Guid> keys, IPermissionDefinitionManager definitions, IPermissionChecker permissions, ICurrentUser currentUser, ICurrentTenant currentTenant,
    IGuidGenerator guids, IClock clock, IAsyncQueryableExecuter executer) : ITransientDependency
{
    public const int MaxKeys = 20;
    public const int MaxListed = 100;
    public static readonly int[] Lifetimes = [7, 30, 90, 365];

    /// <summary>For the current user.</summary>
    /// <param name="chosen">Names of permissions; those above them come along, those that the user lacks are refused.</param>
    /// <param name="days">One of <see cref="Lifetimes"/>.</param>
    /// <returns>The key itself, which cannot be had again.</returns>
    public virtual async Task<string> CreateAsync(string name, IEnumerable<string> chosen, int days)
    {
        var names = await WithParentsAsync(chosen);
        if (names.Count == 0) { throw new BusinessException("Workspace:ApiKeyWithoutPermission"); }
        var granted = await permissions.IsGrantedAsync([.. names]);
        if (!granted.AllGranted) { throw new BusinessException("Workspace:ApiKeyBeyondUser"); }
        var userId = currentUser.GetId();
        var now = clock.Now;
        if (await keys.CountAsync(key => key.UserId == userId && key.RevokedAt == null && key.ExpiresAt > now) >= MaxKeys)
        {
            throw new BusinessException("Workspace:TooManyApiKeys").WithData("Max", MaxKeys);
        }
        var text = ApiKeyText.Make(currentTenant.Id, guids.Create());
        await keys.InsertAsync(new ApiKey(text.Id, userId, currentTenant.Id, name, text.Secret, names, now, now.AddDays(Lifetimes.Contains(days) ? days : Lifetimes[0])));
        return text.ToString();
    }

    /// <summary>Newest first, ended ones too; at most <see cref="MaxListed"/>.</summary>
    public virtual async Task<List<ApiKey>> GetListAsync(Guid userId) => await executer.ToListAsync(
        (await keys.GetQueryableAsync()).Where(key => key.UserId == userId).OrderByDescending(key => key.CreatedAt).Take(MaxListed));

    /// <summary>At once, on every node.</summary>
    /// <exception cref="EntityNotFoundException">The user has no such key.</exception>
    public virtual async Task RevokeAsync(Guid userId, Guid id)
    {
        var key = await keys.GetAsync(id);
        if (key.UserId != userId) { throw new EntityNotFoundException(typeof(ApiKey), id); }
        key.Revoke(clock.Now);
        await keys.UpdateAsync(key);
    }

    private async Task<HashSet<string>> WithParentsAsync(IEnumerable<string> chosen)
    {
        var names = new HashSet<string>();
        foreach (var name in chosen)
        {
            for (var permission = await definitions.GetOrNullAsync(name); permission is not null; permission = permission.Parent) { names.Add(permission.Name); }
        }
        return names;
    }
}
