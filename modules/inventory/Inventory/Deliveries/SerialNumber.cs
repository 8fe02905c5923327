using Kernel.Calendars;
using Kernel.Texts;
using Volo.Abp;

namespace Inventory.Deliveries;

/// <summary>A serial number as typed, and the key by which two are the same.</summary>
internal record SerialNumber(string Text, string Key)
{
    /// <summary>The serial numbers of a line: as many as pieces, each once; none where the product has none.</summary>
    public static IReadOnlyList<SerialNumber> ReadAll(MovedLine line, string product, bool tracksSerials)
    {
        var read = line.Serials.Select(PersianText.Clean).Where(text => text.Length > 0).Select(text => Read(text, product)).ToList();
        if (!tracksSerials && read.Count == 0)
        {
            return [];
        }
        if (!tracksSerials || read.Count != line.Quantity)
        {
            throw new BusinessException(InventoryErrorCodes.SerialsMiscounted)
                .WithData("Name", product).WithData("Count", read.Count).WithData("Quantity", tracksSerials ? line.Quantity : 0);
        }
        return read.GroupBy(serial => serial.Key).FirstOrDefault(same => same.Skip(1).Any()) is { } twice
            ? throw new BusinessException(InventoryErrorCodes.SerialTwice).WithData("Serial", twice.First().Text).WithData("Name", product)
            : read;
    }

    /// <returns>The last day under warranty; null for none.</returns>
    public static DateOnly? WarrantyEnd(DateOnly delivered, int? months) => months is { } count ? JalaliCalendar.AddMonths(delivered, count) : null;

    private static SerialNumber Read(string text, string product) => text.Length <= DeliveryConsts.MaxSerialLength
        ? new SerialNumber(text, PersianText.CompactKey(text))
        : throw new BusinessException(InventoryErrorCodes.SerialTooLong).WithData("Name", product).WithData("Max", DeliveryConsts.MaxSerialLength);
}
