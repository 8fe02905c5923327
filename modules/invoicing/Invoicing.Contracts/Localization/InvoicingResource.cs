using Volo.Abp.Localization;

namespace Invoicing.Localization;

[LocalizationResourceName("Invoicing")]
public class InvoicingResource;
