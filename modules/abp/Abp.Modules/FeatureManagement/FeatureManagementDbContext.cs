using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.FeatureManagement.EntityFrameworkCore;

[IgnoreMultiTenancy]
[ConnectionStringName(AbpFeatureManagementDbProperties.ConnectionStringName)]
public interface IFeatureManagementDbContext : IEfCoreDbContext
{
    DbSet<FeatureGroupDefinitionRecord> FeatureGroups { get; }
    DbSet<FeatureDefinitionRecord> Features { get; }
    DbSet<FeatureValue> FeatureValues { get; }
}

[IgnoreMultiTenancy]
[ConnectionStringName(AbpFeatureManagementDbProperties.ConnectionStringName)]
public class FeatureManagementDbContext(DbContextOptions<FeatureManagementDbContext> options)
    : AbpDbContext<FeatureManagementDbContext>(options), IFeatureManagementDbContext
{
    public DbSet<FeatureGroupDefinitionRecord> FeatureGroups { get; set; }
    public DbSet<FeatureDefinitionRecord> Features { get; set; }
    public DbSet<FeatureValue> FeatureValues { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureFeatureManagement();
    }
}

public static class FeatureManagementDbContextModelCreatingExtensions
{
    public static void ConfigureFeatureManagement(this ModelBuilder builder)
    {
        builder.Entity<FeatureValue>(value =>
        {
            value.ToTable(AbpFeatureManagementDbProperties.DbTablePrefix + "FeatureValues", AbpFeatureManagementDbProperties.DbSchema);
            value.ConfigureByConvention();
            value.Property(x => x.Name).IsRequired().HasMaxLength(128);
            value.Property(x => x.Value).IsRequired().HasMaxLength(128);
            value.Property(x => x.ProviderName).HasMaxLength(64);
            value.Property(x => x.ProviderKey).HasMaxLength(64);
            value.HasIndex(x => new { x.Name, x.ProviderName, x.ProviderKey }).IsUnique();
        });
        builder.Entity<FeatureGroupDefinitionRecord>(group =>
        {
            group.ToTable(AbpFeatureManagementDbProperties.DbTablePrefix + "FeatureGroups", AbpFeatureManagementDbProperties.DbSchema);
            group.ConfigureByConvention();
            group.Property(x => x.Name).IsRequired().HasMaxLength(128);
            group.Property(x => x.DisplayName).IsRequired().HasMaxLength(256);
            group.HasIndex(x => x.Name).IsUnique();
        });
        builder.Entity<FeatureDefinitionRecord>(feature =>
        {
            feature.ToTable(AbpFeatureManagementDbProperties.DbTablePrefix + "Features", AbpFeatureManagementDbProperties.DbSchema);
            feature.ConfigureByConvention();
            feature.Property(x => x.GroupName).IsRequired().HasMaxLength(128);
            feature.Property(x => x.Name).IsRequired().HasMaxLength(128);
            feature.Property(x => x.ParentName).HasMaxLength(128);
            feature.Property(x => x.DisplayName).IsRequired().HasMaxLength(256);
            feature.Property(x => x.Description).HasMaxLength(256);
            feature.Property(x => x.DefaultValue).HasMaxLength(256);
            feature.Property(x => x.AllowedProviders).HasMaxLength(256);
            feature.Property(x => x.ValueType).HasMaxLength(2048);
            feature.HasIndex(x => x.Name).IsUnique();
            feature.HasIndex(x => x.GroupName);
        });
    }
}

internal class EfCoreFeatureValueRepository(IDbContextProvider<IFeatureManagementDbContext> contexts)
    : EfCoreRepository<IFeatureManagementDbContext, FeatureValue, Guid>(contexts), IFeatureValueRepository
{
    public async Task<FeatureValue> FindAsync(string name, string providerName, string providerKey, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).OrderBy(value => value.Id).FirstOrDefaultAsync(
            value => value.Name == name && value.ProviderName == providerName && value.ProviderKey == providerKey,
            GetCancellationToken(cancellationToken));

    public async Task<List<FeatureValue>> GetListAsync(string providerName, string providerKey, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync())
            .Where(value => value.ProviderName == providerName && value.ProviderKey == providerKey)
            .ToListAsync(GetCancellationToken(cancellationToken));
}
