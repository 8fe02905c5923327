namespace Kernel.Imports;

/// <summary>Starts and follows imports. The work itself is a background job that goes on where it was after a kill.</summary>
public interface IImportManager
{
    /// <summary>Keeps a copy of the file and queues the job, which begins when the unit of work is committed.</summary>
    /// <param name="importerName">An <see cref="IImporter.Name"/>.</param>
    /// <param name="file">Comma, semicolon or tab separated; UTF-8, UTF-16 or Windows-1256; plain or gzip. The header is its first line.</param>
    /// <returns>The id of the run.</returns>
    Task<Guid> StartAsync(string importerName, Stream file, string fileName, IReadOnlyDictionary<string, string>? options = null);

    /// <summary>The job stops after the batch it is in. What was imported stays.</summary>
    Task CancelAsync(Guid runId);

    /// <summary>Queues a cancelled or failed run again; it goes on after its last committed row.</summary>
    Task ResumeAsync(Guid runId);

    Task<ImportProgress> GetProgressAsync(Guid runId);

    /// <returns>The refused rows with line and reason, to be mended and sent again; null when there are none.</returns>
    Task<Stream?> OpenErrorsAsync(Guid runId);
}
