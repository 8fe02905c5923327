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
    public const string NotOnHand = "Inventory:NotOnHand";
    public const string NotAvailable = "Inventory:NotAvailable";
    public const string SameWarehouse = "Inventory:SameWarehouse";
    public const string WarehouseNameMissing = "Inventory:WarehouseNameMissing";
    public const string WarehouseNameTaken = "Inventory:WarehouseNameTaken";
    public const string WarehouseClosed = "Inventory:WarehouseClosed";
    public const string WarehouseIsMain = "Inventory:WarehouseIsMain";
    public const string WarehouseNotEmpty = "Inventory:WarehouseNotEmpty";
    public const string NothingToDeliver = "Inventory:NothingToDeliver";
    public const string DeliversTooMuch = "Inventory:DeliversTooMuch";
    public const string DeliveryBeforeOrder = "Inventory:DeliveryBeforeOrder";
    public const string OrderNotOpen = "Inventory:OrderNotOpen";
    public const string OrderDelivered = "Inventory:OrderDelivered";
    public const string ReturnsTooMuch = "Inventory:ReturnsTooMuch";
    public const string ReturnBeforeDelivery = "Inventory:ReturnBeforeDelivery";
    public const string NotADelivery = "Inventory:NotADelivery";
    public const string SerialsNeedStock = "Inventory:SerialsNeedStock";
    public const string WrongWarranty = "Inventory:WrongWarranty";
    public const string SerialsMiscounted = "Inventory:SerialsMiscounted";
    public const string SerialTwice = "Inventory:SerialTwice";
    public const string SerialTooLong = "Inventory:SerialTooLong";
    public const string SerialIsOut = "Inventory:SerialIsOut";
    public const string SerialNotDelivered = "Inventory:SerialNotDelivered";
    public const string ProductNotFound = "Inventory:ProductNotFound";
    public const string PriceListNameMissing = "Inventory:PriceListNameMissing";
    public const string PriceListEndsBeforeItBegins = "Inventory:PriceListEndsBeforeItBegins";
    public const string WrongRise = "Inventory:WrongRise";
    public const string ChangedMeanwhile = "Inventory:ChangedMeanwhile";
}
