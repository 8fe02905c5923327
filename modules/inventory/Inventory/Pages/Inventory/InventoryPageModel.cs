using Kernel.Monetary;
using Kernel.Web;

namespace Inventory.Web;

public abstract class InventoryPageModel : KernelPageModel
{
    protected InventoryPageModel() => LocalizationResourceType = typeof(InventoryResource);

    /// <summary>The price as an amount of money; null when it has more decimals than its currency, and is shown as a number.</summary>
    public Money? PriceOf(decimal unitPrice, string currency) =>
        Money.Of(unitPrice, currency) is var money && money.ToDecimal() == unitPrice ? money : null;
}
