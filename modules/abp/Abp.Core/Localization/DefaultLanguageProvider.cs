using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Localization;

internal class DefaultLanguageProvider(IOptions<AbpLocalizationOptions> options) : ILanguageProvider, ITransientDependency
{
    public Task<IReadOnlyList<LanguageInfo>> GetLanguagesAsync() =>
        Task.FromResult<IReadOnlyList<LanguageInfo>>(options.Value.Languages);
}
