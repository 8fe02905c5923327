using Kernel.Rights;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace Kernel.Imports;

/// <summary>Commits a batch together with the run's checkpoint, or nothing of it.</summary>
public class ImportBatchRunner(IServiceScopeFactory scopes, IUnitOfWorkManager unitsOfWork, ImportReasons reasons) : ITransientDependency
{
    /// <summary>The run as it was last committed.</summary>
    internal record Checkpoint(long Rows, long ErrorFileLength, bool IsCancelRequested);

    /// <exception cref="ImportTakenOverException">Another worker has moved the checkpoint.</exception>
    internal async Task<Checkpoint> CommitAsync(
        ImportPlan plan, Checkpoint last, IReadOnlyList<ImportReader.Group> groups, ImportErrorFile errors)
    {
        using var work = SystemWork.Begin("an import recognises what is there already, whoever sees it");
        using var scope = scopes.CreateScope();
        using var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true);
        var run = await scope.ServiceProvider.GetRequiredService<IRepository<ImportRun, Guid>>().GetAsync(plan.RunId);
        if (run.Rows != last.Rows)
        {
            throw new ImportTakenOverException();
        }
        if (run.IsCancelRequested)
        {
            return last with { IsCancelRequested = true };
        }
        errors.CutTo(run.ErrorFileLength);
        var results = await ImportAsync(plan, groups, scope.ServiceProvider);
        var refused = results.Where(result => result.Outcome == RowOutcome.Refused).OrderBy(result => result.Row.Line)
            .Select(result => (result, reasons.TextOf(result.ReasonCode!, result.Data))).ToList();
        run.Advance(results, refused.Count > 0 ? errors.Append(refused) : last.ErrorFileLength);
        await unitOfWork.CompleteAsync();
        return new Checkpoint(run.Rows, run.ErrorFileLength, run.IsCancelRequested);
    }

    private static async Task<List<RowResult>> ImportAsync(ImportPlan plan, IReadOnlyList<ImportReader.Group> groups, IServiceProvider services)
    {
        var results = groups.Where(group => group.Refusals is not null).SelectMany(group => group.Refusals!).ToList();
        var sound = groups.Where(group => group.Refusals is null).Select(group => group.Content).ToList();
        if (sound.Count > 0)
        {
            var batch = new ImportBatch(plan.RunId, sound, plan.Options);
            var answers = await plan.ImporterOf(services).ImportAsync(batch);
            if (answers.Count != batch.Rows.Count() || !answers.Select(answer => answer.Row).ToHashSet().SetEquals(batch.Rows))
            {
                throw new AbpException($"The importer '{plan.Importer}' must answer once for each row.");
            }
            results.AddRange(answers);
        }
        return results;
    }
}
