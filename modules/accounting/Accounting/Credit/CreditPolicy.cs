using Kernel.Texts;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.Credit;

/// <summary>What counts towards a credit limit, and what happens when one is passed. A group of customers may have its own.</summary>
public class CreditPolicy : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public string Name { get; private set; } = null!;

    /// <summary>For customers for whom no other was chosen, neither by name nor by group.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>Of customers, for whom it holds unless another was chosen for one of them; null for none.</summary>
    public string? Group { get; private set; }

    /// <summary>The folded group, as parties have it.</summary>
    [DisableAuditing]
    public string? GroupKey { get; private set; }

    public bool CountsQuotes { get; private set; }
    public bool CountsOrders { get; private set; }
    public bool CountsDeliveries { get; private set; }
    public bool CountsCheques { get; private set; }
    public CreditAction Action { get; private set; }

    private CreditPolicy() { } // EF Core

    public CreditPolicy(Guid id, CreditPolicyInput written, bool isDefault = false) : base(id)
    {
        IsDefault = isDefault;
        Rewrite(written);
    }

    public void Rewrite(CreditPolicyInput written)
    {
        Name = Check.NotNullOrWhiteSpace(PersianText.Clean(written.Name), nameof(Name), CreditPolicyConsts.MaxNameLength);
        (Group, GroupKey) = IsDefault ? (null, null) : PartyGroups.Read(written.Group);
        (CountsQuotes, CountsOrders, CountsDeliveries, CountsCheques) = (written.CountsQuotes, written.CountsOrders, written.CountsDeliveries, written.CountsCheques);
        Action = written.Action;
    }

    public bool Counts(CreditPart part) => part switch
    {
        CreditPart.Quotes => CountsQuotes,
        CreditPart.Orders => CountsOrders,
        CreditPart.Deliveries => CountsDeliveries,
        CreditPart.Cheques => CountsCheques,
        _ => true,
    };
}
