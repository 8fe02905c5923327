using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp.Threading;

public class AbpThreadingModule : AbpModule;

public interface ICancellationTokenProvider
{
    CancellationToken Token { get; }
    IDisposable Use(CancellationToken cancellationToken);
}

public static class CancellationTokenProviderExtensions
{
    public static CancellationToken FallbackToProvider(this ICancellationTokenProvider provider, CancellationToken prefferedValue = default) =>
        prefferedValue == CancellationToken.None ? provider.Token : prefferedValue;
}

internal sealed class AmbientCancellationTokenProvider : ICancellationTokenProvider, ISingletonDependency
{
    private readonly AsyncLocal<CancellationToken> _token = new();

    public CancellationToken Token => _token.Value;

    public IDisposable Use(CancellationToken cancellationToken)
    {
        var outer = _token.Value;
        _token.Value = cancellationToken;
        return new DisposeAction(() => _token.Value = outer);
    }
}
