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

    /// <summary>In the smallest unit, as are net and tax.</summary>
    public long DiscountAmount { get; private set; }

    /// <summary>After discount, before tax.</summary>
    public long NetAmount { get; private set; }

    public long TaxAmount { get; private set; }

    private SalesDocumentLine() { } // EF Core

    internal SalesDocumentLine(Guid documentId, int ordinal, LineContent content, string currency)
    {
        (DocumentId, Ordinal) = (documentId, ordinal);
        Write(content, currency);
    }

    public override object[] GetKeys() => [DocumentId, Ordinal];

    internal void Write(LineContent content, string currency)
    {
        ProductId = content.ProductId;
        Description = Check.Length(content.Description.Trim(), nameof(Description), DocumentConsts.MaxDescriptionLength)!;
        Quantity = decimal.Round(content.Quantity, 4, MidpointRounding.AwayFromZero);
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
        Calculate(content.DiscountAmount, currency);
    }

    /// <summary>Each amount is rounded half away from zero to the smallest unit.</summary>
    private void Calculate(decimal? discountAmount, string currency)
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
        var net = gross - discount;
        (DiscountAmount, NetAmount, TaxAmount) = (discount.Amount, net.Amount, PercentOf(net, TaxPercent).Amount);
    }

    internal LineContent ToContent(string currency) => new(
        ProductId, Description, Quantity, UnitPrice, DiscountPercent, TaxPercent,
        DiscountPercent == 0 && DiscountAmount != 0 ? new Money(DiscountAmount, currency).ToDecimal() : null);

    private static Money PercentOf(Money money, decimal percent) => Money.Of(money.ToDecimal() * percent / 100, money.Currency);

    private BusinessException Refusal(string code) => new BusinessException(code).WithData("Line", Description);
}
