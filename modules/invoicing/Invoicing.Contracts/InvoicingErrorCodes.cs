namespace Invoicing;

public static class InvoicingErrorCodes
{
    public const string NoLines = "Invoicing:NoLines";
    public const string QuantityNotPositive = "Invoicing:QuantityNotPositive";
    public const string PriceNegative = "Invoicing:PriceNegative";
    public const string DiscountOutOfRange = "Invoicing:DiscountOutOfRange";
    public const string TaxPercentOutOfRange = "Invoicing:TaxPercentOutOfRange";
    public const string AmountTooLarge = "Invoicing:AmountTooLarge";
    public const string AmountsNotChangeable = "Invoicing:AmountsNotChangeable";
    public const string CurrencyUnknown = "Invoicing:CurrencyUnknown";
    public const string DueBeforeDate = "Invoicing:DueBeforeDate";
    public const string NotADraft = "Invoicing:NotADraft";
    public const string WrongState = "Invoicing:WrongState";
    public const string QuoteExpired = "Invoicing:QuoteExpired";
    public const string QuoteSuperseded = "Invoicing:QuoteSuperseded";
    public const string QuoteAnswered = "Invoicing:QuoteAnswered";
    public const string QuoteNotRevisable = "Invoicing:QuoteNotRevisable";
    public const string AnswerNameMissing = "Invoicing:AnswerNameMissing";
    public const string OrderNotInvoiceable = "Invoicing:OrderNotInvoiceable";
    public const string NothingToInvoice = "Invoicing:NothingToInvoice";
    public const string MoreThanOrdered = "Invoicing:MoreThanOrdered";
    public const string ClosedOrderDelivered = "Invoicing:ClosedOrderDelivered";
    public const string OrderDeliveredNotInvoiced = "Invoicing:OrderDeliveredNotInvoiced";
    public const string OrderPartlyInvoiced = "Invoicing:OrderPartlyInvoiced";
    public const string InvoiceNotVoidable = "Invoicing:InvoiceNotVoidable";
    public const string TaxMemoryInvalid = "Invoicing:TaxMemoryInvalid";
    public const string EInvoiceNotRejected = "Invoicing:EInvoiceNotRejected";
    public const string DocumentDiscountOutOfRange = "Invoicing:DocumentDiscountOutOfRange";
    public const string TaxRateOutOfRange = "Invoicing:TaxRateOutOfRange";
    public const string QuoteInSeveralCurrencies = "Invoicing:QuoteInSeveralCurrencies";
    public const string InvoiceNotIssued = "Invoicing:InvoiceNotIssued";
    public const string CreditExceedsInvoice = "Invoicing:CreditExceedsInvoice";
    public const string SettlementNotPositive = "Invoicing:SettlementNotPositive";
    public const string SettlementExceedsOpen = "Invoicing:SettlementExceedsOpen";
    public const string ReleaseExceedsSettled = "Invoicing:ReleaseExceedsSettled";
    public const string RefundExceedsCredit = "Invoicing:RefundExceedsCredit";
    public const string UndoExceedsPaidBack = "Invoicing:UndoExceedsPaidBack";
    public const string OtherCurrency = "Invoicing:OtherCurrency";
    public const string NumberTaken = "Invoicing:NumberTaken";
    public const string WriteOff = "Invoicing:WriteOff";
    public const string PartyNotChosen = "Invoicing:PartyNotChosen";
    public const string PartyNotFound = "Invoicing:PartyNotFound";
    public const string ProductNotFound = "Invoicing:ProductNotFound";
}
