using Inventory.Deliveries;

namespace Inventory.Web.Deliveries;

/// <summary>A line of a form that asks what goes out or comes back.</summary>
public class MovedLineInput
{
    public int Ordinal { get; set; }
    public decimal? Quantity { get; set; }

    /// <summary>Typed or scanned, one on a line.</summary>
    public string? SerialText { get; set; }

    /// <summary>Chosen from those that are out.</summary>
    public List<string> Serials { get; set; } = [];

    public MovedLineDto ToDto() => new()
    {
        Ordinal = Ordinal,
        Quantity = Quantity ?? 0,
        Serials = [.. Serials, .. (SerialText ?? "").Split(['\n', '\r', ',', '،', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
    };
}

public static class DeliveryTones
{
    public static string Of(DeliveryOrderState state) => state switch
    {
        DeliveryOrderState.Open => "info",
        DeliveryOrderState.Delivered => "good",
        _ => "neutral",
    };
}
