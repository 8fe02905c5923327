namespace Invoicing.Documents;

/// <summary>Where documents are shown.</summary>
public static class DocumentUrls
{
    public static IReadOnlyList<DocumentKind> Kinds { get; } =
        [DocumentKind.Quote, DocumentKind.Order, DocumentKind.Invoice, DocumentKind.CreditNote];

    public static string Slug(DocumentKind kind) => kind + "s";

    public static DocumentKind? KindOf(string slug) => Kinds.Cast<DocumentKind?>().FirstOrDefault(kind => Slug(kind!.Value).Equals(slug, StringComparison.OrdinalIgnoreCase));

    public static string List(DocumentKind kind) => $"/Invoicing/{Slug(kind)}";

    public static string List(DocumentKind kind, Guid partyId) => $"{List(kind)}?partyId={partyId}";

    public static string Details(DocumentKind kind, Guid id) => $"{List(kind)}/Details/{id}";

    /// <summary>The document as it is printed; with <c>?handler=Pdf</c> as a PDF.</summary>
    public static string Print(DocumentKind kind, Guid id) => $"{List(kind)}/Print/{id}";

    public static string Edit(DocumentKind kind, Guid id) => $"{List(kind)}/Edit/{id}";

    /// <summary>Where a part of an order is chosen for an invoice.</summary>
    public static string InvoicePart(Guid orderId) => $"/Invoicing/Orders/Invoice/{orderId}";

    public static string New(DocumentKind kind, Guid? partyId = null) =>
        $"{List(kind)}/Create" + (partyId is { } party ? $"?partyId={party}" : "");
}
