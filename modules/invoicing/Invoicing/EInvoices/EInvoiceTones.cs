namespace Invoicing.EInvoices;

public static class EInvoiceTones
{
    /// <returns>neutral, good, bad or info.</returns>
    public static string Of(EInvoiceState state) => state switch
    {
        EInvoiceState.Sent => "info",
        EInvoiceState.Accepted => "good",
        EInvoiceState.Rejected => "bad",
        _ => "neutral",
    };
}
