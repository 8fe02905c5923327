using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace Workspace.ApiKeys;

/// <summary>
/// Whom a key speaks for. The key and whether its user is active are read at every call, so that an end counts at once; the user's
/// roles and names, as in a cookie, may be a minute old.
/// </summary>
public class ApiKeyPrincipals(
    IRepository<ApiKey, Guid> keys, IRepository<IdentityUser, Guid> users, IdentityUserManager userManager, IUserClaimsPrincipalFactory<IdentityUser> factory,
    ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager, IClock clock, IAsyncQueryableExecuter executer, IMemoryCache cache) : ITransientDependency
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <returns>Null when the key is unknown, wrong, ended or expired, or its user is gone or not active.</returns>
    public virtual async Task<ClaimsPrincipal?> FindAsync(string text)
    {
        if (ApiKeyText.Parse(text) is not { } parsed) { return null; }
        using var tenant = currentTenant.Change(parsed.TenantId);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var found = await executer.FirstOrDefaultAsync(
            from key in await keys.GetQueryableAsync()
            join user in await users.GetQueryableAsync() on key.UserId equals user.Id
            where key.Id == parsed.Id && user.IsActive
            select new { Key = key, user.SecurityStamp });
        if (found is null || !found.Key.IsUsable(clock.Now) || !found.Key.Matches(parsed.Secret)) { return null; }
        if (found.Key.NoteUse(clock.Now)) { await keys.UpdateAsync(found.Key); }
        var principal = await cache.GetOrCreateAsync((typeof(ApiKeyPrincipals), found.Key.Id, found.SecurityStamp), async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Remembered;
            return (await factory.CreateAsync(await userManager.GetByIdAsync(found.Key.UserId))).With(found.Key);
        });
        await unitOfWork.CompleteAsync();
        return principal;
    }
}
