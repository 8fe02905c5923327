using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Choices;

/// <summary>A word of one of the organisation's lists: a source, a reason, a competitor. One that was used is retired, never deleted.</summary>
public class Choice : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public ChoiceKind Kind { get; private set; }

    /// <summary>Of one that came with the product: the key of its text in each language, until somebody names it.</summary>
    public string? Code { get; private set; }
    public string? Name { get; private set; }

    /// <summary>Of a competitor: where they are better and where we are.</summary>
    public string? Note { get; private set; }
    public int Order { get; private set; }
    public bool IsRetired { get; private set; }

    private Choice() { } // EF Core

    public Choice(Guid id, ChoiceKind kind, string name, int order, Guid? tenantId) : base(id)
    {
        (Kind, Order, TenantId) = (kind, order, tenantId);
        Rename(name);
    }

    /// <summary>One that comes with the product.</summary>
    public static Choice Given(Guid id, ChoiceKind kind, string code, int order, Guid? tenantId) =>
        new() { Id = id, Kind = kind, Code = Check.NotNullOrWhiteSpace(code, nameof(code), ChoiceConsts.MaxCodeLength), Order = order, TenantId = tenantId };

    public void Rename(string name) => Name = StoredText.Required(name, nameof(name), ChoiceConsts.MaxNameLength);

    public void Describe(string? note) => Note = StoredText.Optional(note, nameof(note), ChoiceConsts.MaxNoteLength);

    public void Retire() => IsRetired = true;

    public void Restore() => IsRetired = false;
}
