using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;

namespace Kernel.Rights;

internal interface IRecordRule<T>
{
    /// <returns>What the current user's records have in common; null when he sees all.</returns>
    ValueTask<Expression<Func<T, bool>>?> FilterAsync(RecordRights rights, IEfCoreDbContext context);
}

internal sealed class OwnedRecords<T>(string entity, Expression<Func<T, Guid?>> owner, Expression<Func<T, Guid?>> unit) : IRecordRule<T>
{
    public string Entity => entity;

    public async ValueTask<Expression<Func<T, bool>>?> FilterAsync(RecordRights rights, IEfCoreDbContext context) =>
        await FilterAsync(rights, await rights.ScopeOfAsync(entity));

    /// <remarks>A shape of its own for each scope, so that each has a plan of its own.</remarks>
    public async ValueTask<Expression<Func<T, bool>>?> FilterAsync(RecordRights rights, RecordScope scope)
    {
        if (scope == RecordScope.All)
        {
            return null;
        }
        if (scope == RecordScope.None || rights.UserId is not { } user)
        {
            return _ => false;
        }
        Guid? me = user;
        var units = await rights.UnitsOfAsync(user, scope);
        return units.Count == 0
            ? Filters.Of<T, Guid?>(owner, id => id == me)
            : Filters.Of<T, Guid?>(owner, id => id == me).Or(Filters.Of<T, Guid?>(unit, id => units.Contains(id)));
    }
}

internal sealed class FollowingRecords<T, TMaster>(Expression<Func<T, Guid>> master) : IRecordRule<T> where TMaster : class, IEntity<Guid>
{
    public async ValueTask<Expression<Func<T, bool>>?> FilterAsync(RecordRights rights, IEfCoreDbContext context) =>
        Filters.Follow(master, await rights.FilterAsync<TMaster>(context), context);
}

internal sealed class ScopedRecords<T, TMaster>(Expression<Func<T, Guid>> master, string entity, Expression<Func<T, Guid?>>? owner)
    : IRecordRule<T> where TMaster : class, IEntity<Guid>
{
    public async ValueTask<Expression<Func<T, bool>>?> FilterAsync(RecordRights rights, IEfCoreDbContext context)
    {
        var masters = rights.OwnedRuleOf<TMaster>();
        var (whole, part) = (await rights.ScopeOfAsync(masters.Entity), await rights.ScopeOfAsync(entity));
        if (owner is null || part >= whole || part == RecordScope.None)
        {
            return Filters.Follow(master, await masters.FilterAsync(rights, Filters.Narrower(whole, part)), context);
        }
        var me = rights.UserId;
        var mine = Filters.Of<T, Guid?>(owner, id => id == me);
        var ofMasters = Filters.Follow(master, await masters.FilterAsync(rights, part), context)!;
        var inSight = Filters.Follow(master, await masters.FilterAsync(rights, whole), context);
        return inSight is null ? mine.Or(ofMasters) : inSight.And(mine.Or(ofMasters));
    }
}

internal sealed class RecordsOfKinds<T, TMaster, TKind>(
    Expression<Func<T, Guid>> master, Expression<Func<T, TKind>> kind, IReadOnlyDictionary<TKind, string> entities)
    : IRecordRule<T> where TMaster : class, IEntity<Guid> where TKind : notnull
{
    public async ValueTask<Expression<Func<T, bool>>?> FilterAsync(RecordRights rights, IEfCoreDbContext context)
    {
        var masters = rights.OwnedRuleOf<TMaster>();
        var whole = await rights.ScopeOfAsync(masters.Entity);
        var kinds = new Dictionary<RecordScope, List<TKind>>();
        foreach (var (one, entity) in entities)
        {
            var scope = Filters.Narrower(whole, await rights.ScopeOfAsync(entity));
            kinds.TryAdd(scope, []);
            kinds[scope].Add(one);
        }
        if (kinds.Count == 1) // as in most roles: nothing to tell apart
        {
            return Filters.Follow(master, await masters.FilterAsync(rights, kinds.Keys.Single()), context);
        }
        Expression<Func<T, bool>>? filter = null;
        foreach (var (scope, some) in kinds.Where(group => group.Key != RecordScope.None))
        {
            var ofKinds = Filters.Of<T, TKind>(kind, one => some.Contains(one));
            var seen = Filters.Follow(master, await masters.FilterAsync(rights, scope), context);
            ofKinds = seen is null ? ofKinds : ofKinds.And(seen);
            filter = filter is null ? ofKinds : filter.Or(ofKinds);
        }
        return filter;
    }
}

internal static class Filters
{
    public static RecordScope Narrower(RecordScope one, RecordScope other) => one < other ? one : other;

    /// <summary>A condition on what <paramref name="value"/> reads from a record.</summary>
    public static Expression<Func<T, bool>> Of<T, TValue>(Expression<Func<T, TValue>> value, Expression<Func<TValue, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(
            ReplacingExpressionVisitor.Replace(condition.Parameters[0], value.Body, condition.Body), value.Parameters);

    /// <param name="seen">Which masters are in sight; null for all, and then all records are.</param>
    public static Expression<Func<T, bool>>? Follow<T, TMaster>(
        Expression<Func<T, Guid>> master, Expression<Func<TMaster, bool>>? seen, IEfCoreDbContext context) where TMaster : class, IEntity<Guid>
    {
        if (seen is null)
        {
            return null;
        }
        var masters = context.Set<TMaster>().Where(seen);
        return Of(master, id => masters.Any(one => one.Id == id));
    }

    public static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(Expression.AndAlso(one.Body, Rebound(other, one)), one.Parameters);

    public static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(Expression.OrElse(one.Body, Rebound(other, one)), one.Parameters);

    private static Expression Rebound<T>(Expression<Func<T, bool>> filter, Expression<Func<T, bool>> to) =>
        ReplacingExpressionVisitor.Replace(filter.Parameters[0], to.Parameters[0], filter.Body);
}
