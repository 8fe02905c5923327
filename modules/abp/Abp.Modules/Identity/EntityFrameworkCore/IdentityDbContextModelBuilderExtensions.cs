using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Volo.Abp.Identity.EntityFrameworkCore;

public static class IdentityDbContextModelBuilderExtensions
{
    public static void ConfigureIdentity(this ModelBuilder builder)
    {
        builder.ConfigureUsers();
        builder.ConfigureRoles();
        builder.ConfigureOrganizationUnits();
        builder.ConfigureRecords();
    }

    private static void ConfigureUsers(this ModelBuilder builder)
    {
        builder.Entity<IdentityUser>(user =>
        {
            user.To("Users");
            user.Property(x => x.UserName).IsRequired().HasMaxLength(256);
            user.Property(x => x.NormalizedUserName).IsRequired().HasMaxLength(256);
            user.Property(x => x.Email).IsRequired().HasMaxLength(256);
            user.Property(x => x.NormalizedEmail).IsRequired().HasMaxLength(256);
            user.Property(x => x.Name).HasMaxLength(64);
            user.Property(x => x.Surname).HasMaxLength(64);
            user.Property(x => x.PhoneNumber).HasMaxLength(16);
            user.Property(x => x.PasswordHash).HasMaxLength(256);
            user.Property(x => x.SecurityStamp).IsRequired().HasMaxLength(256);
            user.Property(x => x.EmailConfirmed).HasDefaultValue(false);
            user.Property(x => x.PhoneNumberConfirmed).HasDefaultValue(false);
            user.Property(x => x.TwoFactorEnabled).HasDefaultValue(false);
            user.Property(x => x.LockoutEnabled).HasDefaultValue(false);
            user.Property(x => x.IsExternal).HasDefaultValue(false);
            user.Property(x => x.AccessFailedCount).HasDefaultValue(0);
            user.HasMany(x => x.Claims).WithOne().HasForeignKey(x => x.UserId).IsRequired();
            user.HasMany(x => x.Logins).WithOne().HasForeignKey(x => x.UserId).IsRequired();
            user.HasMany(x => x.Roles).WithOne().HasForeignKey(x => x.UserId).IsRequired();
            user.HasMany(x => x.Tokens).WithOne().HasForeignKey(x => x.UserId).IsRequired();
            user.HasMany(x => x.OrganizationUnits).WithOne().HasForeignKey(x => x.UserId).IsRequired();
            user.HasIndex(x => x.NormalizedUserName);
            user.HasIndex(x => x.NormalizedEmail);
            user.HasIndex(x => x.UserName);
            user.HasIndex(x => x.Email);
        });
        builder.Entity<IdentityUserClaim>(claim =>
        {
            claim.To("UserClaims");
            claim.Property(x => x.Id).ValueGeneratedNever();
            claim.Property(x => x.ClaimType).IsRequired().HasMaxLength(256);
            claim.Property(x => x.ClaimValue).HasMaxLength(1024);
            claim.HasIndex(x => x.UserId);
        });
        builder.Entity<IdentityUserRole>(role =>
        {
            role.To("UserRoles");
            role.HasKey(x => new { x.UserId, x.RoleId });
            role.HasOne<IdentityRole>().WithMany().HasForeignKey(x => x.RoleId).IsRequired();
            role.HasIndex(x => new { x.RoleId, x.UserId });
        });
        builder.Entity<IdentityUserLogin>(login =>
        {
            login.To("UserLogins");
            login.HasKey(x => new { x.UserId, x.LoginProvider });
            login.Property(x => x.LoginProvider).IsRequired().HasMaxLength(64);
            login.Property(x => x.ProviderKey).IsRequired().HasMaxLength(196);
            login.Property(x => x.ProviderDisplayName).HasMaxLength(128);
            login.HasIndex(x => new { x.LoginProvider, x.ProviderKey });
        });
        builder.Entity<IdentityUserToken>(token =>
        {
            token.To("UserTokens");
            token.HasKey(x => new { x.UserId, x.LoginProvider, x.Name });
            token.Property(x => x.LoginProvider).IsRequired().HasMaxLength(64);
            token.Property(x => x.Name).IsRequired().HasMaxLength(128);
        });
        builder.Entity<IdentityUserOrganizationUnit>(unit =>
        {
            unit.To("UserOrganizationUnits");
            unit.HasKey(x => new { x.OrganizationUnitId, x.UserId });
            unit.HasOne<OrganizationUnit>().WithMany().HasForeignKey(x => x.OrganizationUnitId).IsRequired();
            unit.HasIndex(x => new { x.UserId, x.OrganizationUnitId });
        });
    }

