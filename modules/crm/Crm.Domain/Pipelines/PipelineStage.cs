using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Crm.Pipelines;

/// <summary>A step on the way to a sale.</summary>
public class PipelineStage : Entity<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid PipelineId { get; private set; }

    /// <summary>Of one that came with the product: the key of its text, until somebody names it.</summary>
    public string? Code { get; private set; }
    public string? Name { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Order { get; internal set; }

    /// <summary>Chance of winning from here, as a fraction from 0 to 1.</summary>
    public decimal Probability { get; private set; }

    /// <summary>What must be known or done before an opportunity enters.</summary>
    public StageRequirement Requires { get; private set; }

    /// <summary>Longer than this is too long; null for no limit.</summary>
    public int? MaxDays { get; private set; }

    /// <summary>The check list that an opportunity is given when it enters.</summary>
    public Guid? CheckListId { get; internal set; }

    private PipelineStage() { } // EF Core

    internal PipelineStage(Guid id, Guid pipelineId, Guid? tenantId, int order) : base(id) =>
        (PipelineId, TenantId, Order) = (pipelineId, tenantId, order);

    internal PipelineStage Coded(string code)
    {
        Code = code;
        return this;
    }

    internal PipelineStage Set(string? name, decimal probability, StageRequirement requires, int? maxDays)
    {
        Name = Code is null
            ? StoredText.Required(name!, nameof(name), PipelineConsts.MaxNameLength)
            : StoredText.Optional(name, nameof(name), PipelineConsts.MaxNameLength);
        Probability = probability is >= 0 and <= 1 ? probability : throw new BusinessException(CrmErrorCodes.ProbabilityOutOfRange);
        Requires = requires;
        MaxDays = maxDays is null or (> 0 and <= PipelineConsts.MaxDaysInStage) ? maxDays : throw new BusinessException(CrmErrorCodes.StageDaysOutOfRange);
        return this;
    }
}
