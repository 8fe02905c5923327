using Crm.Activities;
using Crm.CheckLists;
using Crm.Choices;
using Crm.Customers;
using Crm.Permissions;
using Crm.Pipelines;
using Crm.Users;
using Kernel.Monetary;
using Kernel.Reading;
using Microsoft.AspNetCore.Authorization;
using Kernel.Rights;
using Parties;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace Crm.Opportunities;

[Authorize(CrmPermissions.Opportunities.Default)]
public class OpportunityAppService(
    IRepository<Opportunity, Guid> opportunities,
    IRepository<Pipeline, Guid> pipelines,
    IReadOnlyRepository<Customer, Guid> customers,
    IReadOnlyRepository<Activity, Guid> activities,
    ICrmPartyRows parties,
    IReadOnlyRepository<Choice, Guid> choices,
    IReadOnlyRepository<StageMove, Guid> moves,
    IExternalUserLookupServiceProvider users,
    OpportunityRows rows,
    IRights rights,
    CheckListManager checkLists,
    PipelineReader pipelineReader,
    UserNames userNames) : CrmAppService, IOpportunityAppService
{
    private const int MaxOpen = 20;
    private const int MaxMoves = 50;

    [Reads(CrmPermissions.Opportunities.Default, Id = "id")]
    public virtual async Task<OpportunityDto> GetAsync(Guid id)
    {
        var all = await opportunities.GetQueryableAsync();
        var row = (await rows.ReadAsync(await rows.SelectAsync(all.Where(opportunity => opportunity.Id == id)))).FirstOrDefault()
            ?? throw new EntityNotFoundException(typeof(Opportunity), id);
        var opportunity = await opportunities.GetAsync(id);
        return new OpportunityDto(
            row, await rights.GetAccessAsync(CrmPermissions.Opportunities.Amounts), opportunity.Need, opportunity.Product, opportunity.SourceId, opportunity.LeadId, opportunity.ReasonId, opportunity.CompetitorId, opportunity.CloseNote,
            await GetLastContactAsync(row.CustomerId), await GetPeopleAsync(opportunity), [.. opportunity.Competitors.Select(known => known.CompetitorId)],
            [.. opportunity.Objections.Select(objection => new ObjectionRow(objection.Id, objection.Text, objection.Answer))], await GetMovesAsync(id),
            await GetFitAsync(row.CustomerId));
    }

    [Reads(CrmPermissions.Opportunities.Default, Words = "text", Rows = "Rows")]
    public virtual async Task<OpportunityPage> GetListAsync(OpportunityListInput input)
    {
        var found = await rows.FindAsync(input);
        if (input is { AfterOn: { } on, AfterId: { } id })
        {
            found = found.Where(opportunity => opportunity.OpenedOn <= on && (opportunity.OpenedOn < on || opportunity.Id.CompareTo(id) < 0));
        }
        var page = await rows.ReadAsync((await rows.SelectAsync(found))
            .OrderByDescending(row => row.OpenedOn).ThenByDescending(row => row.Id).Take(input.Max + 1));
        return new OpportunityPage(page.Take(input.Max).ToList(), page.Count > input.Max);
    }

    [Reads(CrmPermissions.Opportunities.Default, Id = "customerId")]
    public virtual async Task<List<OpportunityRow>> GetOpenOfCustomerAsync(Guid customerId)
    {
        await parties.GetAsync(customerId);
        var open = (await opportunities.GetQueryableAsync())
            .Where(opportunity => opportunity.CustomerId == customerId && opportunity.State == OpportunityState.Open);
        return await rows.ReadAsync((await rows.SelectAsync(open)).OrderByDescending(row => row.OpenedOn).ThenByDescending(row => row.Id).Take(MaxOpen));
    }

    [Authorize(CrmPermissions.Opportunities.Create)]
    public virtual async Task<Guid> OpenAsync(OpenOpportunityDto input)
    {
        var customer = await parties.GetAsync(input.CustomerId);
        await RefuseWhenOthersAreOpenAsync(input, customer.Name);
        var profile = await customers.FindAsync(customer.Id) ?? new Customer(customer.Id);
        var pipeline = await GetPipelineAsync(input.PipelineId);
        var opportunity = profile.OpenOpportunity(
            GuidGenerator.Create(), input.Title, pipeline, ToMoney(input.Amount, input.Currency), input.ExpectedClose,
            input.OpenedOn ?? DateOnly.FromDateTime(Clock.Now), Clock.Now, GuidGenerator.Create());
        opportunity.Describe(opportunity.Title, opportunity.Amount, input.ExpectedClose, input.Need);
        opportunity.SetProduct(input.Product);
        opportunity.PlanNextStep(input.NextStep, input.NextStepOn);
        opportunity.SetOrigin(await KnownAsync(input.SourceId), null);
        await SetOwnerAsync(opportunity, input.OwnerId ?? CurrentUser.Id, customer.UnitId);
        await opportunities.InsertAsync(opportunity);
        await checkLists.EnterAsync(opportunity, pipeline.First);
        return opportunity.Id;
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task UpdateAsync(Guid id, UpdateOpportunityDto input)
    {
        var opportunity = await GetUnchangedAsync(id, input.ConcurrencyStamp);
        opportunity.Describe(input.Title, await WrittenAsync(opportunity, ToMoney(input.Amount, input.Currency)), input.ExpectedClose, input.Need);
        opportunity.SetProduct(input.Product);
        opportunity.Estimate(input.Probability ?? (await pipelines.GetAsync(opportunity.PipelineId)).Stage(opportunity.StageId).Probability);
        opportunity.SetOrigin(await KnownAsync(input.SourceId), opportunity.LeadId);
    }

    /// <summary>Whoever may not change amounts may send the amount as he saw it, or leave it out; what is stored is kept.</summary>
    private async Task<Money> WrittenAsync(Opportunity opportunity, Money sent)
    {
        var access = await rights.GetAccessAsync(CrmPermissions.Opportunities.Amounts);
        if (access == FieldAccess.Changeable)
        {
            return sent;
        }
        if (!sent.IsZero && (access < FieldAccess.Visible || sent != opportunity.Amount))
        {
            throw new BusinessException(PartiesErrorCodes.FieldNotChangeable).WithData("Field", L["Field:Amounts"].Value);
        }
        return opportunity.Amount;
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task<MovedDto> MoveAsync(Guid id, MoveOpportunityDto input)
    {
        var opportunity = await GetUnchangedAsync(id, input.ConcurrencyStamp);
        var from = opportunity.StageId;
        var pipeline = await pipelines.GetAsync(opportunity.PipelineId);
        var stage = pipeline.Stage(input.StageId);
        // Asked only where the move depends on it: most moves do on neither.
        var hasTalked = opportunity.AskedFor(pipeline, stage).HasFlag(StageRequirement.Talk) && await HasTalkedAsync(opportunity);
        var openItems = opportunity.GoesOnTo(pipeline, stage) ? await checkLists.GetOpenMandatoryAsync(opportunity) : [];
        opportunity.MoveTo(pipeline, stage.Id, hasTalked, Clock.Now, GuidGenerator.Create(), requirement => L[$"Enum:StageRequirement.{requirement}"], openItems);
        await checkLists.EnterAsync(opportunity, stage);
        await opportunities.UpdateAsync(opportunity, autoSave: true);
        Guid[] stages = [from, stage.Id];
        var all = await opportunities.GetQueryableAsync();
        var cards = await rows.ReadAsync(await rows.SelectAsync(all.Where(moved => moved.Id == id)));
        var shown = await rows.FindOpenAsync(input.Board, opportunity.PipelineId);
        return new MovedDto(cards[0], from, pipelineReader.Name(pipeline), await rows.GetTotalsAsync(shown.Where(open => stages.Contains(open.StageId))));
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task ChangePipelineAsync(Guid id, ChangePipelineDto input)
    {
        var pipeline = await pipelines.GetAsync(input.PipelineId);
        var opportunity = await opportunities.GetAsync(id);
        opportunity.ChangePipeline(pipeline, input.StageId ?? pipeline.First.Id, Clock.Now, GuidGenerator.Create(), await checkLists.GetOpenMandatoryAsync(opportunity));
        await checkLists.EnterAsync(opportunity, pipeline.Stage(opportunity.StageId));
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task PlanNextStepAsync(Guid id, NextStepDto input) => (await opportunities.GetAsync(id)).PlanNextStep(input.NextStep, input.On);

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task PlanAsync(Guid id, PlanOpportunityDto input)
    {
        var opportunity = await GetUnchangedAsync(id, input.ConcurrencyStamp);
        opportunity.Describe(opportunity.Title, opportunity.Amount, input.ExpectedClose, opportunity.Need);
        opportunity.PlanNextStep(input.NextStep, input.NextStepOn);
    }

    [Authorize(CrmPermissions.Opportunities.Assign)]
    public virtual async Task SetOwnerAsync(Guid id, Guid? ownerId)
    {
        var opportunity = await opportunities.GetAsync(id);
        await SetOwnerAsync(opportunity, ownerId, opportunity.UnitId);
    }

    [Authorize(CrmPermissions.Opportunities.Close)]
    public virtual async Task WinAsync(Guid id, CloseOpportunityDto input)
    {
        var opportunity = await opportunities.GetAsync(id);
        opportunity.Win(
            ClosedOn(input), await KnownAsync(input.ReasonId), await KnownAsync(input.CompetitorId), input.Note, Clock.Now, GuidGenerator.Create(),
            await checkLists.GetOpenMandatoryAsync(opportunity));
    }

    [Authorize(CrmPermissions.Opportunities.Close)]
    public virtual async Task LoseAsync(Guid id, CloseOpportunityDto input) => (await opportunities.GetAsync(id)).Lose(
        ClosedOn(input), await KnownAsync(input.ReasonId), await KnownAsync(input.CompetitorId), input.Note, Clock.Now, GuidGenerator.Create());

    [Authorize(CrmPermissions.Opportunities.Close)]
    public virtual async Task ReopenAsync(Guid id)
    {
        var opportunity = await opportunities.GetAsync(id);
        opportunity.Reopen(await pipelines.GetAsync(opportunity.PipelineId), Clock.Now, GuidGenerator.Create());
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task SetRoleAsync(Guid id, BuyingPersonDto input)
    {
        var opportunity = await opportunities.GetAsync(id);
        if ((await parties.GetAsync(input.PersonId)).Kind != PartyKind.Person)
        {
            throw new BusinessException(CrmErrorCodes.PersonIsNoPerson);
        }
        opportunity.SetRole(input.PersonId, input.Role);
    }

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task RemovePersonAsync(Guid id, Guid personId) => (await opportunities.GetAsync(id)).RemovePerson(personId);

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task AddCompetitorAsync(Guid id, Guid competitorId) =>
        (await opportunities.GetAsync(id)).AddCompetitor((await choices.GetAsync(competitorId)).Id);

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task RemoveCompetitorAsync(Guid id, Guid competitorId) => (await opportunities.GetAsync(id)).RemoveCompetitor(competitorId);

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task AddObjectionAsync(Guid id, ObjectionDto input) =>
        (await opportunities.GetAsync(id)).Object(GuidGenerator.Create(), input.Text, input.Answer);

    [Authorize(CrmPermissions.Opportunities.Edit)]
    public virtual async Task AnswerObjectionAsync(Guid id, Guid objectionId, AnswerDto input) =>
        (await opportunities.GetAsync(id)).Answer(objectionId, input.Answer);

    private async Task<Pipeline> GetPipelineAsync(Guid? id) => id is { } known
        ? await pipelines.GetAsync(known)
        : await AsyncExecuter.FirstOrDefaultAsync((await pipelines.WithDetailsAsync()).Where(pipeline => !pipeline.IsRetired).OrderBy(pipeline => pipeline.Order))
            ?? throw new BusinessException(CrmErrorCodes.PipelineWithoutStages);

    /// <summary>Two sellers at one customer's door look bad.</summary>
    private async Task RefuseWhenOthersAreOpenAsync(OpenOpportunityDto input, string customerName)
    {
        if (!input.IsAnother && await GetOpenOfCustomerAsync(input.CustomerId) is [var other, ..])
        {
            throw new BusinessException(CrmErrorCodes.OthersAreOpen)
                .WithData("Customer", customerName).WithData("Title", other.Title).WithData("Owner", other.OwnerName ?? "—");
        }
    }

    private async Task<Opportunity> GetUnchangedAsync(Guid id, string stamp)
    {
        var opportunity = await opportunities.GetAsync(id);
        if (opportunity.ConcurrencyStamp == stamp)
        {
            return opportunity;
        }
        var pipeline = await pipelines.GetAsync(opportunity.PipelineId);
        var stage = pipeline.Stage(opportunity.StageId);
        var user = (await userNames.GetAsync([opportunity.LastModifierId])).Values.FirstOrDefault();
        throw new BusinessException(CrmErrorCodes.OpportunityChangedMeanwhile)
            .WithData("Title", opportunity.Title).WithData("User", user ?? "—").WithData("Stage", L.NameOf("Stage", stage.Code, stage.Name));
    }

    private async Task SetOwnerAsync(Opportunity opportunity, Guid? ownerId, Guid? unitId)
    {
        if (ownerId is { } id && ownerId != CurrentUser.Id)
        {
            await CheckPolicyAsync(CrmPermissions.Opportunities.Assign);
            if (await users.FindByIdAsync(id) is null)
            {
                throw new BusinessException(CrmErrorCodes.UnknownOwner);
            }
        }
        opportunity.SetOwner(ownerId, unitId);
    }

    private async Task<Guid?> KnownAsync(Guid? choiceId) => choiceId is { } id ? (await choices.GetAsync(id)).Id : null;

    private async Task<bool> HasTalkedAsync(Opportunity opportunity)
    {
        var since = opportunity.OpenedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return await activities.AnyAsync(talk => talk.PartyId == opportunity.CustomerId && talk.IsContact && talk.DoneAt >= since);
    }

    private async Task<DateTime?> GetLastContactAsync(Guid customerId) =>
        await AuthorizationService.IsGrantedAsync(CrmPermissions.Activities.Default)
            ? await AsyncExecuter.FirstOrDefaultAsync((await activities.GetQueryableAsync())
                .Where(talk => talk.PartyId == customerId && talk.IsContact).OrderByDescending(talk => talk.DoneAt).Select(talk => talk.DoneAt))
            : null;

    private async Task<FitDto?> GetFitAsync(Guid customerId)
    {
        var answer = (await customers.FindAsync(customerId))?.FitAnswer;
        return answer is null ? null : answer.Told(await userNames.GetAsync([answer.ById]));
    }

    private async Task<List<BuyingPersonRow>> GetPeopleAsync(Opportunity opportunity)
    {
        var ids = opportunity.People.Select(person => person.PersonId).ToList();
        var names = ids.Count == 0 ? [] : await AsyncExecuter.ToListAsync((await parties.GetQueryableAsync())
            .Where(party => ids.Contains(party.Id)).Select(party => new { party.Id, party.Name, party.SortKey }));
        return [.. from person in opportunity.People
                   join name in names on person.PersonId equals name.Id
                   orderby person.Role, name.SortKey
                   select new BuyingPersonRow(person.PersonId, name.Name, person.Role)];
    }

    private async Task<List<StageMoveRow>> GetMovesAsync(Guid id)
    {
        var made = await AsyncExecuter.ToListAsync((await moves.GetQueryableAsync())
            .Where(move => move.OpportunityId == id).OrderByDescending(move => move.At).Take(MaxMoves));
        var names = await userNames.GetAsync(made.Select(move => move.CreatorId));
        return made.ConvertAll(move => new StageMoveRow(
            move.FromStageId, move.ToStageId, move.State, move.At, move.DaysBefore, move.CreatorId,
            move.CreatorId is { } by ? names.GetValueOrDefault(by) : null));
    }

    private DateOnly ClosedOn(CloseOpportunityDto input) => input.ClosedOn ?? DateOnly.FromDateTime(Clock.Now);

    private static Money ToMoney(decimal? amount, string currency) => Money.Of(amount ?? 0, currency);
}
