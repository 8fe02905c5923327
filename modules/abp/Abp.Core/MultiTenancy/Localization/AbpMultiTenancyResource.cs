using Volo.Abp.Localization;

namespace Volo.Abp.MultiTenancy.Localization;

[LocalizationResourceName("AbpMultiTenancy")]
public class AbpMultiTenancyResource;
