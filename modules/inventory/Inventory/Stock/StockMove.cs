using Kernel.Texts;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Inventory.Stock;

/// <summary>Something that came in or went out. Never changed: another move corrects it, so it is its own history.</summary>
[DisableAuditing]
public class StockMove : CreationAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int MaxNumberLength = 40;
    public const int MaxUrlLength = 200;
    public const int MaxNoteLength = 200;

    public Guid? TenantId { get; private set; }
    public Guid ProductId { get; private set; }
    public Guid WarehouseId { get; private set; }

    /// <summary>In the product's unit; positive came in, negative went out.</summary>
    public decimal Quantity { get; private set; }

    public DateOnly Date { get; private set; }
    public StockMoveReason Reason { get; private set; }
    public string? DocumentNumber { get; private set; }
    public string? DocumentUrl { get; private set; }
    public string? Note { get; private set; }

    private StockMove() { } // EF Core

    public StockMove(Guid id, StockMoveDto move, Guid warehouseId, Guid? tenantId, string? note = null) : base(id)
    {
        if (move.Quantity == 0)
        {
            throw new ArgumentException("A move of nothing.", nameof(move));
        }
        (TenantId, WarehouseId) = (tenantId, warehouseId);
        (ProductId, Quantity, Date, Reason) = (move.ProductId, move.Quantity, move.Date, move.Reason);
        DocumentNumber = Check.Length(move.DocumentNumber, nameof(move.DocumentNumber), MaxNumberLength);
        DocumentUrl = Check.Length(move.DocumentUrl, nameof(move.DocumentUrl), MaxUrlLength);
        Note = Check.Length(PersianText.Clean(note) is { Length: > 0 } clean ? clean : null, nameof(note), MaxNoteLength);
    }
}
