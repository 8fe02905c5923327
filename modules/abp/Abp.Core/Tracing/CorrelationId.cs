using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Tracing;

/// <summary>One name for everything that a request causes, also in other systems.</summary>
public interface ICorrelationIdProvider
{
    string? Get();
    IDisposable Change(string? correlationId);
}

public class AbpCorrelationIdOptions
{
    public string HttpHeaderName { get; set; } = "X-Correlation-Id";
    public bool SetResponseHeader { get; set; } = true;
}

[ExposeServices(typeof(ICorrelationIdProvider))]
internal class AmbientCorrelationIdProvider : ICorrelationIdProvider, ISingletonDependency
{
    private readonly AsyncLocal<string?> _current = new();

    public string? Get() => _current.Value;

    public IDisposable Change(string? correlationId)
    {
        var outer = _current.Value;
        _current.Value = correlationId;
        return new DisposeAction(() => _current.Value = outer);
    }
}
