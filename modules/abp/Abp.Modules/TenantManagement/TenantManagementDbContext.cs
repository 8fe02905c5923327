using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.TenantManagement.EntityFrameworkCore;

[IgnoreMultiTenancy]
[ConnectionStringName(AbpTenantManagementDbProperties.ConnectionStringName)]
public interface ITenantManagementDbContext : IEfCoreDbContext
{
    DbSet<Tenant> Tenants { get; }
    DbSet<TenantConnectionString> TenantConnectionStrings { get; }
}

[IgnoreMultiTenancy]
[ConnectionStringName(AbpTenantManagementDbProperties.ConnectionStringName)]
public class TenantManagementDbContext(DbContextOptions<TenantManagementDbContext> options)
    : AbpDbContext<TenantManagementDbContext>(options), ITenantManagementDbContext
{
    public DbSet<Tenant> Tenants { get; set; }
    public DbSet<TenantConnectionString> TenantConnectionStrings { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureTenantManagement();
    }
}

public static class AbpTenantManagementDbContextModelCreatingExtensions
{
    public static void ConfigureTenantManagement(this ModelBuilder builder)
    {
        builder.Entity<Tenant>(tenant =>
        {
            tenant.ToTable(AbpTenantManagementDbProperties.DbTablePrefix + "Tenants", AbpTenantManagementDbProperties.DbSchema);
            tenant.ConfigureByConvention();
            tenant.Property(x => x.Name).IsRequired().HasMaxLength(64);
            tenant.Property(x => x.NormalizedName).IsRequired().HasMaxLength(64);
            tenant.HasMany(x => x.ConnectionStrings).WithOne().HasForeignKey(x => x.TenantId).IsRequired();
            tenant.HasIndex(x => x.Name);
            tenant.HasIndex(x => x.NormalizedName);
        });
        builder.Entity<TenantConnectionString>(connection =>
        {
            connection.ToTable(AbpTenantManagementDbProperties.DbTablePrefix + "TenantConnectionStrings", AbpTenantManagementDbProperties.DbSchema);
            connection.ConfigureByConvention();
            connection.HasKey(x => new { x.TenantId, x.Name });
            connection.Property(x => x.Name).IsRequired().HasMaxLength(64);
            connection.Property(x => x.Value).IsRequired().HasMaxLength(1024);
        });
    }
}

internal class EfCoreTenantRepository(IDbContextProvider<ITenantManagementDbContext> contexts)
    : EfCoreRepository<ITenantManagementDbContext, Tenant, Guid>(contexts), ITenantRepository
{
    public override async Task<IQueryable<Tenant>> WithDetailsAsync() => (await GetQueryableAsync()).Include(tenant => tenant.ConnectionStrings);

    public async Task<Tenant> FindByNameAsync(string normalizedName, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await (includeDetails ? await WithDetailsAsync() : await GetQueryableAsync()).OrderBy(tenant => tenant.Id)
            .FirstOrDefaultAsync(tenant => tenant.NormalizedName == normalizedName, GetCancellationToken(cancellationToken));

    public async Task<List<Tenant>> GetListAsync(
        string sorting = null, int maxResultCount = int.MaxValue, int skipCount = 0, string filter = null, bool includeDetails = false,
        CancellationToken cancellationToken = default)
    {
        var tenants = Matching(includeDetails ? await WithDetailsAsync() : await GetQueryableAsync(), filter);
        return await Sorted(tenants, string.IsNullOrWhiteSpace(sorting) ? nameof(Tenant.Name) : sorting)
            .Skip(skipCount).Take(maxResultCount).ToListAsync(GetCancellationToken(cancellationToken));
    }

    public async Task<long> GetCountAsync(string filter = null, CancellationToken cancellationToken = default) =>
        await Matching(await GetQueryableAsync(), filter).LongCountAsync(GetCancellationToken(cancellationToken));

    private static IQueryable<Tenant> Matching(IQueryable<Tenant> tenants, string filter) =>
        string.IsNullOrWhiteSpace(filter) ? tenants : tenants.Where(tenant => tenant.Name.Contains(filter));
}
