using Invoicing.CreditNotes;
using Invoicing.Documents;
using Kernel.Monetary;
using Volo.Abp;

namespace Invoicing.Invoices;

/// <summary>What a customer owes. Once issued it never changes: a credit note corrects it, payments settle it.</summary>
public class Invoice : SalesDocument
{
    public Money Settled { get; private set; }
    public Money Credited { get; private set; }

    /// <summary>What was paid back of what was credited beyond what was open, in the smallest unit.</summary>
    public long PaidBackAmount { get; private set; }

    private Invoice() { } // EF Core

    public Invoice(Guid id, DocumentContent content, Guid? orderId = null) : base(id, DocumentKind.Invoice, content, orderId) =>
        ClearPayments();

    /// <summary>Customer and currency of an order's invoice stay the order's.</summary>
    public override void Rewrite(DocumentContent content)
    {
        base.Rewrite(SourceId is null ? content : content with { PartyId = PartyId, Currency = Currency });
        ClearPayments();
    }

    /// <summary>Without a due day it is due at once.</summary>
    public void Issue(string number)
    {
        Finish(number, DocumentState.Issued);
        Due ??= Date;
        OpenAmount = Total.Amount;
        AddLocalEvent(new InvoiceIssuedEvent(Id, PartyId, number, Date, Due, Net, Discount, Tax, Total, IsCreditNote: false));
    }

    public void Settle(Money amount)
    {
        EnsurePayable(amount);
        if (amount > Open)
        {
            throw new BusinessException(InvoicingErrorCodes.SettlementExceedsOpen).WithData("Number", Number!).WithData("Open", Open);
        }
        Settled += amount;
        OpenAmount -= amount.Amount;
    }

    /// <summary>Takes a settlement back.</summary>
    public void Release(Money amount)
    {
        EnsurePayable(amount);
        if (amount > Settled)
        {
            throw new BusinessException(InvoicingErrorCodes.ReleaseExceedsSettled).WithData("Number", Number!).WithData("Settled", Settled);
        }
        Settled -= amount;
        OpenAmount += amount.Amount;
    }

    /// <summary>Pays back what was credited beyond what was open.</summary>
    public void PayBack(Money amount)
    {
        EnsurePayable(amount);
        if (amount > -Open)
        {
            throw new BusinessException(InvoicingErrorCodes.RefundExceedsCredit).WithData("Number", Number!).WithData("Left", Money.Max(-Open, Money.Zero(Currency)));
        }
        PaidBackAmount += amount.Amount;
        OpenAmount += amount.Amount;
    }

    /// <summary>Takes a payment back into the customer's credit.</summary>
    public void UndoPayBack(Money amount)
    {
        EnsurePayable(amount);
        if (amount.Amount > PaidBackAmount)
        {
            throw new BusinessException(InvoicingErrorCodes.UndoExceedsPaidBack).WithData("Number", Number!).WithData("PaidBack", new Money(PaidBackAmount, Currency));
        }
        PaidBackAmount -= amount.Amount;
        OpenAmount -= amount.Amount;
    }

    /// <summary>Drafts a credit note over all lines; what is not to be credited is taken out of the draft.</summary>
    public CreditNote ToCreditNote(Guid id, DateOnly date)
    {
        EnsureIssued();
        return new CreditNote(id, ToContent(date, due: null), Id);
    }

    /// <summary>A credit note over all of it.</summary>
    /// <exception cref="BusinessException">Something of it is paid or credited already.</exception>
    public CreditNote ToVoid(Guid id, DateOnly date)
    {
        EnsureIssued();
        if (!Settled.IsZero || !Credited.IsZero)
        {
            throw new BusinessException(InvoicingErrorCodes.InvoiceNotVoidable).WithData("Number", Number!).WithData("Settled", Settled).WithData("Credited", Credited);
        }
        return ToCreditNote(id, date);
    }

    internal void TakeCredit(Money amount)
    {
        EnsureIssued();
        if (amount > Total - Credited)
        {
            throw new BusinessException(InvoicingErrorCodes.CreditExceedsInvoice).WithData("Number", Number!).WithData("Left", Total - Credited);
        }
        Credited += amount;
        OpenAmount -= amount.Amount;
    }

    private void ClearPayments() => (Settled, Credited) = (Money.Zero(Currency), Money.Zero(Currency));

    private void EnsurePayable(Money amount)
    {
        EnsureIssued();
        if (amount.Currency != Currency)
        {
            throw new BusinessException(InvoicingErrorCodes.OtherCurrency).WithData("Number", Number!).WithData("Currency", Currency);
        }
        if (!amount.IsPositive)
        {
            throw new BusinessException(InvoicingErrorCodes.SettlementNotPositive);
        }
    }

    private void EnsureIssued()
    {
        if (State != DocumentState.Issued)
        {
            throw new BusinessException(InvoicingErrorCodes.InvoiceNotIssued);
        }
    }
}
