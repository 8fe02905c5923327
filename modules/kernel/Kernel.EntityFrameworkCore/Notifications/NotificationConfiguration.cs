using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Kernel.Notifications;

public class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable(KernelDbProperties.DbTablePrefix + "Notifications", KernelDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Resource).HasMaxLength(Notification.MaxKeyLength);
        builder.Property(x => x.TextKey).HasMaxLength(Notification.MaxKeyLength);
        builder.Property(x => x.Url).HasMaxLength(Notification.MaxUrlLength);
        builder.HasIndex(x => new { x.TenantId, x.UserId, x.RaisedAt }); // a user's list
        builder.HasIndex(x => new { x.TenantId, x.UserId, x.ReadAt }); // how many he has not read
    }
}
