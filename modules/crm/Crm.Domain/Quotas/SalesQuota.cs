using System.Globalization;
using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Quotas;

/// <summary>What is to be won in a month: by one seller, or by all together.</summary>
public class SalesQuota : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    /// <summary>Of <see cref="LiveKey"/>: a day and an id.</summary>
    public const int LiveKeyLength = 10 + 1 + 32;

    public Guid? TenantId { get; private set; }

    /// <summary>Null for all together.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>The first day of a Jalali month.</summary>
    public DateOnly Month { get; private set; }
    public Money Amount { get; private set; }

    /// <summary>Month and owner while it holds, which are unique; null once it was taken away.</summary>
    [DisableAuditing]
    public string? LiveKey { get; private set; }

    private SalesQuota() { } // EF Core

    public SalesQuota(Guid id, Guid? ownerId, DateOnly month, Money amount, Guid? tenantId) : base(id)
    {
        (OwnerId, Month, TenantId) = (ownerId, month, tenantId);
        Set(amount);
    }

    /// <exception cref="BusinessException">It is not above zero.</exception>
    public void Set(Money amount)
    {
        Amount = amount.IsPositive ? amount : throw new BusinessException(CrmErrorCodes.QuotaNotPositive);
        LiveKey = string.Create(CultureInfo.InvariantCulture, $"{Month:yyyy-MM-dd} {OwnerId?.ToString("N") ?? "*"}");
    }

    /// <summary>It no longer holds, and another may take its place.</summary>
    public void TakeAway() => LiveKey = null;
}
