using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Leads;

/// <summary>Something that happened with a lead. Never changed afterwards; conversion and recycling keep it.</summary>
public class LeadEvent : CreationAuditedEntity<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid LeadId { get; private set; }
    public LeadEventKind Kind { get; private set; }

    /// <summary>After the event.</summary>
    public LeadStatus Status { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
    public string? Text { get; private set; }

    private LeadEvent() { } // EF Core

    internal LeadEvent(Guid id, Lead lead, LeadEventKind kind, DateTime at, string? text) : base(id)
    {
        (LeadId, TenantId, Status, Kind, At) = (lead.Id, lead.TenantId, lead.Status, kind, at);
        Text = StoredText.Optional(text, nameof(text), LeadConsts.MaxTextLength);
    }
}
