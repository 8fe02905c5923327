using Volo.Abp.DependencyInjection;

namespace Volo.Abp.MultiTenancy;

public interface ICurrentTenant
{
    bool IsAvailable { get; }

    /// <summary>Null is the host.</summary>
    Guid? Id { get; }
    string? Name { get; }

    /// <summary>Makes a tenant (or with null the host) current until the result is disposed.</summary>
    IDisposable Change(Guid? id, string? name = null);
}

public class BasicTenantInfo(Guid? tenantId, string? name = null)
{
    public Guid? TenantId { get; } = tenantId;
    public string? Name { get; } = name;
}

public interface ICurrentTenantAccessor
{
    BasicTenantInfo? Current { get; set; }
}

public class AsyncLocalCurrentTenantAccessor : ICurrentTenantAccessor
{
    private readonly AsyncLocal<BasicTenantInfo?> current = new();

    public static AsyncLocalCurrentTenantAccessor Instance { get; } = new();

    public BasicTenantInfo? Current
    {
        get => current.Value;
        set => current.Value = value;
    }

    private AsyncLocalCurrentTenantAccessor()
    {
    }
}

public class CurrentTenant(ICurrentTenantAccessor currentTenantAccessor) : ICurrentTenant, ITransientDependency
{
    public virtual bool IsAvailable => Id.HasValue;
    public virtual Guid? Id => currentTenantAccessor.Current?.TenantId;
    public string? Name => currentTenantAccessor.Current?.Name;

    public IDisposable Change(Guid? id, string? name = null)
    {
        var outer = currentTenantAccessor.Current;
        currentTenantAccessor.Current = new BasicTenantInfo(id, name);
        return new DisposeAction(() => currentTenantAccessor.Current = outer);
    }
}
