using Kernel;
using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Inventory.Prices;

/// <summary>What a product costs on a list.</summary>
public class Price : AuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid ListId { get; private set; }
    public Guid ProductId { get; private set; }

    /// <summary>For one unit, without tax, in the major unit of the list's currency; up to four decimals.</summary>
    public decimal UnitPrice { get; private set; }

    private Price() { } // EF Core

    internal Price(Guid id, Guid listId, Guid productId, decimal unitPrice, Guid? tenantId) : base(id)
    {
        (ListId, ProductId, TenantId) = (listId, productId, tenantId);
        Change(unitPrice);
    }

    public void Change(decimal unitPrice) => UnitPrice = unitPrice switch
    {
        < 0 => throw new BusinessException(InventoryErrorCodes.NegativePrice).WithData("Price", unitPrice),
        > PriceListConsts.MaxUnitPrice => throw new BusinessException(KernelErrorCodes.AmountTooLarge).WithData("Amount", unitPrice),
        _ => decimal.Round(unitPrice, 4, MidpointRounding.AwayFromZero),
    };

    /// <param name="percent">Above −100.</param>
    /// <returns>Rounded half away from zero to the currency's smallest unit.</returns>
    public static decimal Raised(decimal unitPrice, decimal percent, string currency) => percent > -100
        ? Money.Of(unitPrice * (100 + percent) / 100, currency).ToDecimal()
        : throw new BusinessException(InventoryErrorCodes.WrongRise).WithData("Percent", percent);
}
