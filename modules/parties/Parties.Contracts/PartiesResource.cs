using Volo.Abp.Localization;

namespace Parties;

[LocalizationResourceName("Parties")]
public class PartiesResource;
