using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Opportunities;

/// <summary>
/// A product that an opportunity is about. Price and stock are another module's and are asked for when it is shown; here stands
/// only how many and how much off.
/// </summary>
public class OpportunityLine : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid OpportunityId { get; private set; }

    /// <summary>Of the module that sells.</summary>
    public Guid ProductId { get; private set; }

    /// <summary>What it was called when it was chosen, for a host in which nobody can be asked.</summary>
    public string ProductName { get; private set; } = null!;

    /// <summary>Above zero, four decimals.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>0 to 100.</summary>
    public decimal DiscountPercent { get; private set; }

    private OpportunityLine() { } // EF Core

    internal OpportunityLine(Guid id, Opportunity opportunity, Guid productId, string productName, decimal quantity, decimal discountPercent) : base(id)
    {
        (OpportunityId, TenantId) = (opportunity.Id, opportunity.TenantId);
        ProductId = Check.NotDefaultOrNull<Guid>(productId, nameof(productId));
        ProductName = StoredText.Required(productName, nameof(productName), OpportunityConsts.MaxLineNameLength);
        Write(quantity, discountPercent);
    }

    /// <exception cref="BusinessException">The opportunity is closed, or a number is out of its range.</exception>
    public void Change(Opportunity opportunity, decimal quantity, decimal discountPercent)
    {
        opportunity.RefuseWhenClosed();
        Write(quantity, discountPercent);
    }

    private void Write(decimal quantity, decimal discountPercent)
    {
        if (quantity is <= 0 or > OpportunityConsts.MaxLineQuantity)
        {
            throw new BusinessException(CrmErrorCodes.LineQuantityOutOfRange).WithData("Product", ProductName);
        }
        if (discountPercent is < 0 or > 100)
        {
            throw new BusinessException(CrmErrorCodes.LineDiscountOutOfRange).WithData("Product", ProductName);
        }
        Quantity = decimal.Round(quantity, 4, MidpointRounding.AwayFromZero);
        DiscountPercent = decimal.Round(discountPercent, 4, MidpointRounding.AwayFromZero);
    }
}
