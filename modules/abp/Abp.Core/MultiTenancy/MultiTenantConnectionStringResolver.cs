using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.MultiTenancy;

/// <summary>The tenant's string for a name, the tenant's default, then the host's answer.</summary>
[Dependency(ReplaceServices = true)]
public class MultiTenantConnectionStringResolver(
    IOptionsMonitor<AbpDbConnectionOptions> options, ICurrentTenant currentTenant, IServiceProvider serviceProvider)
    : DefaultConnectionStringResolver(options)
{
    public override async Task<string> ResolveAsync(string? connectionStringName = null)
    {
        if (currentTenant.Id is not { } tenantId
            || (await FindTenantConfigurationAsync(tenantId))?.ConnectionStrings is not { Count: > 0 } strings)
        {
            return await base.ResolveAsync(connectionStringName);
        }

        return FindNamed(strings, connectionStringName)
            ?? NotEmpty(strings.Default)
            ?? await base.ResolveAsync(connectionStringName);
    }

    protected virtual async Task<TenantConfiguration?> FindTenantConfigurationAsync(Guid tenantId)
    {
        using var scope = serviceProvider.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindAsync(tenantId);
    }

    private static string? FindNamed(ConnectionStrings strings, string? name) =>
        name is not null && strings.TryGetValue(name, out var value) ? NotEmpty(value) : null;

    private static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
