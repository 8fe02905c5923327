using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Inventory.Stock;

/// <summary>
/// How much of a product lies in a warehouse: the sum of its moves there, kept so that lists need not add, and what of it is
/// promised. Only <see cref="StockKeeper"/> changes it, with the warehouse's turn taken; its moves are its history.
/// </summary>
[DisableAuditing]
public class StockLevel : Entity, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid ProductId { get; private set; }
    public Guid WarehouseId { get; private set; }

    /// <summary>Below zero only where goods left before they were booked in.</summary>
    public decimal OnHand { get; private set; }

    /// <summary>Promised to orders that are not delivered yet; never below zero.</summary>
    public decimal Reserved { get; private set; }

    /// <summary>What can still be promised; below zero when more was promised than is there.</summary>
    public decimal Available => OnHand - Reserved;

    private StockLevel() { } // EF Core

    public StockLevel(Guid productId, Guid warehouseId, Guid? tenantId) => (ProductId, WarehouseId, TenantId) = (productId, warehouseId, tenantId);

    public override object[] GetKeys() => [ProductId, WarehouseId];

    /// <param name="quantity">Positive comes in, negative goes out.</param>
    public void Move(decimal quantity) => OnHand += quantity;

    /// <summary>Gives out what must be there.</summary>
    /// <param name="product">Its name, for the refusal.</param>
    public void Issue(decimal quantity, string product)
    {
        if (quantity > OnHand)
        {
            throw Refusal(InventoryErrorCodes.NotOnHand, quantity, OnHand, product);
        }
        OnHand -= quantity;
    }

    public void Reserve(decimal quantity) => Reserved += quantity;

    /// <summary>Takes a promise back.</summary>
    /// <exception cref="AbpDbConcurrencyException">It is gone: somebody delivered, cancelled or closed the order since it was read.</exception>
    public void Free(decimal quantity) => Reserved = quantity <= Reserved
        ? Reserved - quantity
        : throw new AbpDbConcurrencyException($"Only {Reserved} of {quantity} is reserved.");

    /// <summary>Refuses to promise or sell more than is available.</summary>
    /// <inheritdoc cref="Issue"/>
    public void EnsureAvailable(decimal quantity, string product)
    {
        if (quantity > Available)
        {
            throw Refusal(InventoryErrorCodes.NotAvailable, quantity, Math.Max(Available, 0), product);
        }
    }

    private static BusinessException Refusal(string code, decimal quantity, decimal there, string product) =>
        new BusinessException(code).WithData("Name", product).WithData("Quantity", quantity).WithData("There", there);
}
