using System.Data.Common;
using System.Security.Claims;
using Kernel.Rights;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Localization;
using Volo.Abp.Security.Claims;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Kernel.Imports;

/// <summary>
/// Imports a run's file batch by batch from its checkpoint. Killed at any moment, it goes on there when it is run again, with
/// nothing lost and nothing twice. It works in the name and language of the user who started it.
/// </summary>
public class ImportJob(
    IRepository<ImportRun, Guid> runs, IServiceProvider services, ImportBatchRunner batches, ImportReasons reasons, ImportFolder folder,
    IOptions<ImportOptions> options, IUnitOfWorkManager unitsOfWork, ICurrentPrincipalAccessor principal, IUserPrincipals principals, IBackgroundJobManager jobs, IEnumerable<IImportTroubles> troubles, IClock clock)
    : AsyncBackgroundJob<RunImportArgs>, ITransientDependency
{
    /// <summary>After which a worker that was overtaken looks whether the other one has come to the end.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    public override async Task ExecuteAsync(RunImportArgs args)
    {
        var run = await ChangeRunAsync(args.RunId, run =>
        {
            if (!run.IsFinished)
            {
                run.Start(clock.Now);
            }
        });
        if (run.IsFinished)
        {
            return;
        }
        var plan = new ImportPlan(run.Id, run.TenantId, run.CreatorId, run.Importer, run.Language, run.GetOptions());
        using (CultureHelper.Use(plan.Language))
        using (principal.Change(await UserOfAsync(plan)))
        {
            await ImportAsync(plan, new ImportBatchRunner.Checkpoint(run.Rows, run.ErrorFileLength, run.IsCancelRequested));
        }
    }

    private async Task ImportAsync(ImportPlan plan, ImportBatchRunner.Checkpoint checkpoint)
    {
        try
        {
            var importer = plan.ImporterOf(services);
            await CheckAllowedAsync(plan, importer);
            var path = folder.SourceOf(plan.TenantId, plan.RunId);
            var format = ImportFormat.Detect(path, importer.Columns);
            await ChangeRunAsync(plan.RunId, run => run.Detected(format.Encoding.WebName, format.Delimiter.ToString()));

            using var errors = new ImportErrorFile(folder.ErrorsOf(plan.TenantId, plan.RunId), format);
            foreach (var batch in Batches(new ImportReader(path, format, importer.GroupColumn).Read(checkpoint.Rows)))
            {
                if (checkpoint.IsCancelRequested)
                {
                    break;
                }
                checkpoint = await CommitAsync(plan, checkpoint, batch, errors);
            }
            var outcome = checkpoint.IsCancelRequested ? ImportState.Cancelled : ImportState.Completed;
            await ChangeRunAsync(plan.RunId, run =>
            {
                if (run.Rows == checkpoint.Rows)
                {
                    errors.CutTo(run.ErrorFileLength);
                    run.Finish(outcome, clock.Now);
                }
            });
        }
        catch (BusinessException fault) // of the file as a whole; rows' faults do not come here
        {
            await FailAsync(plan, fault);
        }
        catch (Exception fault) when (fault is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            Logger.LogWarning(fault, "The file of import {RunId} cannot be read.", plan.RunId);
            await FailAsync(plan, new BusinessException(KernelErrorCodes.Imports.UnreadableFile).WithData("Row", checkpoint.Rows));
        }
        catch (ImportTakenOverException)
        {
            Logger.LogInformation("Import {RunId} is in the hands of another worker.", plan.RunId);
            await LookAgainAsync(plan);
        }
    }

    /// <summary>When a batch fails its groups are tried one by one, so that a bad one is refused and stops nothing.</summary>
    private async Task<ImportBatchRunner.Checkpoint> CommitAsync(
        ImportPlan plan, ImportBatchRunner.Checkpoint checkpoint, IReadOnlyList<ImportReader.Group> groups, ImportErrorFile errors)
    {
        try
        {
            return await batches.CommitAsync(plan, checkpoint, groups, errors);
        }
        catch (Exception exception) when (!IsBeyondTheRows(exception))
        {
            if (groups is [var single])
            {
                return await batches.CommitAsync(plan, checkpoint, [Refused(plan, single, exception)], errors);
            }
        }
        foreach (var group in groups)
        {
            checkpoint = await CommitAsync(plan, checkpoint, [group], errors);
        }
        return checkpoint;
    }

    private ImportReader.Group Refused(ImportPlan plan, ImportReader.Group group, Exception exception)
    {
        var refusals = group.Content.Rows.Select(row => reasons.Refuse(row, exception)).ToList();
        if (refusals[0].ReasonCode == KernelErrorCodes.Imports.Unexpected)
        {
            Logger.LogError(exception, "Import {RunId}: the rows from line {Line} were refused.", plan.RunId, group.Content.Rows[0].Line);
        }
        return group with { Refusals = refusals };
    }

    /// <summary>Shut-down, a lost database, a full disk or another worker say nothing about the rows: the job ends and is run again later.</summary>
    private bool IsBeyondTheRows(Exception exception) =>
        exception is OperationCanceledException or ImportTakenOverException
        || exception.GetBaseException() is DbException { IsTransient: true } || troubles.Any(trouble => trouble.Contains(exception));

    private IEnumerable<List<ImportReader.Group>> Batches(IEnumerable<ImportReader.Group> groups)
    {
        var (batch, rows) = (new List<ImportReader.Group>(), 0);
        foreach (var group in groups)
        {
            batch.Add(group);
            rows += group.Count;
            if (rows >= options.Value.BatchRows)
            {
                yield return batch;
                (batch, rows) = ([], 0);
            }
        }
        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>The other worker may yet be killed, and this job's end takes the job out of the queue for both.</summary>
    private async Task LookAgainAsync(ImportPlan plan)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        await jobs.EnqueueAsync(new RunImportArgs { RunId = plan.RunId, TenantId = plan.TenantId }, delay: LookAgain);
        await unitOfWork.CompleteAsync();
    }

    private Task FailAsync(ImportPlan plan, BusinessException fault) =>
        ChangeRunAsync(plan.RunId, run => run.Finish(ImportState.Failed, clock.Now, reasons.TextOf(fault)));

    private async Task<ImportRun> ChangeRunAsync(Guid runId, Action<ImportRun> change)
    {
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        var run = await runs.GetAsync(runId);
        change(run);
        await unitOfWork.CompleteAsync();
        return run;
    }

    /// <summary>What the user may do is asked again when the job runs. Without one it was started at the machine.</summary>
    private async Task CheckAllowedAsync(ImportPlan plan, IImporter importer)
    {
        if (plan.UserId is not null && importer.Permission is { } permission
            && !await services.GetRequiredService<IPermissionChecker>().IsGrantedAsync(permission))
        {
            throw new BusinessException(KernelErrorCodes.Imports.NotAllowed);
        }
    }

    private async Task<ClaimsPrincipal> UserOfAsync(ImportPlan plan) =>
        (plan.UserId is { } userId ? await principals.FindAsync(userId) : null) ?? new ClaimsPrincipal(new ClaimsIdentity());
}
