namespace Accounting.Accounts;

public enum AccountType
{
    Asset = 1,
    Liability = 2,
    Equity = 3,
    Income = 4,
    Expense = 5,
}

/// <summary>Keys of the accounts that every ledger has; the key also names the account's text.</summary>
public static class AccountKeys
{
    public const string Cash = "cash";
    public const string Bank = "bank";
    public const string Receivables = "receivables";
    /// <summary>Cheques in hand.</summary>
    public const string Cheques = "cheques";

    public const string ChequesInCollection = "cheques-in-collection";
    public const string Payables = "payables";
    public const string VatPayable = "vat-payable";
    public const string Sales = "sales";
    public const string SalesReturns = "sales-returns";
    public const string Discounts = "discounts";
    public const string BadDebt = "bad-debt";

    /// <summary>Gains and losses by rates of exchange.</summary>
    public const string ExchangeDifferences = "exchange-differences";

    /// <summary>By how much foreign receivables are worth more, at the last revaluation, than they were posted at.</summary>
    public const string Revaluation = "revaluation";
}

public static class AccountConsts
{
    public const int MaxCodeLength = 16;
    public const int MaxKeyLength = 32;
    public const int MaxNameLength = 128;
}
