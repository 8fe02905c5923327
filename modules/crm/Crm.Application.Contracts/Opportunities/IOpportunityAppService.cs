using Volo.Abp.Application.Services;

namespace Crm.Opportunities;

public interface IOpportunityAppService : IApplicationService
{
    Task<OpportunityDto> GetAsync(Guid id);

    /// <summary>The newest opened first, page after page; never counts.</summary>
    Task<OpportunityPage> GetListAsync(OpportunityListInput input);

    /// <summary>What is open with a customer, at most twenty: shown before another one is opened.</summary>
    Task<List<OpportunityRow>> GetOpenOfCustomerAsync(Guid customerId);

    /// <summary>In the first stage of its pipeline.</summary>
    Task<Guid> OpenAsync(OpenOpportunityDto input);

    Task UpdateAsync(Guid id, UpdateOpportunityDto input);

    /// <returns>What a board must draw anew.</returns>
    Task<MovedDto> MoveAsync(Guid id, MoveOpportunityDto input);

    /// <summary>Into a stage of another pipeline.</summary>
    Task ChangePipelineAsync(Guid id, ChangePipelineDto input);

    Task PlanNextStepAsync(Guid id, NextStepDto input);

    /// <summary>When it is expected to close and what comes next, as a list writes them in their place.</summary>
    Task PlanAsync(Guid id, PlanOpportunityDto input);

    /// <param name="ownerId">Null leaves it without anyone in charge.</param>
    Task SetOwnerAsync(Guid id, Guid? ownerId);

    Task WinAsync(Guid id, CloseOpportunityDto input);

    /// <summary>A reason is required.</summary>
    Task LoseAsync(Guid id, CloseOpportunityDto input);

    Task ReopenAsync(Guid id);

    /// <summary>Adds the person to the buying group or changes their part in it.</summary>
    Task SetRoleAsync(Guid id, BuyingPersonDto input);
    Task RemovePersonAsync(Guid id, Guid personId);

    Task AddCompetitorAsync(Guid id, Guid competitorId);
    Task RemoveCompetitorAsync(Guid id, Guid competitorId);

    Task AddObjectionAsync(Guid id, ObjectionDto input);
    Task AnswerObjectionAsync(Guid id, Guid objectionId, AnswerDto input);
}
