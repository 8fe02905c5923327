namespace Inventory.Deliveries;

/// <summary>Where deliveries are shown.</summary>
public static class DeliveryUrls
{
    public const string List = "/Inventory/Deliveries";
    public const string Open = List + "/Open";
    public const string Serials = "/Inventory/Serials";

    public static string OfParty(Guid partyId) => $"{List}?partyId={partyId}";
    public static string Details(Guid id) => $"{List}/Details/{id}";
    public static string Order(Guid orderId) => $"{List}/Order/{orderId}";
    public static string Deliver(Guid orderId) => $"{List}/Deliver/{orderId}";
    public static string TakeBack(Guid id) => $"{List}/TakeBack/{id}";
}
