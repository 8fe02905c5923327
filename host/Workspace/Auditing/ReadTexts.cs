using Kernel.Reading;
using Microsoft.Extensions.Localization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;

namespace Workspace.Auditing;

public record ReadRow(
    Guid Id, DateTime Time, ReadKind Kind, string What, string? RecordName, string? RecordUrl, string? Field, int Rows, string? Detail,
    string? UserName, string? ImpersonatorName, string? ClientAddress);

/// <summary>Reads as people read them.</summary>
public class ReadTexts(
    RecordNames names, IPermissionDefinitionManager definitions, IStringLocalizerFactory localizers, IStringLocalizer<WorkspaceResource> texts) : ITransientDependency
{
    public virtual async Task<IReadOnlyList<ReadRow>> ReadAsync(IReadOnlyList<ReadRecord> reads)
    {
        var records = await names.GetAsync(reads.Select(read => read.EntityId));
        var users = await names.GetUsersAsync(reads.Where(read => read.UserId is not null).Select(read => read.UserId!.Value));
        var rows = new List<ReadRow>();
        foreach (var read in reads)
        {
            var record = Guid.TryParse(read.EntityId, out var id) ? records.GetValueOrDefault(id) : null;
            var user = read.UserId is { } userId ? users.GetValueOrDefault(userId) ?? read.UserName : read.UserName;
            rows.Add(new ReadRow(
                read.Id, read.Time, read.Kind, await EntityNameAsync(read.Entity), record?.Name, record?.Url, read.Field, read.Rows, read.Detail,
                user, read.ImpersonatorName, read.ClientAddress));
        }
        return rows;
    }

    /// <summary>The name of the permission to see such records, which everybody who manages permissions knows.</summary>
    private async Task<string> EntityNameAsync(string entity) =>
        texts["Reads:" + entity] is { ResourceNotFound: false } own ? own.Value
        : await definitions.GetOrNullAsync(entity) is { } permission ? permission.DisplayName.Localize(localizers)
        : entity;
}
