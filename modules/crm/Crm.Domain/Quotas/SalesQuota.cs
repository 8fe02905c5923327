using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Quotas;

/// <summary>What is to be won in a month: by one seller, or by all together.</summary>
public class SalesQuota : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }

    /// <summary>Null for all together.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>The first day of the month, in whichever calendar it was set.</summary>
    public DateOnly Month { get; private set; }
    public Money Amount { get; private set; }

    private SalesQuota() { } // EF Core

    public SalesQuota(Guid id, Guid? ownerId, DateOnly month, Money amount, Guid? tenantId) : base(id)
    {
        (OwnerId, Month, TenantId) = (ownerId, month, tenantId);
        Set(amount);
    }

    /// <exception cref="BusinessException">It is not above zero.</exception>
    public void Set(Money amount) => Amount = amount.IsPositive ? amount : throw new BusinessException(CrmErrorCodes.QuotaNotPositive);
}
