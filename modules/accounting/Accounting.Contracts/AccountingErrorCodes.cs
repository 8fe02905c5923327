namespace Accounting;

public static class AccountingErrorCodes
{
    public const string EntryNotBalanced = "Accounting:EntryNotBalanced";
    public const string EntryTooShort = "Accounting:EntryTooShort";
    public const string LineNotOneSided = "Accounting:LineNotOneSided";
    public const string EntryAlreadyReversed = "Accounting:EntryAlreadyReversed";
    public const string AccountMissing = "Accounting:AccountMissing";
    public const string AmountNotPositive = "Accounting:AmountNotPositive";
    public const string CurrencyUnknown = "Accounting:CurrencyUnknown";
    public const string AllocationExceedsReceipt = "Accounting:AllocationExceedsReceipt";
    public const string AllocationOtherCurrency = "Accounting:AllocationOtherCurrency";
    public const string AllocationOtherParty = "Accounting:AllocationOtherParty";
    public const string ReceiptReversed = "Accounting:ReceiptReversed";
    public const string NotACashAccount = "Accounting:NotACashAccount";
}
