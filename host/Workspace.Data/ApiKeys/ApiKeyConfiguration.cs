using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Workspace.ApiKeys;

public class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("WspApiKeys");
        builder.ConfigureByConvention();
        builder.Property(x => x.Name).HasMaxLength(ApiKey.MaxNameLength);
        builder.Property(x => x.SecretHash).HasMaxLength(32);
        builder.Ignore(x => x.PermissionNames);
        builder.HasIndex(x => new { x.TenantId, x.UserId, x.CreatedAt }); // a user's keys
    }
}
