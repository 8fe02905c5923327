using System.Linq.Expressions;
using Kernel.Auditing;
using Kernel.Imports;
using Kernel.Monetary;
using Kernel.Notifications;
using Kernel.Numbering;
using Kernel.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.MultiTenancy;

namespace Kernel.EntityFrameworkCore;

public static class KernelModelBuilderExtensions
{
    public static void ConfigureKernel(this ModelBuilder builder)
    {
        builder.ApplyConfiguration(new NumberSequenceConfiguration());
        builder.ApplyConfiguration(new ImportRunConfiguration());
        builder.ApplyConfiguration(new ReadRecordConfiguration());
        builder.ApplyConfiguration(new ReadDayConfiguration());
        builder.ApplyConfiguration(new ReadSessionConfiguration());
        builder.ApplyConfiguration(new ChangeRecordConfiguration());
        builder.ApplyConfiguration(new NotificationConfiguration());
        builder.FitToDatabase();
    }

    /// <summary>Maps money to two scalar columns, such as Total_Amount and Total_Currency, so that it can be summed and sorted on.</summary>
    public static ComplexPropertyBuilder<Money> IsMoney(this ComplexPropertyBuilder<Money> money)
    {
        money.Property(x => x.Amount);
        money.Property(x => x.Currency).HasMaxLength(Currencies.CodeLength).IsFixedLength().IsUnicode(false);
        return money;
    }

    /// <summary>
    /// Makes a value unique within each tenant and within the host. Two indexes, because databases take two NULL tenants for different.
    /// </summary>
    /// <param name="withTenant">TenantId and the unique properties: <c>x => new { x.TenantId, x.Number }</c>.</param>
    /// <param name="withoutTenant">The unique properties alone: <c>x => x.Number</c>.</param>
    public static void HasUniqueTenantIndex<T>(
        this EntityTypeBuilder<T> builder, Expression<Func<T, object?>> withTenant, Expression<Func<T, object?>> withoutTenant)
        where T : class, IMultiTenant
    {
        builder.HasIndex(withTenant).IsUnique();
        builder.HasIndex(withoutTenant).IsUnique().HasFilter($"\"{nameof(IMultiTenant.TenantId)}\" IS NULL");
    }
}
