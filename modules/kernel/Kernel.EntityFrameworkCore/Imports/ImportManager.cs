using System.Globalization;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Kernel.Imports;

public class ImportManager(
    IRepository<ImportRun, Guid> runs, IDbContextProvider<IKernelDbContext> contexts, IEnumerable<IImporter> importers, ImportFolder folder,
    IBackgroundJobManager jobs, IUnitOfWorkManager unitsOfWork, ICurrentTenant currentTenant, IGuidGenerator guids)
    : IImportManager, ITransientDependency
{
    public virtual async Task<Guid> StartAsync(
        string importerName, Stream file, string fileName, IReadOnlyDictionary<string, string>? options = null)
    {
        if (importers.All(importer => importer.Name != importerName))
        {
            throw new BusinessException(KernelErrorCodes.Imports.UnknownImporter)
                .WithData("Importer", importerName)
                .WithData("Known", string.Join(", ", importers.Select(importer => importer.Name)));
        }
        var (runId, tenantId) = (guids.Create(), currentTenant.Id);
        await folder.KeepAsync(tenantId, runId, file);

        using var unitOfWork = unitsOfWork.Begin(isTransactional: true);
        unitsOfWork.Current!.Failed += (_, _) => folder.Remove(tenantId, runId);
        await runs.InsertAsync(new ImportRun(
            runId, importerName, Path.GetFileName(fileName), CultureInfo.CurrentUICulture.Name, options ?? new Dictionary<string, string>(), tenantId));
        await EnqueueAsync(runId);
        await unitOfWork.CompleteAsync();
        return runId;
    }

    public virtual async Task CancelAsync(Guid runId)
    {
        using var unitOfWork = unitsOfWork.Begin();
        var context = await contexts.GetDbContextAsync();
        await context.ImportRuns.Where(run => run.Id == runId) // beside the running job, which writes the rest of the row
            .ExecuteUpdateAsync(update => update.SetProperty(run => run.IsCancelRequested, true));
        await unitOfWork.CompleteAsync();
    }

    public virtual async Task ResumeAsync(Guid runId)
    {
        using var unitOfWork = unitsOfWork.Begin(isTransactional: true);
        var run = await runs.GetAsync(runId);
        if (!run.IsFinished)
        {
            throw new BusinessException(KernelErrorCodes.Imports.StillRunning);
        }
        run.QueueAgain();
        await EnqueueAsync(runId);
        await unitOfWork.CompleteAsync();
    }

    public virtual async Task<ImportProgress> GetProgressAsync(Guid runId)
    {
        using var unitOfWork = unitsOfWork.Begin();
        var run = await runs.GetAsync(runId);
        await unitOfWork.CompleteAsync();
        return new ImportProgress(
            run.Id, run.Importer, run.FileName, run.State, run.Rows, run.Created, run.Updated, run.Unchanged, run.Refused, run.GetReasons(),
            run.Encoding, run.Delimiter, run.StartedAt, run.FinishedAt,
            run.Refused > 0 ? folder.ErrorsOf(run.TenantId, run.Id) : null, run.Failure);
    }

    public virtual async Task<Stream?> OpenErrorsAsync(Guid runId) =>
        (await GetProgressAsync(runId)).ErrorFile is { } path
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
            : null;

    private Task EnqueueAsync(Guid runId) => jobs.EnqueueAsync(new RunImportArgs { RunId = runId, TenantId = currentTenant.Id });
}
