using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy.ConfigurationStore;

namespace Volo.Abp.MultiTenancy
{
    public class TenantConfiguration
    {
        public Guid Id { get; set; }
        public string Name { get; set; } = null!;
        public string NormalizedName { get; set; } = null!;
        public ConnectionStrings? ConnectionStrings { get; set; }
        public bool IsActive { get; set; }

        public TenantConfiguration() => IsActive = true;

        public TenantConfiguration(Guid id, string name) : this()
        {
            Id = id;
            Name = name;
            ConnectionStrings = new ConnectionStrings();
        }

        public TenantConfiguration(Guid id, string name, string normalizedName) : this(id, name) => NormalizedName = normalizedName;
    }

    public interface ITenantStore
    {
        Task<TenantConfiguration?> FindAsync(string normalizedName);
        Task<TenantConfiguration?> FindAsync(Guid id);
        Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false);
    }

    public interface ITenantNormalizer
    {
        string? NormalizeName(string? name);
    }

    public class UpperInvariantTenantNormalizer : ITenantNormalizer, ITransientDependency
    {
        public virtual string? NormalizeName(string? name) => name?.Normalize().ToUpperInvariant();
    }
}

namespace Volo.Abp.MultiTenancy.ConfigurationStore
{
    public class AbpDefaultTenantStoreOptions
    {
        public TenantConfiguration[] Tenants { get; set; } = [];
    }

    /// <summary>Tenants from the configuration, when no module keeps them in a database.</summary>
    [Dependency(TryRegister = true)]
    public class DefaultTenantStore(IOptionsMonitor<AbpDefaultTenantStoreOptions> options) : ITenantStore, ITransientDependency
    {
        public Task<TenantConfiguration?> FindAsync(string normalizedName) =>
            Task.FromResult(options.CurrentValue.Tenants.FirstOrDefault(tenant => tenant.NormalizedName == normalizedName));

        public Task<TenantConfiguration?> FindAsync(Guid id) =>
            Task.FromResult(options.CurrentValue.Tenants.FirstOrDefault(tenant => tenant.Id == id));

        public Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false) =>
            Task.FromResult<IReadOnlyList<TenantConfiguration>>(options.CurrentValue.Tenants);
    }
}
