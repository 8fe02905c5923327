using Invoicing.Documents;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Invoicing.Invoices;

public class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.HasBaseType<SalesDocument>();
        builder.ComplexProperty(x => x.Settled, money => money.IsMoney());
        builder.ComplexProperty(x => x.Credited, money => money.IsMoney());
        builder.Property(x => x.PaidBackAmount).HasDefaultValue(0L); // of those that were there before anything was paid back
    }
}
