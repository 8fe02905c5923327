namespace Volo.Abp.MultiTenancy;

/// <summary>An entity of a tenant; null is the host's own.</summary>
public interface IMultiTenant
{
    Guid? TenantId { get; }
}

[Flags]
public enum MultiTenancySides : byte
{
    Tenant = 1,
    Host = 2,
    Both = Tenant | Host
}

/// <summary>Marks what belongs to no tenant although its kind usually does, as a cache or a DbContext of the host.</summary>
[AttributeUsage(AttributeTargets.All)]
public class IgnoreMultiTenancyAttribute : Attribute;

public class AbpMultiTenancyOptions
{
    public bool IsEnabled { get; set; }
}

public static class CurrentTenantExtensions
{
    /// <exception cref="AbpException">The host is current.</exception>
    public static Guid GetId(this ICurrentTenant currentTenant) =>
        currentTenant.Id ?? throw new AbpException("There is no current tenant: ICurrentTenant.Id is null.");

    public static MultiTenancySides GetMultiTenancySide(this ICurrentTenant currentTenant) =>
        currentTenant.Id.HasValue ? MultiTenancySides.Tenant : MultiTenancySides.Host;
}
