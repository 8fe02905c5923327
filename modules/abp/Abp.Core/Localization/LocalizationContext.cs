using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Localization;

/// <summary>What something needs that words itself in the reader's language.</summary>
public class LocalizationContext(IServiceProvider serviceProvider) : IServiceProviderAccessor
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;
    public IStringLocalizerFactory LocalizerFactory { get; } = serviceProvider.GetRequiredService<IStringLocalizerFactory>();
}
