using System.Linq.Expressions;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Users;

namespace Kernel.Rights;

/// <summary>Narrows queries to what the current user sees. Repositories do it for everybody; nobody else needs to.</summary>
public class RecordRights(IRights rights, ICurrentUser user, IUserUnits units, IOptions<RecordRightsOptions> options) : ITransientDependency
{
    /// <summary>Whether the current work is bound by a rule about such records.</summary>
    public bool Bind<T>() => SystemWork.Reason is null && options.Value.RuleOf<T>() is not null;

    public async ValueTask<IQueryable<T>> NarrowAsync<T>(IQueryable<T> records, IEfCoreDbContext context) =>
        Bind<T>() && await FilterAsync<T>(context) is { } filter ? records.Where(filter) : records;

    /// <summary>Those of the records whose records of another kind are in sight too: of which parties may the reader see receipts?</summary>
    /// <param name="entity">The permission to see records of the other kind, which follow these.</param>
    public async ValueTask<IQueryable<T>> NarrowAsync<T>(IQueryable<T> owned, string entity) =>
        await options.Value.OwnedRuleOf<T>().FilterAsync(this, await rights.GetScopeAsync(entity)) is { } filter ? owned.Where(filter) : owned;

    internal Guid? UserId => user.Id;

    internal ValueTask<RecordScope> ScopeOfAsync(string entity) => rights.GetScopeAsync(entity);

    internal async ValueTask<List<Guid?>> UnitsOfAsync(Guid userId, RecordScope scope) => scope switch
    {
        RecordScope.Team => [.. (await units.GetAsync(userId)).Own],
        RecordScope.Unit => [.. (await units.GetAsync(userId)).WithBeneath],
        _ => [],
    };

    internal OwnedRecords<T> OwnedRuleOf<T>() => options.Value.OwnedRuleOf<T>();

    internal async ValueTask<Expression<Func<T, bool>>?> FilterAsync<T>(IEfCoreDbContext context)
    {
        var filter = options.Value.RuleOf<T>() is { } rule ? await rule.FilterAsync(this, context) : null;
        return options.Value.ConditionOf<T>()?.Invoke(UserId) is not { } seen ? filter : filter is null ? seen : filter.And(seen);
    }
}
