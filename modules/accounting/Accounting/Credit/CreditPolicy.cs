using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Accounting.Credit;

/// <summary>What counts towards a credit limit, and what happens when one is passed. Each group of customers may have its own.</summary>
public class CreditPolicy : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public string Name { get; private set; } = null!;

    /// <summary>For customers whose limit names no other.</summary>
    public bool IsDefault { get; private set; }

    public bool CountsQuotes { get; private set; }
    public bool CountsOrders { get; private set; }
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
        (CountsQuotes, CountsOrders, CountsCheques, Action) = (written.CountsQuotes, written.CountsOrders, written.CountsCheques, written.Action);
    }

    public bool Counts(CreditPart part) => part switch
    {
        CreditPart.Quotes => CountsQuotes,
        CreditPart.Orders => CountsOrders,
        CreditPart.Cheques => CountsCheques,
        _ => true,
    };
}
