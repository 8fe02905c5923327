using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Invoicing.Taxes;

/// <summary>The usual tax on sales from a day on, until the next rate.</summary>
public class TaxRate : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>0 to 100.</summary>
    public decimal Percent { get; private set; }

    private TaxRate() { } // EF Core

    public TaxRate(Guid id, DateOnly from, decimal percent) : base(id)
    {
        From = from;
        ChangeTo(percent);
    }

    public void ChangeTo(decimal percent)
    {
        if (percent is < 0 or > 100)
        {
            throw new BusinessException(InvoicingErrorCodes.TaxRateOutOfRange);
        }
        Percent = decimal.Round(percent, 4, MidpointRounding.AwayFromZero);
    }
}
