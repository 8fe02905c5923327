using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.CheckLists;

/// <summary>A check list as it is kept by an administrator. What was made of it stays as it was.</summary>
public class CheckListTemplate : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private readonly List<CheckListTemplateItem> _items = [];

    public Guid? TenantId { get; private set; }
    public string Name { get; private set; } = null!;
    public bool IsRetired { get; private set; }
    public IReadOnlyCollection<CheckListTemplateItem> Items => _items;

    private CheckListTemplate() { } // EF Core

    public CheckListTemplate(Guid id, string name, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        Rename(name);
    }

    public void Rename(string name) => Name = StoredText.Required(name, nameof(name), CheckListConsts.MaxNameLength);

    public void Retire() => IsRetired = true;

    public void Restore() => IsRetired = false;

    /// <param name="taskDays">Of an item that becomes a task of whoever is in charge of the opportunity: due so many days after the list came.</param>
    public void AddItem(Guid id, string text, bool isMandatory, int? taskDays)
    {
        if (_items.Count >= CheckListConsts.MaxTemplateItems)
        {
            throw new BusinessException(CrmErrorCodes.TooManyCheckItems).WithData("Max", CheckListConsts.MaxTemplateItems);
        }
        _items.Add(new CheckListTemplateItem(id, this, text, isMandatory, taskDays, _items.Count + 1));
    }

    public void RemoveItem(Guid id)
    {
        _items.Remove(Item(id));
        foreach (var (item, index) in _items.OrderBy(item => item.Order).Select((item, index) => (item, index)))
        {
            item.Order = index + 1;
        }
    }

    /// <summary>One place nearer to the beginning; the first stays where it is.</summary>
    public void MoveItemUp(Guid id)
    {
        var item = Item(id);
        if (_items.Find(other => other.Order == item.Order - 1) is { } before)
        {
            (item.Order, before.Order) = (before.Order, item.Order);
        }
    }

    private CheckListTemplateItem Item(Guid id) => _items.Find(item => item.Id == id) ?? throw new EntityNotFoundException(typeof(CheckListTemplateItem), id);
}

public class CheckListTemplateItem : Entity<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid TemplateId { get; private set; }
    public string Text { get; private set; } = null!;
    public bool IsMandatory { get; private set; }
    public int? TaskDays { get; private set; }

    /// <summary>From 1, without gaps.</summary>
    public int Order { get; internal set; }

    private CheckListTemplateItem() { } // EF Core

    internal CheckListTemplateItem(Guid id, CheckListTemplate template, string text, bool isMandatory, int? taskDays, int order) : base(id)
    {
        (TemplateId, TenantId, IsMandatory, Order) = (template.Id, template.TenantId, isMandatory, order);
        Text = StoredText.Required(text, nameof(text), CheckListConsts.MaxTextLength);
        TaskDays = taskDays is null or (>= 0 and <= CheckListConsts.MaxTaskDays) ? taskDays : throw new BusinessException(CrmErrorCodes.TaskDaysOutOfRange);
    }
}
