using Crm.CheckLists;
using Crm.Pipelines;
using Kernel.Monetary;
using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Opportunities;

/// <summary>A possible sale to a customer: it goes through the stages of one pipeline until it is won or lost.</summary>
public class Opportunity : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<OpportunityPerson> _people = [];
    private readonly List<OpportunityCompetitor> _competitors = [];
    private readonly List<OpportunityObjection> _objections = [];
    private readonly List<StageMove> _moves = [];

    public Guid? TenantId { get; private set; }

    /// <summary>A party.</summary>
    public Guid CustomerId { get; private set; }
    public string Title { get; private set; } = null!;

    /// <summary>The folded title.</summary>
    [DisableAuditing]
    public string SearchKey { get; private set; } = null!;
    public Guid PipelineId { get; private set; }

    /// <summary>Where it stands, or stood when it was closed.</summary>
    public Guid StageId { get; private set; }

    /// <summary>Since when it stands there, in UTC.</summary>
    public DateTime StageSince { get; private set; }
    public OpportunityState State { get; private set; } = OpportunityState.Open;

    /// <summary>What the sale would bring; zero while nobody knows.</summary>
    public Money Amount { get; private set; }

    /// <summary>Chance of winning, as a fraction from 0 to 1; the stage's own unless somebody said otherwise.</summary>
    public decimal Probability { get; private set; }
    public DateOnly? ExpectedClose { get; private set; }
    public DateOnly OpenedOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Who is in charge.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Who sold it, where the list it was imported from names somebody who is no user here.</summary>
    public string? SellerName { get; private set; }

    /// <summary>What is sold, in a word or two; reports compare products by it.</summary>
    public string? Product { get; private set; }

    /// <summary>Days from opening to closing; null while it is open.</summary>
    public int? CycleDays { get; private set; }

    /// <summary>Its key in the system it was imported from.</summary>
    public string? ExternalKey { get; private set; }
    public Guid? UnitId { get; private set; }

    /// <summary>What they need, in their words.</summary>
    public string? Need { get; private set; }
    public string? NextStep { get; private set; }
    public DateOnly? NextStepOn { get; private set; }

    /// <summary>How the customer came to us.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>The enquiry it grew out of.</summary>
    public Guid? LeadId { get; private set; }

    /// <summary>Why it was won or lost.</summary>
    public Guid? ReasonId { get; private set; }

    /// <summary>Who got it when it was lost, or was beaten when it was won.</summary>
    public Guid? CompetitorId { get; private set; }
    public string? CloseNote { get; private set; }

    public IReadOnlyCollection<OpportunityPerson> People => _people;
    public IReadOnlyCollection<OpportunityCompetitor> Competitors => _competitors;
    public IReadOnlyCollection<OpportunityObjection> Objections => _objections;

    /// <summary>Those of this unit of work only: the history grows and is read on its own.</summary>
    public IReadOnlyCollection<StageMove> Moves => _moves;

    public bool IsOpen => State == OpportunityState.Open;

    private Opportunity() { } // EF Core

    internal Opportunity(Guid id, Guid customerId, string title, Pipeline pipeline, Money amount, DateOnly? expectedClose, DateOnly openedOn, DateTime now, Guid moveId)
        : base(id)
    {
        if (pipeline.IsRetired)
        {
            throw new BusinessException(CrmErrorCodes.PipelineRetired);
        }
        if (openedOn > DateOnly.FromDateTime(now))
        {
            throw new BusinessException(CrmErrorCodes.OpenedInFuture);
        }
        CustomerId = Check.NotDefaultOrNull<Guid>(customerId, nameof(customerId));
        (TenantId, PipelineId, OpenedOn) = (pipeline.TenantId, pipeline.Id, openedOn);
        Describe(title, amount, expectedClose, null);
        var since = openedOn == DateOnly.FromDateTime(now) ? now : openedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        Enter(pipeline.First, since);
        _moves.Add(new StageMove(this, moveId, null, since, 0));
    }

    /// <param name="amount">Zero or more.</param>
    public void Describe(string title, Money amount, DateOnly? expectedClose, string? need)
    {
        RefuseWhenClosed();
        if (amount.IsNegative)
        {
            throw new BusinessException(CrmErrorCodes.AmountNegative);
        }
        Title = StoredText.Required(title, nameof(title), OpportunityConsts.MaxTitleLength);
        SearchKey = PersianText.SearchKey(Title);
        Need = StoredText.Optional(need, nameof(need), OpportunityConsts.MaxNeedLength);
        (Amount, ExpectedClose) = (amount, expectedClose);
    }

    /// <param name="probability">A fraction from 0 to 1.</param>
    public void Estimate(decimal probability)
    {
        RefuseWhenClosed();
        Probability = probability is >= 0 and <= 1 ? probability : throw new BusinessException(CrmErrorCodes.ProbabilityOutOfRange);
    }

    public void PlanNextStep(string? nextStep, DateOnly? on)
    {
        RefuseWhenClosed();
        NextStep = StoredText.Optional(nextStep, nameof(nextStep), OpportunityConsts.MaxNextStepLength);
        NextStepOn = on;
    }

    public void SetOwner(Guid? ownerId, Guid? unitId) => (OwnerId, UnitId) = (ownerId, unitId);

    public void SetProduct(string? product) => Product = StoredText.Optional(product, nameof(product), OpportunityConsts.MaxProductLength);

    /// <summary>It comes from another system.</summary>
    public void WasImported(string externalKey, string? sellerName)
    {
        ExternalKey = StoredText.Required(externalKey, nameof(externalKey), OpportunityConsts.MaxKeyLength);
        SellerName = StoredText.Optional(sellerName, nameof(sellerName), OpportunityConsts.MaxProductLength);
    }

    public void SetOrigin(Guid? sourceId, Guid? leadId) => (SourceId, LeadId) = (sourceId, leadId);

    /// <summary>Whether the stage lies ahead. Going back asks for nothing.</summary>
    public bool GoesOnTo(Pipeline pipeline, PipelineStage stage) => stage.Order > pipeline.Stage(StageId).Order;

    /// <summary>What entering the stage asks for, whether or not it is there.</summary>
    public StageRequirement AskedFor(Pipeline pipeline, PipelineStage stage) => GoesOnTo(pipeline, stage) ? pipeline.RequiredFor(stage) : StageRequirement.None;

    /// <summary>What keeps it from entering the stage.</summary>
    /// <param name="hasTalked">The customer was reached since the opportunity was opened.</param>
    public IReadOnlyList<StageRequirement> Missing(Pipeline pipeline, PipelineStage stage, bool hasTalked)
    {
        var required = AskedFor(pipeline, stage);
        return [.. Enum.GetValues<StageRequirement>().Where(one => one != StageRequirement.None && required.HasFlag(one) && !Has(one, hasTalked))];
    }

    /// <param name="now">UTC.</param>
    /// <param name="name">How a requirement is called in the reader's language, for the refusal.</param>
    /// <param name="openItems">What is mandatory on its check lists and not yet seen to.</param>
    /// <exception cref="BusinessException">It is closed, or something that the stage or one before it asks for is missing.</exception>
    public void MoveTo(
        Pipeline pipeline, Guid stageId, bool hasTalked, DateTime now, Guid moveId, Func<StageRequirement, string> name, IReadOnlyCollection<string> openItems)
    {
        RefuseWhenClosed();
        var stage = pipeline.Stage(stageId);
        if (stage.Id == StageId)
        {
            return;
        }
        var open = GoesOnTo(pipeline, stage) ? openItems : [];
        List<string> missing = [.. Missing(pipeline, stage, hasTalked).Select(name), .. open.Quoted()];
        if (missing.Count > 0)
        {
            throw new BusinessException(CrmErrorCodes.StageGateUnmet).WithData("Title", Title).WithData("Missing", missing.Listed());
        }
        var (from, days) = (StageId, DaysInStage(now));
        Enter(stage, now);
        _moves.Add(new StageMove(this, moveId, from, now, days));
    }

    /// <summary>Into a stage of another pipeline.</summary>
    /// <param name="openItems">What is mandatory on its check lists and not yet seen to.</param>
    /// <exception cref="BusinessException">It is closed, or something mandatory is open.</exception>
    public void ChangePipeline(Pipeline pipeline, Guid stageId, DateTime now, Guid moveId, IReadOnlyCollection<string> openItems)
    {
        RefuseWhenClosed();
        OpenItems.Refuse(openItems, Title);
        var (from, days, stage) = (StageId, DaysInStage(now), pipeline.Stage(stageId));
        PipelineId = pipeline.Id;
        Enter(stage, now);
        _moves.Add(new StageMove(this, moveId, from, now, days));
    }

    /// <param name="openItems">What is mandatory on its check lists and not yet seen to.</param>
    /// <exception cref="BusinessException">It is closed, or something mandatory is open.</exception>
    public void Win(DateOnly closedOn, Guid? reasonId, Guid? competitorId, string? note, DateTime now, Guid moveId, IReadOnlyCollection<string> openItems)
    {
        RefuseWhenClosed();
        OpenItems.Refuse(openItems, Title);
        Close(OpportunityState.Won, closedOn, reasonId, competitorId, note, now, moveId);
    }

    /// <param name="reasonId">Nobody learns from a loss without reason.</param>
    public void Lose(DateOnly closedOn, Guid? reasonId, Guid? competitorId, string? note, DateTime now, Guid moveId)
    {
        if (reasonId is null)
        {
            throw new BusinessException(CrmErrorCodes.LossWithoutReason);
        }
        Close(OpportunityState.Lost, closedOn, reasonId, competitorId, note, now, moveId);
    }

    /// <summary>Back to the stage in which it was closed.</summary>
    public void Reopen(Pipeline pipeline, DateTime now, Guid moveId)
    {
        if (IsOpen)
        {
            throw new BusinessException(CrmErrorCodes.OpportunityNotClosed).WithData("Title", Title);
        }
        var days = DaysInStage(now);
        (State, ClosedOn, CycleDays, ReasonId, CompetitorId, CloseNote) = (OpportunityState.Open, null, null, null, null, null);
        Enter(pipeline.Stage(StageId), now);
        _moves.Add(new StageMove(this, moveId, StageId, now, days));
    }

    /// <summary>A product that it is about, which is an aggregate of its own: most acts have nothing to do with it.</summary>
    public OpportunityLine Offer(Guid id, Guid productId, string productName, decimal quantity, decimal discountPercent)
    {
        RefuseWhenClosed();
        return new OpportunityLine(id, this, productId, productName, quantity, discountPercent);
    }

    /// <param name="amount">Zero or more.</param>
    public void Value(Money amount) => Describe(Title, amount, ExpectedClose, Need);

    public void SetRole(Guid personId, BuyingRole role)
    {
        if (_people.Find(person => person.PersonId == personId) is { } known)
        {
            known.Role = role;
            return;
        }
        _people.Add(new OpportunityPerson(Id, personId, role, TenantId));
    }

    public void RemovePerson(Guid personId) => _people.RemoveAll(person => person.PersonId == personId);

    public void AddCompetitor(Guid competitorId)
    {
        if (!_competitors.Exists(known => known.CompetitorId == competitorId))
        {
            _competitors.Add(new OpportunityCompetitor(Id, competitorId, TenantId));
        }
    }

    public void RemoveCompetitor(Guid competitorId) => _competitors.RemoveAll(known => known.CompetitorId == competitorId);

    public void Object(Guid id, string text, string? answer) => _objections.Add(new OpportunityObjection(id, Id, text, answer, TenantId));

    public void Answer(Guid objectionId, string? answer) =>
        (_objections.Find(objection => objection.Id == objectionId) ?? throw new EntityNotFoundException(typeof(OpportunityObjection), objectionId)).Reply(answer);

    private void Enter(PipelineStage stage, DateTime now) => (StageId, StageSince, Probability) = (stage.Id, now, stage.Probability);

    private double DaysInStage(DateTime now) => Math.Max(0, (now - StageSince).TotalDays);

    private void Close(OpportunityState outcome, DateOnly closedOn, Guid? reasonId, Guid? competitorId, string? note, DateTime now, Guid moveId)
    {
        RefuseWhenClosed();
        if (closedOn < OpenedOn)
        {
            throw new BusinessException(CrmErrorCodes.ClosedBeforeOpened).WithData("OpenedOn", OpenedOn);
        }
        var days = DaysInStage(now);
        (State, ClosedOn, CycleDays, StageSince) = (outcome, closedOn, closedOn.DayNumber - OpenedOn.DayNumber, now);
        (ReasonId, CompetitorId, CloseNote) = (reasonId, competitorId, StoredText.Optional(note, nameof(note), OpportunityConsts.MaxCloseNoteLength));
        (NextStep, NextStepOn, Probability) = (null, null, outcome == OpportunityState.Won ? 1 : 0);
        _moves.Add(new StageMove(this, moveId, StageId, now, days));
    }

    private bool Has(StageRequirement requirement, bool hasTalked) => requirement switch
    {
        StageRequirement.Amount => Amount.IsPositive,
        StageRequirement.ExpectedClose => ExpectedClose is not null,
        StageRequirement.Need => Need is not null,
        StageRequirement.NextStep => NextStep is not null,
        StageRequirement.DecisionMaker => _people.Exists(person => person.Role == BuyingRole.Decider),
        StageRequirement.Competitor => _competitors.Count > 0,
        StageRequirement.Talk => hasTalked,
        _ => true,
    };

    /// <exception cref="BusinessException">It is won or lost.</exception>
    public void RefuseWhenClosed()
    {
        if (!IsOpen)
        {
            throw new BusinessException(CrmErrorCodes.OpportunityClosed).WithData("Title", Title);
        }
    }
}
