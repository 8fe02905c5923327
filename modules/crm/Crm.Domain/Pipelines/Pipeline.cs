using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Pipelines;

/// <summary>A way to sell: the stages through which one kind of opportunities goes.</summary>
public class Pipeline : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<PipelineStage> _stages = [];

    public Guid? TenantId { get; private set; }

    /// <summary>Of one that came with the product: the key of its text, until somebody names it.</summary>
    public string? Code { get; private set; }
    public string? Name { get; private set; }
    public int Order { get; private set; }

    /// <summary>Takes no new opportunities; those in it go on.</summary>
    public bool IsRetired { get; private set; }

    public IReadOnlyCollection<PipelineStage> Stages => _stages;

    private Pipeline() { } // EF Core

    public Pipeline(Guid id, string name, int order, Guid? tenantId) : base(id)
    {
        (Order, TenantId) = (order, tenantId);
        Rename(name);
    }

    /// <summary>The one that comes with the product: a sale of goods in six stages.</summary>
    public static Pipeline Given(Guid id, Func<Guid> newId, Guid? tenantId)
    {
        var pipeline = new Pipeline { Id = id, Code = "Standard", Order = 1, TenantId = tenantId };
        pipeline.Add(newId(), "FirstContact", 0.1m, StageRequirement.None, 14);
        pipeline.Add(newId(), "TalkAppraisal", 0.2m, StageRequirement.Talk, 21);
        pipeline.Add(newId(), "Demo", 0.4m, StageRequirement.Need, 21);
        pipeline.Add(newId(), "ContractRequest", 0.6m, StageRequirement.Amount | StageRequirement.ExpectedClose, 21);
        pipeline.Add(newId(), "ContractReview", 0.75m, StageRequirement.DecisionMaker, 14);
        pipeline.Add(newId(), "ContractValidation", 0.9m, StageRequirement.None, 14);
        return pipeline;
    }

    public void Rename(string name) => Name = StoredText.Required(name, nameof(name), PipelineConsts.MaxNameLength);

    public void Retire() => IsRetired = true;

    public void Restore() => IsRetired = false;

    /// <summary>The first of the stages, where an opportunity begins.</summary>
    public PipelineStage First => _stages.MinBy(stage => stage.Order) ?? throw new BusinessException(CrmErrorCodes.PipelineWithoutStages);

    /// <exception cref="EntityNotFoundException">The stage belongs to another pipeline, or to none.</exception>
    public PipelineStage Stage(Guid id) => _stages.Find(stage => stage.Id == id) ?? throw new EntityNotFoundException(typeof(PipelineStage), id);

    /// <summary>All that the stages up to and including this one ask for.</summary>
    public StageRequirement RequiredFor(PipelineStage stage) =>
        _stages.Where(passed => passed.Order <= stage.Order).Aggregate(StageRequirement.None, (all, passed) => all | passed.Requires);

    /// <summary>A new last stage.</summary>
    public PipelineStage AddStage(Guid id, string name, decimal probability, StageRequirement requires, int? maxDays)
    {
        if (_stages.Count >= PipelineConsts.MaxStages)
        {
            throw new BusinessException(CrmErrorCodes.TooManyStages).WithData("Max", PipelineConsts.MaxStages);
        }
        var stage = new PipelineStage(id, Id, TenantId, _stages.Count + 1).Set(name, probability, requires, maxDays);
        _stages.Add(stage);
        return stage;
    }

    public void ChangeStage(Guid id, string? name, decimal probability, StageRequirement requires, int? maxDays) =>
        Stage(id).Set(name, probability, requires, maxDays);

    /// <summary>Who enters the stage is given a check list; null for none.</summary>
    public void SetCheckList(Guid stageId, Guid? templateId) => Stage(stageId).CheckListId = templateId;

    /// <summary>One place nearer to the beginning; the first stays where it is.</summary>
    public void MoveStageUp(Guid id)
    {
        var stage = Stage(id);
        if (_stages.Find(other => other.Order == stage.Order - 1) is { } before)
        {
            (stage.Order, before.Order) = (before.Order, stage.Order);
        }
    }

    /// <summary>A stage in which no opportunity stands or ever stood; <see cref="PipelineManager"/> knows.</summary>
    internal void RemoveStage(Guid id)
    {
        _stages.Remove(Stage(id));
        foreach (var (stage, index) in _stages.OrderBy(stage => stage.Order).Select((stage, index) => (stage, index)))
        {
            stage.Order = index + 1;
        }
    }

    private void Add(Guid id, string code, decimal probability, StageRequirement requires, int maxDays) =>
        _stages.Add(new PipelineStage(id, Id, TenantId, _stages.Count + 1).Coded(code).Set(null, probability, requires, maxDays));
}
