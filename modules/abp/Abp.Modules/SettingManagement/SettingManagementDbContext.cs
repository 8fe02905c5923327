using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.SettingManagement.EntityFrameworkCore;

[IgnoreMultiTenancy]
[ConnectionStringName(AbpSettingManagementDbProperties.ConnectionStringName)]
public interface ISettingManagementDbContext : IEfCoreDbContext
{
    DbSet<Setting> Settings { get; }
    DbSet<SettingDefinitionRecord> SettingDefinitionRecords { get; }
}

[IgnoreMultiTenancy]
[ConnectionStringName(AbpSettingManagementDbProperties.ConnectionStringName)]
public class SettingManagementDbContext(DbContextOptions<SettingManagementDbContext> options)
    : AbpDbContext<SettingManagementDbContext>(options), ISettingManagementDbContext
{
    public DbSet<Setting> Settings { get; set; }
    public DbSet<SettingDefinitionRecord> SettingDefinitionRecords { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureSettingManagement();
    }
}

public static class SettingManagementDbContextModelBuilderExtensions
{
    public static void ConfigureSettingManagement(this ModelBuilder builder)
    {
        builder.Entity<Setting>(setting =>
        {
            setting.ToTable(AbpSettingManagementDbProperties.DbTablePrefix + "Settings", AbpSettingManagementDbProperties.DbSchema);
            setting.ConfigureByConvention();
            setting.Property(x => x.Name).IsRequired().HasMaxLength(128);
            setting.Property(x => x.Value).IsRequired().HasMaxLength(2048);
            setting.Property(x => x.ProviderName).HasMaxLength(64);
            setting.Property(x => x.ProviderKey).HasMaxLength(64);
            setting.HasIndex(x => new { x.Name, x.ProviderName, x.ProviderKey }).IsUnique();
        });
        builder.Entity<SettingDefinitionRecord>(definition =>
        {
            definition.ToTable(AbpSettingManagementDbProperties.DbTablePrefix + "SettingDefinitions", AbpSettingManagementDbProperties.DbSchema);
            definition.ConfigureByConvention();
            definition.Property(x => x.Name).IsRequired().HasMaxLength(128);
            definition.Property(x => x.DisplayName).IsRequired().HasMaxLength(256);
            definition.Property(x => x.Description).HasMaxLength(512);
            definition.Property(x => x.DefaultValue).HasMaxLength(2048);
            definition.Property(x => x.Providers).HasMaxLength(1024);
            definition.HasIndex(x => x.Name).IsUnique();
        });
    }
}

internal class EfCoreSettingRepository(IDbContextProvider<ISettingManagementDbContext> contexts)
    : EfCoreRepository<ISettingManagementDbContext, Setting, Guid>(contexts), ISettingRepository
{
    public async Task<Setting> FindAsync(string name, string providerName, string providerKey, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).OrderBy(setting => setting.Id).FirstOrDefaultAsync(
            setting => setting.Name == name && setting.ProviderName == providerName && setting.ProviderKey == providerKey,
            GetCancellationToken(cancellationToken));

    public async Task<List<Setting>> GetListAsync(string providerName, string providerKey, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync())
            .Where(setting => setting.ProviderName == providerName && setting.ProviderKey == providerKey)
            .ToListAsync(GetCancellationToken(cancellationToken));
}
