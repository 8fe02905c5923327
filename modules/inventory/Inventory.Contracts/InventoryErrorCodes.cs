namespace Inventory;

/// <summary>Each code is also the key of its text; the data that a text uses is named in it.</summary>
public static class InventoryErrorCodes
{
    public const string CodeMissing = "Inventory:CodeMissing";
    public const string NameMissing = "Inventory:NameMissing";
    public const string UnitMissing = "Inventory:UnitMissing";
    public const string CodeTaken = "Inventory:CodeTaken";
    public const string CodeTakenByDeleted = "Inventory:CodeTakenByDeleted";
    public const string ProductDeleted = "Inventory:ProductDeleted";
    public const string NegativePrice = "Inventory:NegativePrice";
    public const string UnknownCurrency = "Inventory:UnknownCurrency";
    public const string WrongTaxRate = "Inventory:WrongTaxRate";
    public const string QuantityNotPositive = "Inventory:QuantityNotPositive";
    public const string NegativeCount = "Inventory:NegativeCount";
    public const string StockNotTracked = "Inventory:StockNotTracked";
    public const string ChangedMeanwhile = "Inventory:ChangedMeanwhile";
}
