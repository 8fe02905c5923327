using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Volo.Abp.AuditLogging.EntityFrameworkCore;

[ConnectionStringName(AbpAuditLoggingDbProperties.ConnectionStringName)]
public interface IAuditLoggingDbContext : IEfCoreDbContext
{
    DbSet<AuditLog> AuditLogs { get; }
}

[ConnectionStringName(AbpAuditLoggingDbProperties.ConnectionStringName)]
public class AbpAuditLoggingDbContext(DbContextOptions<AbpAuditLoggingDbContext> options)
    : AbpDbContext<AbpAuditLoggingDbContext>(options), IAuditLoggingDbContext
{
    public DbSet<AuditLog> AuditLogs { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureAuditLogging();
    }
}

public static class AbpAuditLoggingDbContextModelBuilderExtensions
{
    public static void ConfigureAuditLogging(this ModelBuilder builder)
    {
        builder.Entity<AuditLog>(log =>
        {
            log.ToTable(AbpAuditLoggingDbProperties.DbTablePrefix + "AuditLogs", AbpAuditLoggingDbProperties.DbSchema);
            log.ConfigureByConvention();
            log.Property(x => x.ApplicationName).HasMaxLength(96);
            log.Property(x => x.ClientIpAddress).HasMaxLength(64);
            log.Property(x => x.ClientName).HasMaxLength(128);
            log.Property(x => x.ClientId).HasMaxLength(64);
            log.Property(x => x.CorrelationId).HasMaxLength(64);
            log.Property(x => x.BrowserInfo).HasMaxLength(512);
            log.Property(x => x.HttpMethod).HasMaxLength(16);
            log.Property(x => x.Url).HasMaxLength(256);
            log.Property(x => x.Comments).HasMaxLength(256);
            log.Property(x => x.UserName).HasMaxLength(256);
            log.Property(x => x.TenantName).HasMaxLength(64);
            log.Property(x => x.ImpersonatorUserName).HasMaxLength(256);
            log.Property(x => x.ImpersonatorTenantName).HasMaxLength(64);
            log.HasMany(x => x.Actions).WithOne().HasForeignKey(x => x.AuditLogId).IsRequired();
            log.HasMany(x => x.EntityChanges).WithOne().HasForeignKey(x => x.AuditLogId).IsRequired();
            log.HasIndex(x => new { x.TenantId, x.ExecutionTime });
            log.HasIndex(x => new { x.TenantId, x.UserId, x.ExecutionTime });
        });
        builder.Entity<AuditLogAction>(action =>
        {
            action.ToTable(AbpAuditLoggingDbProperties.DbTablePrefix + "AuditLogActions", AbpAuditLoggingDbProperties.DbSchema);
            action.ConfigureByConvention();
            action.Property(x => x.ServiceName).HasMaxLength(256);
            action.Property(x => x.MethodName).HasMaxLength(128);
            action.Property(x => x.Parameters).HasMaxLength(2000);
            action.HasIndex(x => x.AuditLogId);
            action.HasIndex(x => new { x.TenantId, x.ServiceName, x.MethodName, x.ExecutionTime });
        });
        builder.Entity<EntityChange>(change =>
        {
            change.ToTable(AbpAuditLoggingDbProperties.DbTablePrefix + "EntityChanges", AbpAuditLoggingDbProperties.DbSchema);
            change.ConfigureByConvention();
            change.Property(x => x.EntityId).HasMaxLength(128);
            change.Property(x => x.EntityTypeFullName).IsRequired().HasMaxLength(128);
            change.HasMany(x => x.PropertyChanges).WithOne().HasForeignKey(x => x.EntityChangeId).IsRequired();
            change.HasIndex(x => x.AuditLogId);
            change.HasIndex(x => new { x.TenantId, x.EntityTypeFullName, x.EntityId });
        });
        builder.Entity<EntityPropertyChange>(change =>
        {
            change.ToTable(AbpAuditLoggingDbProperties.DbTablePrefix + "EntityPropertyChanges", AbpAuditLoggingDbProperties.DbSchema);
            change.ConfigureByConvention();
            change.Property(x => x.NewValue).HasMaxLength(512);
            change.Property(x => x.OriginalValue).HasMaxLength(512);
            change.Property(x => x.PropertyName).IsRequired().HasMaxLength(128);
            change.Property(x => x.PropertyTypeFullName).IsRequired().HasMaxLength(64);
            change.HasIndex(x => x.EntityChangeId);
        });
    }
}