    private static void ConfigureRoles(this ModelBuilder builder)
    {
        builder.Entity<IdentityRole>(role =>
        {
            role.To("Roles");
            role.Property(x => x.Name).IsRequired().HasMaxLength(256);
            role.Property(x => x.NormalizedName).IsRequired().HasMaxLength(256);
            role.HasMany(x => x.Claims).WithOne().HasForeignKey(x => x.RoleId).IsRequired();
            role.HasIndex(x => x.NormalizedName);
        });
        builder.Entity<IdentityRoleClaim>(claim =>
        {
            claim.To("RoleClaims");
            claim.Property(x => x.Id).ValueGeneratedNever();
            claim.Property(x => x.ClaimType).IsRequired().HasMaxLength(256);
            claim.Property(x => x.ClaimValue).HasMaxLength(1024);
            claim.HasIndex(x => x.RoleId);
        });
    }

    private static void ConfigureOrganizationUnits(this ModelBuilder builder)
    {
        builder.Entity<OrganizationUnit>(unit =>
        {
            unit.To("OrganizationUnits");
            unit.Property(x => x.Code).IsRequired().HasMaxLength(95);
            unit.Property(x => x.DisplayName).IsRequired().HasMaxLength(128);
            unit.HasMany<OrganizationUnit>().WithOne().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.NoAction);
            unit.HasMany(x => x.Roles).WithOne().HasForeignKey(x => x.OrganizationUnitId).IsRequired();
            unit.HasIndex(x => x.Code);
        });
        builder.Entity<OrganizationUnitRole>(role =>
        {
            role.To("OrganizationUnitRoles");
            role.HasKey(x => new { x.OrganizationUnitId, x.RoleId });
            role.HasOne<IdentityRole>().WithMany().HasForeignKey(x => x.RoleId).IsRequired();
            role.HasIndex(x => new { x.RoleId, x.OrganizationUnitId });
        });
    }

    private static void ConfigureRecords(this ModelBuilder builder)
    {
        builder.Entity<IdentityClaimType>(type =>
        {
            type.To("ClaimTypes");
            type.Property(x => x.Name).IsRequired().HasMaxLength(256);
            type.Property(x => x.Regex).HasMaxLength(512);
            type.Property(x => x.RegexDescription).HasMaxLength(128);
            type.Property(x => x.Description).HasMaxLength(256);
        });
        builder.Entity<IdentitySecurityLog>(log =>
        {
            log.To("SecurityLogs");
            log.Property(x => x.TenantName).HasMaxLength(64);
            log.Property(x => x.ApplicationName).HasMaxLength(96);
            log.Property(x => x.Identity).HasMaxLength(96);
            log.Property(x => x.Action).HasMaxLength(96);
            log.Property(x => x.UserName).HasMaxLength(256);
            log.Property(x => x.ClientIpAddress).HasMaxLength(64);
            log.Property(x => x.ClientId).HasMaxLength(64);
            log.Property(x => x.CorrelationId).HasMaxLength(64);
            log.Property(x => x.BrowserInfo).HasMaxLength(512);
            log.HasIndex(x => new { x.TenantId, x.ApplicationName });
            log.HasIndex(x => new { x.TenantId, x.Identity });
            log.HasIndex(x => new { x.TenantId, x.Action });
            log.HasIndex(x => new { x.TenantId, x.UserId });
        });
        builder.Entity<IdentityLinkUser>(link =>
        {
            link.To("LinkUsers");
            link.HasIndex(x => new { x.SourceUserId, x.SourceTenantId, x.TargetUserId, x.TargetTenantId }).IsUnique();
        });
        builder.Entity<IdentityUserDelegation>(delegation => delegation.To("UserDelegations"));
        builder.Entity<IdentitySession>(session =>
        {
            session.To("Sessions");
            session.Property(x => x.SessionId).IsRequired().HasMaxLength(128);
            session.Property(x => x.Device).IsRequired().HasMaxLength(64);
            session.Property(x => x.DeviceInfo).HasMaxLength(64);
            session.Property(x => x.ClientId).HasMaxLength(64);
            session.Property(x => x.IpAddresses).HasMaxLength(2048);
            session.HasIndex(x => x.SessionId);
            session.HasIndex(x => x.Device);
            session.HasIndex(x => new { x.TenantId, x.UserId });
        });
    }

    private static void To<T>(this EntityTypeBuilder<T> entity, string table) where T : class
    {
        entity.ToTable(AbpIdentityDbProperties.DbTablePrefix + table, AbpIdentityDbProperties.DbSchema);
        entity.ConfigureByConvention();
    }
}
