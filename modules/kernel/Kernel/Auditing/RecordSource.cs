using System.Linq.Expressions;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Kernel.Auditing;

/// <summary>The records of one entity that its repository lets the reader see, for those who have the permission to read that kind at all.</summary>
public abstract class RecordSource<TEntity>(
    IReadOnlyRepository<TEntity, Guid> records, IAsyncQueryableExecuter executer, IPermissionChecker permissions, string permission) : IRecordSource
    where TEntity : class, IEntity<Guid>
{
    /// <summary>What a record is called by, beside its id.</summary>
    protected abstract Expression<Func<TEntity, RecordCall>> Call { get; }

    protected abstract RecordName Name(RecordCall record);

    public virtual async Task<IReadOnlyList<RecordName>> GetAsync(IReadOnlyCollection<Guid> ids)
    {
        if (!await permissions.IsGrantedAsync(permission)) { return []; }
        var found = await executer.ToListAsync((await records.GetQueryableAsync()).Where(record => ids.Contains(record.Id)).Select(Call));
        return found.ConvertAll(Name);
    }
}

/// <param name="Text">A name, a number, or whatever the source makes a name of.</param>
public record RecordCall(Guid Id, string? Text);
