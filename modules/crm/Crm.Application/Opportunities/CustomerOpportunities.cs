using Crm.Choices;
using Crm.Localization;
using Crm.Pipelines;
using Kernel.Monetary;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;

namespace Crm.Opportunities;

/// <param name="Stage">In the reader's language.</param>
/// <param name="Amount">Null for a reader who does not see amounts.</param>
public record CustomerOpportunity(Guid Id, string Title, DateOnly OpenedOn, OpportunityState State, string Stage, Money? Amount, string? NextStep);

/// <summary>A customer's opportunities for their file. It asks no permission: the file's source has.</summary>
public class CustomerOpportunities(
    IReadOnlyRepository<Opportunity, Guid> opportunities, IReadOnlyRepository<PipelineStage, Guid> stages,
    OpportunityRows shown, IAsyncQueryableExecuter executer, IStringLocalizer<CrmResource> texts) : ITransientDependency
{
    /// <param name="before">Only those opened before this day.</param>
    /// <returns>The newest opened first; at most <paramref name="max"/>.</returns>
    public virtual async Task<List<CustomerOpportunity>> GetAsync(Guid customerId, int max, DateOnly? before = null)
    {
        var found = (await opportunities.GetQueryableAsync()).Where(opportunity => opportunity.CustomerId == customerId);
        if (before is { } day)
        {
            found = found.Where(opportunity => opportunity.OpenedOn < day);
        }
        var rows = await executer.ToListAsync(
            from opportunity in found.OrderByDescending(opportunity => opportunity.OpenedOn).ThenByDescending(opportunity => opportunity.Id).Take(max)
            join stage in await stages.GetQueryableAsync() on opportunity.StageId equals stage.Id
            select new { opportunity.Id, opportunity.Title, opportunity.OpenedOn, opportunity.State, stage.Code, stage.Name, opportunity.Amount, opportunity.NextStep });
        var sees = await shown.SeesAmountsAsync();
        return [.. rows.OrderByDescending(row => row.OpenedOn).ThenByDescending(row => row.Id).Select(row => new CustomerOpportunity(
            row.Id, row.Title, row.OpenedOn, row.State, texts.NameOf("Stage", row.Code, row.Name), sees ? row.Amount : null, row.NextStep))];
    }
}
