namespace Benchmarks.Floor;

/// <summary>What the workspace keeps of a write, to the letter, as JSON written by hand: as much to write for the floor as for the product.</summary>
internal static class FloorAudit
{
    public const string Product = "چاپگر لیزری";

    private const int Lines = 3;

    public static string OfQuote(Guid id, Guid party, DateOnly today) => string.Concat(
        $$$"""[{"e":"Quote","i":"{{{id}}}","k":1,"p":[{"n":"Date","v":"{{{today:O}}}"},{"n":"DiscountPercent","v":0},{"n":"Kind","v":"Quote"},{"n":"OpenAmount","v":0},{"n":"PartyId","v":"{{{party}}}"},{"n":"State","v":"Draft"},{"n":"Version","v":1},{"n":"Discount","v":{"Amount":0,"Currency":"IRR"}},{"n":"Net","v":{"Amount":6000000,"Currency":"IRR"}},{"n":"Tax","v":{"Amount":600000,"Currency":"IRR"}},{"n":"Total","v":{"Amount":6600000,"Currency":"IRR"}}]}""",
        string.Concat(Enumerable.Range(1, Lines).Select(line => $$$""",{"e":"SalesDocumentLine","i":"{{{id}}},{{{line}}}","k":1,"p":[{"n":"Ordinal","v":{{{line}}}},{"n":"DeliveredQuantity","v":0},{"n":"Description","v":"{{{Product}}}"},{"n":"DiscountAmount","v":0},{"n":"DiscountPercent","v":0},{"n":"InvoicedQuantity","v":0},{"n":"NetAmount","v":2000000},{"n":"Quantity","v":2},{"n":"SharedDiscount","v":0},{"n":"TaxAmount","v":200000},{"n":"TaxPercent","v":10},{"n":"UnitPrice","v":1000000}]}""")),
        "]");

    public static string QuoteCall(Guid party, DateOnly today) => string.Concat(
        $$$"""{"input":{"partyId":"{{{party}}}","date":"{{{today:O}}}","due":null,"currency":"IRR","note":null,"discountPercent":0,"originId":null,"warehouseId":null,"lines":[""",
        string.Join(',', Enumerable.Repeat($$$"""{"productId":null,"description":"{{{Product}}}","quantity":2,"unitPrice":1000000,"discountPercent":0,"discountAmount":null,"taxPercent":10,"sourceOrdinal":null}""", Lines)),
        """],"concurrencyStamp":null}}""");

    public static string OfMove(Guid move, Guid id, Guid from, Guid to, DateTime now) =>
        $$$"""[{"e":"StageMove","i":"{{{move}}}","k":1,"p":[{"n":"At","v":"{{{now:O}}}"},{"n":"DaysBefore","v":1},{"n":"FromStageId","v":"{{{from}}}"},{"n":"State","v":"Open"},{"n":"ToStageId","v":"{{{to}}}"}]},{"e":"Opportunity","i":"{{{id}}}","k":2,"p":[{"n":"Probability","o":0.7500,"v":0.1000},{"n":"StageId","o":"{{{from}}}","v":"{{{to}}}"},{"n":"StageSince","o":"{{{now:O}}}","v":"{{{now:O}}}"}]}]""";

    public static string MoveCall(Guid id, Guid to) =>
        $$$"""{"id":"{{{id}}}","input":{"stageId":"{{{to}}}","concurrencyStamp":"{{{id:N}}}","board":{"pipelineId":null,"mine":false,"text":null""" + "}}}";
}
