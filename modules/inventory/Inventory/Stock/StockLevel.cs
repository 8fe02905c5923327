using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Inventory.Stock;

/// <summary>
/// How much of a product is there: the sum of its moves, kept so that lists need not add. It has the product's id, and
/// only <see cref="StockKeeper"/> changes it, by an addition in the database.
/// </summary>
public class StockLevel : Entity<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public decimal OnHand { get; private set; }

    private StockLevel() { } // EF Core

    public StockLevel(Guid productId, Guid? tenantId) : base(productId) => TenantId = tenantId;
}
