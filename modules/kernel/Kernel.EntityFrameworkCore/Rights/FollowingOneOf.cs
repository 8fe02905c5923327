using System.Linq.Expressions;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;

namespace Kernel.Rights;

/// <summary>Of records that belong to a record of one kind or of another: each master that they have must be in sight.</summary>
internal sealed class FollowingOneOf<T, TOne, TOther>(Expression<Func<T, Guid?>> one, Expression<Func<T, Guid?>> other) : IRecordRule<T>
    where TOne : class, IEntity<Guid> where TOther : class, IEntity<Guid>
{
    public async ValueTask<Expression<Func<T, bool>>?> FilterAsync(RecordRights rights, IEfCoreDbContext context)
    {
        var (ofOne, ofOther) = (await FollowAsync<TOne>(one, rights, context), await FollowAsync<TOther>(other, rights, context));
        return ofOne is null ? ofOther : ofOther is null ? ofOne : ofOne.And(ofOther);
    }

    private static async ValueTask<Expression<Func<T, bool>>?> FollowAsync<TMaster>(Expression<Func<T, Guid?>> master, RecordRights rights, IEfCoreDbContext context)
        where TMaster : class, IEntity<Guid>
    {
        if (await rights.FilterAsync<TMaster>(context) is not { } seen)
        {
            return null;
        }
        var masters = context.Set<TMaster>().Where(seen);
        return Filters.Of<T, Guid?>(master, id => id == null || masters.Any(record => record.Id == id));
    }
}
