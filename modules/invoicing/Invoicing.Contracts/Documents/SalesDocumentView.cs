using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Invoicing.Documents;

/// <summary>
/// A sales document as other modules may read it: their contexts map it by <c>ToView</c> onto invoicing's table, so that
/// what is owed is added up in one statement. Only Invoicing writes.
/// </summary>
public class SalesDocumentView : Entity<Guid>, IMultiTenant, ISoftDelete
{
    public Guid? TenantId { get; private set; }
    public DocumentKind Kind { get; private set; }
    public DocumentState State { get; private set; }
    public Guid PartyId { get; private set; }

    /// <summary>Null while it is a draft.</summary>
    public string? Number { get; private set; }

    /// <summary>The document it was made from, such as a credit note's invoice.</summary>
    public Guid? SourceId { get; private set; }

    public DateOnly Date { get; private set; }
    public DateOnly? Due { get; private set; }

    /// <summary>In the smallest unit.</summary>
    public long TotalAmount { get; private set; }

    public string Currency { get; private set; } = null!;

    /// <summary>What of an issued invoice is still to be paid, in the smallest unit; negative when more was credited than was left open.</summary>
    public long OpenAmount { get; private set; }

    /// <summary>What of an order is left to invoice, in the smallest unit; null for other kinds.</summary>
    public long? UninvoicedAmount { get; private set; }

    /// <summary>What of an order is with the customer and on no invoice, in the smallest unit; null for other kinds.</summary>
    public long? DeliveredAmount { get; private set; }

    public bool IsDeleted { get; set; }

    private SalesDocumentView() { } // EF Core
}
