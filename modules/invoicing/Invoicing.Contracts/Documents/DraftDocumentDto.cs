using System.ComponentModel.DataAnnotations;
using Kernel.Monetary;

namespace Invoicing.Documents;

/// <summary>What a user writes of a quote, order, invoice or credit note; the amounts follow from the lines.</summary>
public class DraftDocumentDto
{
    public Guid PartyId { get; set; }
    public DateOnly Date { get; set; }

    /// <summary>Last day of a quote's validity, of an order's delivery or of an invoice's payment.</summary>
    public DateOnly? Due { get; set; }

    [Required, StringLength(3, MinimumLength = 3)]
    public string Currency { get; set; } = "IRR";

    [StringLength(DocumentConsts.MaxNoteLength)]
    public string? Note { get; set; }

    [MaxLength(DocumentConsts.MaxLines)]
    public List<DraftLineDto> Lines { get; set; } = [];
}

public class DraftLineDto
{
    public Guid? ProductId { get; set; }

    [StringLength(DocumentConsts.MaxDescriptionLength)]
    public string Description { get; set; } = "";

    public decimal Quantity { get; set; } = 1;

    /// <summary>In the document's currency, with as many decimals as the price needs.</summary>
    public decimal UnitPrice { get; set; }

    /// <summary>0 to 100.</summary>
    public decimal DiscountPercent { get; set; }

    /// <summary>0 to 100.</summary>
    public decimal TaxRate { get; set; }
}
