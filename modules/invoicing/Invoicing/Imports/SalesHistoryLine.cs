using System.Globalization;
using Kernel;
using Kernel.Imports;

namespace Invoicing.Imports;

/// <summary>A row of the history, read.</summary>
internal record SalesHistoryLine(
    ImportRow Row, string Number, string Code, string? Description, decimal Quantity, DateOnly Date, decimal UnitPrice,
    string? CustomerKey, string? Country)
{
    private const string CancellationPrefix = "C";

    /// <summary>A cancellation, or a correction in the customer's favour.</summary>
    public bool IsCredit => Number.StartsWith(CancellationPrefix, StringComparison.OrdinalIgnoreCase) || UnitPrice < 0;

    /// <summary>Goods that were lost, not sold: they left for nobody and for nothing.</summary>
    private bool IsWriteOff => Quantity < 0 && UnitPrice == 0 && CustomerKey is null;

    /// <summary>On a credit note all signs are turned, so that its amounts are positive.</summary>
    public decimal DocumentQuantity => IsCredit ? Math.Abs(Quantity) : Quantity;

    public decimal DocumentPrice => IsCredit ? Math.Abs(UnitPrice) : UnitPrice;

    /// <returns>The line, or why it can not be read.</returns>
    public static (SalesHistoryLine? Line, RowResult? Refusal) Read(ImportRow row)
    {
        foreach (var column in new[] { SalesHistoryImporter.InvoiceNo, SalesHistoryImporter.StockCode })
        {
            if (row.Text(column) is null)
            {
                return (null, RowResult.Refused(row, KernelErrorCodes.Imports.Required, ("Column", column)));
            }
        }
        if (!TryNumber(row[SalesHistoryImporter.Quantity], out var quantity))
        {
            return (null, Invalid(row, SalesHistoryImporter.Quantity));
        }
        if (!TryNumber(row[SalesHistoryImporter.UnitPrice], out var price))
        {
            return (null, Invalid(row, SalesHistoryImporter.UnitPrice));
        }
        if (!DateTime.TryParseExact(row[SalesHistoryImporter.InvoiceDate], ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"],
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return (null, Invalid(row, SalesHistoryImporter.InvoiceDate));
        }
        var line = new SalesHistoryLine(
            row, row.Text(SalesHistoryImporter.InvoiceNo)!, row.Text(SalesHistoryImporter.StockCode)!, row.Text(SalesHistoryImporter.Description),
            quantity, DateOnly.FromDateTime(time), price, KeyOf(row[SalesHistoryImporter.CustomerId]), row.Text(SalesHistoryImporter.Country));
        return line.DocumentQuantity > 0
            ? (line, null)
            : (null, RowResult.Refused(row, line.IsWriteOff ? InvoicingErrorCodes.WriteOff : InvoicingErrorCodes.QuantityNotPositive,
                ("Line", line.Description ?? line.Code), ("Quantity", quantity)));
    }

    /// <summary>A whole number that a spreadsheet wrote as a decimal (17850.0) is the number.</summary>
    private static string? KeyOf(string? customer) =>
        customer is not null && customer.EndsWith(".0", StringComparison.Ordinal) ? customer[..^2] : customer;

    private static bool TryNumber(string? text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private static RowResult Invalid(ImportRow row, string column) =>
        RowResult.Refused(row, KernelErrorCodes.Imports.InvalidValue, ("Column", column), ("Value", row[column] ?? ""));
}
