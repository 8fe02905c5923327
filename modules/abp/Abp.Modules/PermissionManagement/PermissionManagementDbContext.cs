using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Volo.Abp.PermissionManagement.EntityFrameworkCore;

[ConnectionStringName(AbpPermissionManagementDbProperties.ConnectionStringName)]
public interface IPermissionManagementDbContext : IEfCoreDbContext
{
    DbSet<PermissionGroupDefinitionRecord> PermissionGroups { get; }
    DbSet<PermissionDefinitionRecord> Permissions { get; }
    DbSet<PermissionGrant> PermissionGrants { get; }
}

[ConnectionStringName(AbpPermissionManagementDbProperties.ConnectionStringName)]
public class PermissionManagementDbContext(DbContextOptions<PermissionManagementDbContext> options)
    : AbpDbContext<PermissionManagementDbContext>(options), IPermissionManagementDbContext
{
    public DbSet<PermissionGroupDefinitionRecord> PermissionGroups { get; set; }
    public DbSet<PermissionDefinitionRecord> Permissions { get; set; }
    public DbSet<PermissionGrant> PermissionGrants { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigurePermissionManagement();
    }
}

public static class AbpPermissionManagementDbContextModelBuilderExtensions
{
    public static void ConfigurePermissionManagement(this ModelBuilder builder)
    {
        builder.Entity<PermissionGrant>(grant =>
        {
            grant.ToTable(AbpPermissionManagementDbProperties.DbTablePrefix + "PermissionGrants", AbpPermissionManagementDbProperties.DbSchema);
            grant.ConfigureByConvention();
            grant.Property(x => x.Name).IsRequired().HasMaxLength(128);
            grant.Property(x => x.ProviderName).IsRequired().HasMaxLength(64);
            grant.Property(x => x.ProviderKey).IsRequired().HasMaxLength(64);
            grant.HasIndex(x => new { x.TenantId, x.Name, x.ProviderName, x.ProviderKey }).IsUnique();
        });
        builder.Entity<PermissionGroupDefinitionRecord>(group =>
        {
            group.ToTable(AbpPermissionManagementDbProperties.DbTablePrefix + "PermissionGroups", AbpPermissionManagementDbProperties.DbSchema);
            group.ConfigureByConvention();
            group.Property(x => x.Name).IsRequired().HasMaxLength(128);
            group.Property(x => x.DisplayName).IsRequired().HasMaxLength(256);
            group.HasIndex(x => x.Name).IsUnique();
        });
        builder.Entity<PermissionDefinitionRecord>(permission =>
        {
            permission.ToTable(AbpPermissionManagementDbProperties.DbTablePrefix + "Permissions", AbpPermissionManagementDbProperties.DbSchema);
            permission.ConfigureByConvention();
            permission.Property(x => x.GroupName).IsRequired().HasMaxLength(128);
            permission.Property(x => x.Name).IsRequired().HasMaxLength(128);
            permission.Property(x => x.ParentName).HasMaxLength(128);
            permission.Property(x => x.DisplayName).IsRequired().HasMaxLength(256);
            permission.Property(x => x.Providers).HasMaxLength(128);
            permission.Property(x => x.StateCheckers).HasMaxLength(256);
            permission.HasIndex(x => x.Name).IsUnique();
            permission.HasIndex(x => x.GroupName);
        });
    }
}

internal class EfCorePermissionGrantRepository(IDbContextProvider<IPermissionManagementDbContext> contexts)
    : EfCoreRepository<IPermissionManagementDbContext, PermissionGrant, Guid>(contexts), IPermissionGrantRepository
{
    public async Task<PermissionGrant> FindAsync(string name, string providerName, string providerKey, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).OrderBy(grant => grant.Id).FirstOrDefaultAsync(
            grant => grant.Name == name && grant.ProviderName == providerName && grant.ProviderKey == providerKey,
            GetCancellationToken(cancellationToken));

    public async Task<List<PermissionGrant>> GetListAsync(string providerName, string providerKey, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync())
            .Where(grant => grant.ProviderName == providerName && grant.ProviderKey == providerKey)
            .ToListAsync(GetCancellationToken(cancellationToken));

    public async Task<List<PermissionGrant>> GetListAsync(
        string[] names, string providerName, string providerKey, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync())
            .Where(grant => names.Contains(grant.Name) && grant.ProviderName == providerName && grant.ProviderKey == providerKey)
            .ToListAsync(GetCancellationToken(cancellationToken));
}
