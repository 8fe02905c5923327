using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Invoicing.Documents;

/// <summary>A line of a document. Its amounts are in the document's currency.</summary>
public class SalesDocumentLine : Entity, IMultiTenant
{
    /// <summary>Largest quantity, price and line, in the major unit: the sums of a document stay far inside their range.</summary>
    private const decimal MaxFactor = 1_000_000_000_000;

    public Guid? TenantId { get; private set; }
    public Guid DocumentId { get; private set; }

    /// <summary>Place on the document, from 1.</summary>
    public int Ordinal { get; private set; }

    public Guid? ProductId { get; private set; }
    public string Description { get; private set; } = null!;

    /// <summary>Four decimals.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Six decimals, in the major unit.</summary>
    public decimal UnitPrice { get; private set; }

    public decimal DiscountPercent { get; private set; }
    public decimal TaxPercent { get; private set; }

    /// <summary>The line's own, in the smallest unit, as are the others.</summary>
    public long DiscountAmount { get; private set; }

    /// <summary>Its share of the document's discount.</summary>
    public long SharedDiscount { get; private set; }

    /// <summary>After discount, before tax.</summary>
    public long NetAmount { get; private set; }

    public long TaxAmount { get; private set; }

    /// <summary>Of an order's invoice: the place of the order's line that is invoiced.</summary>
    public int? SourceOrdinal { get; private set; }

    /// <summary>Of an order's line how much stands on invoices, drafts too. Never more than its quantity.</summary>
    public decimal InvoicedQuantity { get; private set; }

    public decimal Left => Quantity - InvoicedQuantity;

    /// <summary>Of an order's line how much is with the customer: delivered and not taken back.</summary>
    public decimal DeliveredQuantity { get; private set; }

    /// <summary>What is left to invoice with tax, in the smallest unit.</summary>
    internal long LeftAmount => AmountOf(Left);

    /// <summary>What of <see cref="LeftAmount"/> is with the customer.</summary>
    internal long DeliveredAmount => DeliveredAmountWith(0);

    private SalesDocumentLine() { } // EF Core

    internal SalesDocumentLine(Guid documentId, int ordinal, LineContent content, string currency, decimal documentDiscount)
    {
        (DocumentId, Ordinal) = (documentId, ordinal);
        Write(content, currency, documentDiscount);
    }

    public override object[] GetKeys() => [DocumentId, Ordinal];

    internal void Write(LineContent content, string currency, decimal documentDiscount)
    {
        (ProductId, SourceOrdinal) = (content.ProductId, content.SourceOrdinal);
        Description = Check.Length(content.Description.Trim(), nameof(Description), DocumentConsts.MaxDescriptionLength)!;
        Quantity = Rounded(content.Quantity);
        UnitPrice = decimal.Round(content.UnitPrice, 6, MidpointRounding.AwayFromZero);
        DiscountPercent = content.DiscountAmount is null ? decimal.Round(content.DiscountPercent, 4, MidpointRounding.AwayFromZero) : 0;
        TaxPercent = decimal.Round(content.TaxPercent, 4, MidpointRounding.AwayFromZero);

        if (Quantity <= 0)
        {
            throw Refusal(InvoicingErrorCodes.QuantityNotPositive).WithData("Quantity", content.Quantity);
        }
        if (UnitPrice < 0)
        {
            throw Refusal(InvoicingErrorCodes.PriceNegative);
        }
        if (TaxPercent is < 0 or > 100)
        {
            throw Refusal(InvoicingErrorCodes.TaxPercentOutOfRange);
        }
        Calculate(content.DiscountAmount, currency, documentDiscount);
    }

    /// <summary>Each amount is rounded half away from zero to the smallest unit.</summary>
    private void Calculate(decimal? discountAmount, string currency, decimal documentDiscount)
    {
        if (Quantity > MaxFactor || UnitPrice > MaxFactor || Quantity * UnitPrice > MaxFactor)
        {
            throw Refusal(InvoicingErrorCodes.AmountTooLarge);
        }
        var gross = Money.Of(Quantity * UnitPrice, currency);
        var discount = discountAmount is { } amount ? Money.Of(amount, currency) : PercentOf(gross, DiscountPercent);
        if (DiscountPercent is < 0 or > 100 || discount.IsNegative || discount > gross)
        {
            throw Refusal(InvoicingErrorCodes.DiscountOutOfRange);
        }
        var shared = PercentOf(gross - discount, documentDiscount);
        var net = gross - discount - shared;
        (DiscountAmount, SharedDiscount, NetAmount, TaxAmount) = (discount.Amount, shared.Amount, net.Amount, PercentOf(net, TaxPercent).Amount);
    }

    internal LineContent ToContent(string currency) => new(
        ProductId, Description, Quantity, UnitPrice, DiscountPercent, TaxPercent,
        DiscountPercent == 0 && DiscountAmount != 0 ? new Money(DiscountAmount, currency).ToDecimal() : null, SourceOrdinal);

    /// <summary>A part of an order's line, for an invoice; an amount of discount is shared out by quantity.</summary>
    internal LineContent ToPart(decimal quantity, string currency)
    {
        var whole = ToContent(currency);
        return whole with { Quantity = quantity, DiscountAmount = whole.DiscountAmount * quantity / Quantity, SourceOrdinal = Ordinal };
    }

    internal void Take(decimal quantity)
    {
        quantity = Rounded(quantity);
        if (quantity <= 0)
        {
            throw Refusal(InvoicingErrorCodes.QuantityNotPositive).WithData("Quantity", quantity);
        }
        if (quantity > Left)
        {
            throw Refusal(InvoicingErrorCodes.MoreThanOrdered).WithData("Quantity", quantity).WithData("Left", Left);
        }
        InvoicedQuantity += quantity;
    }

    internal void NoteDelivery(decimal quantity) => DeliveredQuantity += quantity;

    /// <summary>What <see cref="DeliveredAmount"/> would be if so much more went out.</summary>
    internal long DeliveredAmountWith(decimal more) => LeftAmount - AmountOf(Quantity - Math.Max(InvoicedQuantity, DeliveredQuantity + more));

    internal void GiveBack(decimal quantity) => InvoicedQuantity = Math.Max(0, InvoicedQuantity - quantity);

    private long AmountOf(decimal quantity) =>
        quantity == Quantity ? NetAmount + TaxAmount : (long)decimal.Round((NetAmount + TaxAmount) * quantity / Quantity, MidpointRounding.AwayFromZero);

    private static decimal Rounded(decimal quantity) => decimal.Round(quantity, 4, MidpointRounding.AwayFromZero);

    private static Money PercentOf(Money money, decimal percent) => Money.Of(money.ToDecimal() * percent / 100, money.Currency);

    private BusinessException Refusal(string code) => new BusinessException(code).WithData("Line", Description);
}
