using System.Globalization;
using Kernel;
using Kernel.Imports;
using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace Modules.Tests.Kernel;

/// <summary>What happens to the machine while an import runs.</summary>
public class ImportWeather
{
    /// <summary>Called with each batch after its rows were written and before they are committed.</summary>
    public Action<ImportBatch> AfterBatch { get; set; } = _ => { };
}

/// <summary>Papers with their lines: a paper is known by its number, its total is the sum of its lines.</summary>
public class PaperImporter(IRepository<Paper, Guid> papers, IGuidGenerator guids, ICurrentTenant currentTenant, ImportWeather weather) : IImporter
{
    public string Name => "papers";

    public IReadOnlyList<ImportColumn> Columns { get; } =
        [new("number", true, "شماره"), new("amount", true, "مبلغ"), new("note", false, "یادداشت")];

    public string GroupColumn => "number";

    public async Task<IReadOnlyList<RowResult>> ImportAsync(ImportBatch batch)
    {
        var numbers = batch.Groups.Select(group => group.Key).OfType<string>().ToList();
        var known = (await papers.GetListAsync(paper => numbers.Contains(paper.Number))).ToDictionary(paper => paper.Number);
        var results = new List<RowResult>();
        foreach (var group in batch.Groups)
        {
            results.AddRange(await ImportAsync(group, known.GetValueOrDefault(group.Key ?? "")));
        }
        weather.AfterBatch(batch);
        return results;
    }

    private async Task<IEnumerable<RowResult>> ImportAsync(ImportGroup group, Paper? known)
    {
        var total = Money.Zero("EUR");
        foreach (var row in group.Rows)
        {
            if (!decimal.TryParse(row["amount"], CultureInfo.InvariantCulture, out var amount))
            {
                return group.Refuse(row, KernelErrorCodes.Imports.InvalidValue, ("Column", "amount"), ("Value", row["amount"] ?? ""));
            }
            total += Money.Of(amount, "EUR");
        }
        switch (group.Rows[0]["note"])
        {
            case "rule": throw new BusinessException(KernelErrorCodes.InvalidDate).WithData("Value", "1404/12/30");
            case "bug": throw new InvalidOperationException("A bug in the importer.");
        }
        if (known is null)
        {
            await papers.InsertAsync(new Paper(guids.Create(), group.Key!, total, group.Rows.Count, currentTenant.Id));
            return group.All(RowOutcome.Created);
        }
        if (known.Total == total)
        {
            return group.All(RowOutcome.Unchanged);
        }
        (known.Total, known.Lines) = (total, group.Rows.Count);
        return group.All(RowOutcome.Updated);
    }
}
