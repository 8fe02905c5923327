using Kernel.Rights;
using Microsoft.Extensions.Caching.Memory;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.Identity;
using Volo.Abp.Linq;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Workspace.Rights;

/// <summary>Units are ABP identity's organisation units. Remembered for some seconds, after which a change on another node is seen too.</summary>
public class OrganizationUserUnits(
    IRepository<IdentityUser, Guid> users, IRepository<OrganizationUnit, Guid> units, IAsyncQueryableExecuter executer,
    IUnitOfWorkManager unitsOfWork, ICurrentTenant tenant, IMemoryCache cache)
    : IUserUnits, ILocalEventHandler<EntityChangedEventData<IdentityUser>>, ILocalEventHandler<EntityChangedEventData<OrganizationUnit>>, ITransientDependency
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    public async ValueTask<UserUnits> GetAsync(Guid userId)
    {
        var key = (nameof(OrganizationUserUnits), tenant.Id, userId, Generation);
        return cache.TryGetValue(key, out UserUnits? known) ? known! : cache.Set(key, await ReadAsync(userId), Remembered);
    }

    public virtual Task HandleEventAsync(EntityChangedEventData<IdentityUser> eventData) => ForgetAsync();

    public virtual Task HandleEventAsync(EntityChangedEventData<OrganizationUnit> eventData) => ForgetAsync();

    private long Generation => cache.GetOrCreate((nameof(OrganizationUserUnits), tenant.Id), _ => 0L);

    /// <summary>Also after the commit, so that nobody keeps what he read in between.</summary>
    private Task ForgetAsync()
    {
        var key = (nameof(OrganizationUserUnits), tenant.Id);
        Forget();
        unitsOfWork.Current?.OnCompleted(() =>
        {
            Forget();
            return Task.CompletedTask;
        });
        return Task.CompletedTask;

        void Forget() => cache.Set(key, DateTime.UtcNow.Ticks);
    }

    private async Task<UserUnits> ReadAsync(Guid userId)
    {
        using var unitOfWork = unitsOfWork.Begin();
        var own = await executer.ToListAsync(
            from user in await users.GetQueryableAsync()
            where user.Id == userId
            from membership in user.OrganizationUnits
            join unit in await units.GetQueryableAsync() on membership.OrganizationUnitId equals unit.Id
            orderby membership.CreationTime, unit.Code
            select new { unit.Id, unit.Code });
        var all = own.Count == 0 ? [] : await executer.ToListAsync((await units.GetQueryableAsync()).Select(unit => new { unit.Id, unit.Code }));
        await unitOfWork.CompleteAsync();
        return own.Count == 0 ? UserUnits.None : new UserUnits(
            own.ConvertAll(unit => unit.Id),
            [.. all.Where(unit => own.Exists(mine => unit.Code == mine.Code || unit.Code.StartsWith(mine.Code + ".", StringComparison.Ordinal))).Select(unit => unit.Id)]);
    }
}
