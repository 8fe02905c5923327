using Crm.Permissions;
using Crm.Users;
using Kernel.Monetary;
using Kernel.Rights;
using Parties.Parties;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Linq;
using Volo.Abp.Users;

namespace Crm.Opportunities;

/// <summary>Opportunities as boards and lists show them: one statement, and users' names when they are not remembered.</summary>
public class OpportunityRows(
    IReadOnlyRepository<Opportunity, Guid> opportunities, ICrmPartyRows parties,
    IRights rights, UserNames userNames, ICurrentUser user, IAsyncQueryableExecuter executer) : ITransientDependency
{
    /// <param name="text">Each of its words stands in the title or in the customer's name.</param>
    public virtual async Task<IQueryable<Opportunity>> FindAsync(string? text)
    {
        var found = await opportunities.GetQueryableAsync();
        var names = await parties.GetQueryableAsync();
        foreach (var word in new PartySearch(text).Words)
        {
            found = found.Where(opportunity =>
                opportunity.SearchKey.Contains(word) || names.Any(party => party.Id == opportunity.CustomerId && party.SearchKey.Contains(word)));
        }
        return found;
    }

    public virtual async Task<IQueryable<Opportunity>> FindAsync(OpportunityListInput input)
    {
        var found = await FindAsync(input.Text);
        if (input.State is { } state) { found = found.Where(opportunity => opportunity.State == state); }
        if (input.PipelineId is { } pipeline) { found = found.Where(opportunity => opportunity.PipelineId == pipeline); }
        if (input.StageId is { } stage) { found = found.Where(opportunity => opportunity.StageId == stage); }
        if (input.CustomerId is { } customer) { found = found.Where(opportunity => opportunity.CustomerId == customer); }
        if (input.CloseFrom is { } from) { found = found.Where(opportunity => opportunity.ExpectedClose >= from); }
        if (input.CloseBefore is { } before) { found = found.Where(opportunity => opportunity.ExpectedClose < before); }
        var owner = input.Mine ? user.Id : input.OwnerId;
        return owner is null ? found : found.Where(opportunity => opportunity.OwnerId == owner);
    }

    /// <summary>What a board shows.</summary>
    public virtual async Task<IQueryable<Opportunity>> FindOpenAsync(BoardInput board, Guid pipelineId)
    {
        var open = (await FindAsync(board.Text)).Where(opportunity => opportunity.State == OpportunityState.Open && opportunity.PipelineId == pipelineId);
        var me = user.Id;
        return board.Mine ? open.Where(opportunity => opportunity.OwnerId == me) : open;
    }

    public virtual async Task<IQueryable<OpportunityRow>> SelectAsync(IQueryable<Opportunity> found) =>
        from opportunity in found
        join customer in await parties.GetQueryableAsync() on opportunity.CustomerId equals customer.Id
        select new OpportunityRow
        {
            Id = opportunity.Id,
            Title = opportunity.Title,
            CustomerId = opportunity.CustomerId,
            CustomerName = customer.Name,
            PipelineId = opportunity.PipelineId,
            StageId = opportunity.StageId,
            StageSince = opportunity.StageSince,
            State = opportunity.State,
            Amount = opportunity.Amount,
            Probability = opportunity.Probability,
            ExpectedClose = opportunity.ExpectedClose,
            OpenedOn = opportunity.OpenedOn,
            ClosedOn = opportunity.ClosedOn,
            OwnerId = opportunity.OwnerId,
            NextStep = opportunity.NextStep,
            NextStepOn = opportunity.NextStepOn,
            ConcurrencyStamp = opportunity.ConcurrencyStamp,
        };

    public virtual async Task<List<OpportunityRow>> ReadAsync(IQueryable<OpportunityRow> query)
    {
        var rows = await executer.ToListAsync(query);
        if (!await SeesAmountsAsync())
        {
            rows.ForEach(row => row.Amount = null);
        }
        var owners = await userNames.GetAsync(rows.Select(row => row.OwnerId));
        rows.ForEach(row => row.OwnerName = row.OwnerId is { } owner ? owners.GetValueOrDefault(owner) : null);
        return rows;
    }

    public async Task<bool> SeesAmountsAsync() => await rights.GetAccessAsync(CrmPermissions.Opportunities.Amounts) >= FieldAccess.Visible;

    /// <summary>Count, amount and weighted amount of each stage and currency: one statement for any number of stages.</summary>
    public virtual async Task<List<StageTotal>> GetTotalsAsync(IQueryable<Opportunity> open)
    {
        var sums = await executer.ToListAsync(
            from opportunity in open
            group opportunity by new { opportunity.StageId, opportunity.Amount.Currency } into stage
            select new
            {
                stage.Key.StageId,
                stage.Key.Currency,
                Count = stage.Count(),
                Amount = stage.Sum(opportunity => opportunity.Amount.Amount),
                Weighted = stage.Sum(opportunity => opportunity.Amount.Amount * opportunity.Probability),
            });
        var sees = await SeesAmountsAsync();
        return sums.ConvertAll(sum => new StageTotal(
            sum.StageId, sum.Count, sees ? new Money(sum.Amount, sum.Currency) : null,
            sees ? new Money((long)Math.Round(sum.Weighted, MidpointRounding.AwayFromZero), sum.Currency) : null));
    }
}
