using Crm.Activities;
using Crm.Opportunities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.CheckLists;

/// <summary>Something to be seen to on an opportunity or on an activity: an aggregate of its own, because most acts have nothing to do with it.</summary>
public class CheckItem : AuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid? OpportunityId { get; private set; }
    public Guid? ActivityId { get; private set; }

    /// <summary>The list that it came with, by its name at that time; null for one that was added by hand.</summary>
    public string? ListName { get; private set; }
    public Guid? TemplateId { get; private set; }
    public string Text { get; private set; } = null!;

    /// <summary>An opportunity does not leave its stage while it is open.</summary>
    public bool IsMandatory { get; private set; }
    public int Order { get; private set; }

    /// <summary>The task that was planned for it: whoever does the task has ticked it.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? DoneAt { get; private set; }
    public Guid? DoneById { get; private set; }

    private CheckItem() { } // EF Core

    private CheckItem(Guid id, string text, bool isMandatory, int order, Guid? tenantId) : base(id)
    {
        (IsMandatory, Order, TenantId) = (isMandatory, order, tenantId);
        Text = StoredText.Required(text, nameof(text), CheckListConsts.MaxTextLength);
    }

    /// <exception cref="Volo.Abp.BusinessException">The opportunity is closed.</exception>
    public static CheckItem Of(Opportunity opportunity, Guid id, string text, bool isMandatory, int order)
    {
        opportunity.RefuseWhenClosed();
        return new CheckItem(id, text, isMandatory, order, opportunity.TenantId) { OpportunityId = opportunity.Id };
    }

    /// <exception cref="Volo.Abp.BusinessException">The activity is done.</exception>
    public static CheckItem Of(Activity activity, Guid id, string text, bool isMandatory, int order)
    {
        activity.RefuseWhenDone();
        return new CheckItem(id, text, isMandatory, order, activity.TenantId) { ActivityId = activity.Id };
    }

    internal CheckItem From(CheckListTemplate template)
    {
        (TemplateId, ListName) = (template.Id, template.Name);
        return this;
    }

    internal void IsTask(Guid activityId) => TaskId = activityId;

    /// <summary>Ticked once, by the first who does.</summary>
    public void Tick(Guid? byId, DateTime now)
    {
        if (DoneAt is null)
        {
            (DoneAt, DoneById) = (now, byId);
        }
    }

    public void Untick() => (DoneAt, DoneById) = (null, null);
}
