namespace Accounting;

public static class AccountingErrorCodes
{
    public const string EntryNotBalanced = "Accounting:EntryNotBalanced";
    public const string EntryTooShort = "Accounting:EntryTooShort";
    public const string LineNotOneSided = "Accounting:LineNotOneSided";
    public const string EntryAlreadyReversed = "Accounting:EntryAlreadyReversed";
    public const string AccountMissing = "Accounting:AccountMissing";
    public const string AmountNotPositive = "Accounting:AmountNotPositive";
    public const string AmountsNotChangeable = "Accounting:AmountsNotChangeable";
    public const string CurrencyUnknown = "Accounting:CurrencyUnknown";
    public const string AllocationExceedsReceipt = "Accounting:AllocationExceedsReceipt";
    public const string AllocationOtherCurrency = "Accounting:AllocationOtherCurrency";
    public const string AllocationOtherParty = "Accounting:AllocationOtherParty";
    public const string ReceiptReversed = "Accounting:ReceiptReversed";
    public const string ReceiptPaidBack = "Accounting:ReceiptPaidBack";
    public const string RefundEmpty = "Accounting:RefundEmpty";
    public const string RefundReversed = "Accounting:RefundReversed";
    public const string RefundWithoutIban = "Accounting:RefundWithoutIban";
    public const string RefundExceedsReceipt = "Accounting:RefundExceedsReceipt";
    public const string RefundOtherCurrency = "Accounting:RefundOtherCurrency";
    public const string RefundOtherParty = "Accounting:RefundOtherParty";
    public const string RefundOfUnpaidCheque = "Accounting:RefundOfUnpaidCheque";
    public const string NotACashAccount = "Accounting:NotACashAccount";
    public const string InvalidSayadId = "Accounting:InvalidSayadId";
    public const string ChequeIncomplete = "Accounting:ChequeIncomplete";
    public const string ChequeTaken = "Accounting:ChequeTaken";
    public const string ChequeInOtherState = "Accounting:ChequeInOtherState";
    public const string ChequeMovedBefore = "Accounting:ChequeMovedBefore";
    public const string ChequeSpentOnItsOwnParty = "Accounting:ChequeSpentOnItsOwnParty";
    public const string ReceiptOfACheque = "Accounting:ReceiptOfACheque";
    public const string CreditLimitExceeded = "Accounting:CreditLimitExceeded";
    public const string CreditLimitExceededCovered = "Accounting:CreditLimitExceededCovered";
    public const string PartyNotChosen = "Accounting:PartyNotChosen";
    public const string CreditLimitNegative = "Accounting:CreditLimitNegative";
    public const string CreditPolicyNameTaken = "Accounting:CreditPolicyNameTaken";
    public const string CreditPolicyGroupTaken = "Accounting:CreditPolicyGroupTaken";
    public const string RateMissing = "Accounting:RateMissing";
    public const string RateNotPositive = "Accounting:RateNotPositive";
    public const string RateOfBaseCurrency = "Accounting:RateOfBaseCurrency";
    public const string RevaluationInFuture = "Accounting:RevaluationInFuture";
    public const string RevaluedLater = "Accounting:RevaluedLater";
    public const string NotARevaluation = "Accounting:NotARevaluation";
    public const string PeriodClosed = "Accounting:PeriodClosed";
    public const string ClosingInFuture = "Accounting:ClosingInFuture";
    public const string ClosedAlready = "Accounting:ClosedAlready";
    public const string OpenAlready = "Accounting:OpenAlready";
}
