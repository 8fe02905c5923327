using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Kernel.Imports;

/// <summary>Where the files of a run lie. Nothing in a path comes from a user.</summary>
public class ImportFolder(IOptions<ImportOptions> options) : ISingletonDependency
{
    public string SourceOf(Guid? tenantId, Guid runId) => Path.Combine(Of(tenantId, runId), "source");

    public string ErrorsOf(Guid? tenantId, Guid runId) => Path.Combine(Of(tenantId, runId), "refused.csv");

    /// <summary>The whole file or, when there is no room for it, nothing.</summary>
    public async Task KeepAsync(Guid? tenantId, Guid runId, Stream file)
    {
        Directory.CreateDirectory(Of(tenantId, runId));
        try
        {
            await using var copy = new FileStream(SourceOf(tenantId, runId), FileMode.Create, FileAccess.Write);
            await file.CopyToAsync(copy);
            copy.Flush(flushToDisk: true);
        }
        catch
        {
            Remove(tenantId, runId);
            throw;
        }
    }

    public void Remove(Guid? tenantId, Guid runId) => Directory.Delete(Of(tenantId, runId), recursive: true);

    private string Of(Guid? tenantId, Guid runId) =>
        Path.GetFullPath(Path.Combine(options.Value.Folder, tenantId?.ToString("N") ?? "host", runId.ToString("N")));
}
