using Invoicing.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Invoicing.Orders;

public class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.HasBaseType<SalesDocument>();
        // Of those that were there before parts were invoiced.
        builder.Property(x => x.UninvoicedAmount).HasDefaultValue(0L);
        builder.Property(x => x.DeliveredAmount).HasDefaultValue(0L);
        builder.Property(x => x.Turns).HasDefaultValue(0);
    }
}
