using Volo.Abp.Localization;

namespace Crm.Localization;

[LocalizationResourceName("Crm")]
public class CrmResource;
