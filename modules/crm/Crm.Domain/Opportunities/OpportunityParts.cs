using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Opportunities;

/// <summary>A person of the buying group.</summary>
public class OpportunityPerson : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid OpportunityId { get; private set; }

    /// <summary>A party.</summary>
    public Guid PersonId { get; private set; }
    public BuyingRole Role { get; internal set; }

    private OpportunityPerson() { } // EF Core
    internal OpportunityPerson(Guid opportunityId, Guid personId, BuyingRole role, Guid? tenantId) =>
        (OpportunityId, PersonId, Role, TenantId) = (opportunityId, personId, role, tenantId);

    public override object?[] GetKeys() => [OpportunityId, PersonId];
}

/// <summary>Somebody else who wants to sell them the same.</summary>
public class OpportunityCompetitor : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid OpportunityId { get; private set; }
    public Guid CompetitorId { get; private set; }

    private OpportunityCompetitor() { } // EF Core
    internal OpportunityCompetitor(Guid opportunityId, Guid competitorId, Guid? tenantId) =>
        (OpportunityId, CompetitorId, TenantId) = (opportunityId, competitorId, tenantId);

    public override object?[] GetKeys() => [OpportunityId, CompetitorId];
}

/// <summary>What speaks against buying, and what we say to it.</summary>
public class OpportunityObjection : Entity<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid OpportunityId { get; private set; }
    public string Text { get; private set; } = null!;
    public string? Answer { get; private set; }

    private OpportunityObjection() { } // EF Core

    internal OpportunityObjection(Guid id, Guid opportunityId, string text, string? answer, Guid? tenantId) : base(id)
    {
        (OpportunityId, TenantId) = (opportunityId, tenantId);
        Text = StoredText.Required(text, nameof(text), OpportunityConsts.MaxObjectionLength);
        Reply(answer);
    }

    internal void Reply(string? answer) => Answer = StoredText.Optional(answer, nameof(answer), OpportunityConsts.MaxObjectionLength);
}

/// <summary>An opportunity went from one stage to another, was opened, closed or reopened. Never changed afterwards.</summary>
public class StageMove : CreationAuditedEntity<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid OpportunityId { get; private set; }

    /// <summary>Null when it was opened.</summary>
    public Guid? FromStageId { get; private set; }
    public Guid ToStageId { get; private set; }

    /// <summary>After the move.</summary>
    public OpportunityState State { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>How long it stood in the stage it left.</summary>
    public double DaysBefore { get; private set; }

    private StageMove() { } // EF Core

    internal StageMove(Opportunity opportunity, Guid id, Guid? fromStageId, DateTime at, double daysBefore) : base(id)
    {
        (OpportunityId, TenantId, ToStageId, State) = (opportunity.Id, opportunity.TenantId, opportunity.StageId, opportunity.State);
        (FromStageId, At, DaysBefore) = (fromStageId, at, daysBefore);
    }
}
