namespace Crm.Web.Customers;

/// <summary>A picture for a kind that another module named; an unknown one gets the picture of any document.</summary>
public static class DocumentKindIcon
{
    public static string Of(string kindKey) => kindKey switch
    {
        "quote" or "order" or "invoice" or "payment" => kindKey,
        "creditnote" => "credit",
        "opportunity" => "chart",
        "delivery" => "truck",
        "return" => "undo",
        _ => "tag",
    };
}
