using Volo.Abp.Localization;

namespace Volo.Abp.Authorization.Localization;

[LocalizationResourceName("AbpAuthorization")]
public class AbpAuthorizationResource;
