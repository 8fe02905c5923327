using Kernel.Reading;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Uow;

namespace Workspace.Administration;

/// <summary>Who changed what people may do, in the ledger beside the reads.</summary>
public class RightsLedger(IReadLedger ledger, IUnitOfWorkManager unitOfWorkManager) : ITransientDependency
{
    private const int MaxDetail = 500;

    /// <summary>Once the change is committed: the ledger's own transaction would wait for ours on SQLite.</summary>
    /// <param name="entity">The permission to administer what was changed.</param>
    /// <param name="changes">One word or sentence each; as many entries are written as they need.</param>
    public virtual void Write(string entity, string? id, string subject, params IEnumerable<string> changes) =>
        unitOfWorkManager.Current!.OnCompleted(async () =>
        {
            foreach (var detail in Lines(subject, changes))
            {
                await ledger.WriteAsync(new ReadEntry(ReadKind.RightsChange, entity, id, Detail: detail));
            }
        });

    private static IEnumerable<string> Lines(string subject, IEnumerable<string> changes)
    {
        var line = subject + ":";
        foreach (var change in changes)
        {
            if (line.Length + change.Length >= MaxDetail && line.Length > subject.Length + 1)
            {
                yield return line;
                line = subject + ":";
            }
            line += " " + change;
        }
        yield return line;
    }
}
