using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Volo.Abp.TenantManagement;

/// <summary>A business whose data is kept apart from all others'.</summary>
public class Tenant : FullAuditedAggregateRoot<Guid>, IHasEntityVersion
{
    public virtual string Name { get; protected set; }
    public virtual string NormalizedName { get; protected set; }
    public virtual int EntityVersion { get; protected set; }

    /// <summary>None: the tenant lives in the host's database.</summary>
    public virtual List<TenantConnectionString> ConnectionStrings { get; protected set; } = [];

    protected Tenant()
    {
    }

    protected internal Tenant(Guid id, string name, string normalizedName) : base(id)
    {
        SetName(name);
        SetNormalizedName(normalizedName);
    }

    public virtual string FindDefaultConnectionString() => FindConnectionString(Data.ConnectionStrings.DefaultConnectionStringName);

    public virtual string FindConnectionString(string name) => ConnectionStrings.FirstOrDefault(known => known.Name == name)?.Value;

    public virtual void SetDefaultConnectionString(string connectionString) =>
        SetConnectionString(Data.ConnectionStrings.DefaultConnectionStringName, connectionString);

    public virtual void SetConnectionString(string name, string connectionString)
    {
        if (ConnectionStrings.FirstOrDefault(known => known.Name == name) is { } existing)
        {
            existing.SetValue(connectionString);
        }
        else
        {
            ConnectionStrings.Add(new TenantConnectionString(Id, name, connectionString));
        }
    }

    public virtual void RemoveDefaultConnectionString() => RemoveConnectionString(Data.ConnectionStrings.DefaultConnectionStringName);

    public virtual void RemoveConnectionString(string name) => ConnectionStrings.RemoveAll(known => known.Name == name);

    protected internal virtual void SetName(string name) => Name = Check.NotNullOrWhiteSpace(name, nameof(name), 64);

    protected internal virtual void SetNormalizedName(string normalizedName) => NormalizedName = normalizedName;
}

public class TenantConnectionString : Entity
{
    public virtual Guid TenantId { get; protected set; }
    public virtual string Name { get; protected set; }
    public virtual string Value { get; protected set; }

    protected TenantConnectionString()
    {
    }

    public TenantConnectionString(Guid tenantId, string name, string value)
    {
        TenantId = tenantId;
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), 64);
        SetValue(value);
    }

    public virtual void SetValue(string value) => Value = Check.NotNullOrWhiteSpace(value, nameof(value), 1024);

    public override object[] GetKeys() => [TenantId, Name];
}

public interface ITenantRepository : IBasicRepository<Tenant, Guid>
{
    Task<Tenant> FindByNameAsync(string normalizedName, bool includeDetails = true, CancellationToken cancellationToken = default);
    Task<List<Tenant>> GetListAsync(
        string sorting = null, int maxResultCount = int.MaxValue, int skipCount = 0, string filter = null, bool includeDetails = false,
        CancellationToken cancellationToken = default);
    Task<long> GetCountAsync(string filter = null, CancellationToken cancellationToken = default);
}

public interface ITenantManager : IDomainService
{
    /// <summary>The caller inserts it.</summary>
    /// <exception cref="BusinessException">The name is taken.</exception>
    Task<Tenant> CreateAsync(string name);
    Task ChangeNameAsync(Tenant tenant, string name);
}

public static class AbpTenantManagementDbProperties
{
    public const string ConnectionStringName = "AbpTenantManagement";

    public static string DbTablePrefix { get; set; } = AbpCommonDbProperties.DbTablePrefix;
    public static string DbSchema { get; set; } = AbpCommonDbProperties.DbSchema;
}
