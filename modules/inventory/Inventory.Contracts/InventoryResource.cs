using Volo.Abp.Localization;

namespace Inventory;

[LocalizationResourceName("Inventory")]
public class InventoryResource;
