namespace Crm.Web;

public static class CrmUrls
{
    public const string Customers = "/Crm/Customers";
    public const string CreateCustomer = "/Crm/Customers/Create";
    public const string Activities = "/Crm/Activities";

    public static string File(Guid partyId) => $"/Crm/Customers/File/{partyId}";
}
