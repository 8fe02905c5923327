using Kernel.Auditing;
using Kernel.Reading;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace Workspace.Auditing;

/// <param name="From">UTC, inclusive.</param>
/// <param name="To">UTC, exclusive.</param>
/// <param name="Value">Some of an old or new value, as it is stored.</param>
/// <param name="Before">Time and id of the last row shown; the list goes on after it.</param>
public record AuditFilter(
    DateTime From, DateTime To, Guid? UserId = null, string? Entity = null, string? RecordId = null, ChangeKind? Change = null, ReadKind? Read = null,
    string? Field = null, string? Value = null, (DateTime Time, Guid Id)? Before = null);

/// <summary>Changes and reads of the current organisation, newest first, page by page.</summary>
public class AuditTrail(IReadOnlyRepository<ChangeRecord, Guid> changes, IReadOnlyRepository<ReadRecord, Guid> reads) : ITransientDependency
{
    public const int PageSize = 50;

    /// <summary>More of one record's history is not folded into a state of it.</summary>
    public const int MaxHistory = 2000;

    /// <returns>One row more than a page when there are more.</returns>
    public virtual async Task<List<ChangeRecord>> GetChangesAsync(AuditFilter filter)
    {
        var query = (await changes.GetQueryableAsync()).Where(change => change.Time >= filter.From && change.Time < filter.To);
        if (filter.UserId is { } userId) { query = query.Where(change => change.UserId == userId); }
        if (filter.Entity is { } entity) { query = query.Where(change => change.Entity == entity); }
        if (filter.RecordId is { } recordId) { query = query.Where(change => change.RecordId == recordId); }
        if (filter.Change is { } kind) { query = query.Where(change => change.Kind == kind); }
        if (filter.Field is { } field) { query = query.Where(change => change.Changes.Contains($"\"n\":\"{field}\"")); }
        if (filter.Value is { } value)
        {
            var written = ChangeRecord.AsWritten(value);
            query = query.Where(change => change.Changes.Contains(written));
        }
        if (filter.Before is var (time, id)) { query = query.Where(change => change.Time < time || (change.Time == time && change.Id.CompareTo(id) < 0)); }
        return await query.OrderByDescending(change => change.Time).ThenByDescending(change => change.Id).Take(PageSize + 1).ToListAsync();
    }

    /// <returns>One row more than a page when there are more.</returns>
    public virtual async Task<List<ReadRecord>> GetReadsAsync(AuditFilter filter)
    {
        var query = (await reads.GetQueryableAsync()).Where(read => read.Time >= filter.From && read.Time < filter.To);
        if (filter.UserId is { } userId) { query = query.Where(read => read.UserId == userId); }
        if (filter.Entity is { } entity) { query = query.Where(read => read.Entity == entity); }
        if (filter.RecordId is { } recordId) { query = query.Where(read => read.EntityId == recordId); }
        if (filter.Read is { } kind) { query = query.Where(read => read.Kind == kind); }
        if (filter.Field is { } field) { query = query.Where(read => read.Field == field); }
        if (filter.Value is { } words) { query = query.Where(read => read.Detail!.Contains(words)); }
        if (filter.Before is var (time, id)) { query = query.Where(read => read.Time < time || (read.Time == time && read.Id.CompareTo(id) < 0)); }
        return await query.OrderByDescending(read => read.Time).ThenByDescending(read => read.Id).Take(PageSize + 1).ToListAsync();
    }

    /// <summary>A record's changes from its first, at most <see cref="MaxHistory"/>.</summary>
    public virtual async Task<List<ChangeRecord>> GetHistoryAsync(Guid id)
    {
        var recordId = id.ToString();
        return await (await changes.GetQueryableAsync()).Where(change => change.RecordId == recordId)
            .OrderBy(change => change.Time).ThenBy(change => change.Id).Take(MaxHistory).ToListAsync();
    }
}
