using Volo.Abp.Localization;

namespace Accounting.Localization;

[LocalizationResourceName("Accounting")]
public class AccountingResource;
