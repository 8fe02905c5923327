using System.ComponentModel.DataAnnotations;

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

    /// <summary>Off the whole document, 0 to 100: off each line after its own discount.</summary>
    public decimal DiscountPercent { get; set; }

    /// <summary>The record of another module that it is made for; only said when it is made.</summary>
    public Guid? OriginId { get; set; }

    /// <summary>Where an order's goods are reserved; null for the main warehouse.</summary>
    public Guid? WarehouseId { get; set; }

    [MaxLength(DocumentConsts.MaxLines)]
    public List<DraftLineDto> Lines { get; set; } = [];

    /// <summary>The stamp that was read with the draft: a change made since then refuses this one.</summary>
    public string? ConcurrencyStamp { get; set; }
}

public class DraftLineDto
{
    public Guid? ProductId { get; set; }

    [StringLength(DocumentConsts.MaxDescriptionLength)]
    public string Description { get; set; } = "";

    public decimal Quantity { get; set; } = 1;

    /// <summary>In the document's currency, with as many decimals as the price needs.</summary>
    public decimal UnitPrice { get; set; }

    /// <summary>0 to 100. Ignored when there is a <see cref="DiscountAmount"/>.</summary>
    public decimal DiscountPercent { get; set; }

    /// <summary>Off the whole line, in the major unit; null when the discount is a percentage.</summary>
    public decimal? DiscountAmount { get; set; }

    /// <summary>0 to 100; null for the rate that holds on the document's day.</summary>
    public decimal? TaxPercent { get; set; } = 0;

    /// <summary>Of an order's invoice: the place of the order's line that is invoiced; null for what was not ordered.</summary>
    public int? SourceOrdinal { get; set; }
}
