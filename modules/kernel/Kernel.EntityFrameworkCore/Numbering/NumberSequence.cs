using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Kernel.Numbering;

/// <summary>The last number given in a series. Written only by <see cref="Numbering"/>.</summary>
public class NumberSequence : Entity<Guid>, IMultiTenant
{
    public const int MaxSeriesLength = 64;

    public Guid? TenantId { get; private set; }
    public string Series { get; private set; } = null!;
    public int Year { get; private set; }
    public long Last { get; private set; }

    private NumberSequence() { } // EF Core

    public NumberSequence(Guid id, string series, int year, long last, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        (Series, Year, Last) = (series, year, last);
    }
}
