using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Abp.Tests.Shop;

public class Widget : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public string Name { get; private set; } = null!;
    public DateTime? Made { get; set; }
    public ICollection<Part> Parts { get; private set; } = [];

    private Widget() { }
    public Widget(Guid id, string name) : base(id) => Name = name;

    public void Rename(string name)
    {
        AddLocalEvent(new WidgetRenamed(Id, Name, name));
        Name = name;
    }

    public Part AddPart(Guid id, string label)
    {
        var part = new Part(id, label);
        Parts.Add(part);
        return part;
    }
}

public class Part : Entity<Guid>
{
    public string Label { get; private set; } = null!;

    private Part() { }
    internal Part(Guid id, string label) : base(id) => Label = label;
}

public record WidgetRenamed(Guid Id, string Before, string After);

/// <summary>Gives its tenant away in its own constructor.</summary>
public class Stray : AggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }

    private Stray() { }
    public Stray(Guid id, Guid? tenantId) : base(id) => TenantId = tenantId;
}

/// <summary>Mapped after the base class has looked, and without a set of its own.</summary>
public class Gadget : AggregateRoot<Guid>, ISoftDelete
{
    public bool IsDeleted { get; set; }

    private Gadget() { }
    public Gadget(Guid id) : base(id) { }
}

/// <summary>Has a set on the context but is no aggregate root.</summary>
public class Label : Entity<Guid>
{
    public string Text { get; private set; } = null!;

    private Label() { }
    public Label(Guid id, string text) : base(id) => Text = text;
}

/// <summary>Its changes are kept in the audit log.</summary>
[Audited]
public class Contract : FullAuditedAggregateRoot<Guid>
{
    public string Title { get; set; } = null!;
    public int Pages { get; set; }
    [DisableAuditing]
    public string? Secret { get; set; }

    private Contract() { }
    public Contract(Guid id, string title) : base(id) => Title = title;
}
