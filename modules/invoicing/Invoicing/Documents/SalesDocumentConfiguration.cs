using Invoicing.CreditNotes;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Quotes;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Invoicing.Documents;

public class SalesDocumentConfiguration : IEntityTypeConfiguration<SalesDocument>
{
    public void Configure(EntityTypeBuilder<SalesDocument> builder)
    {
        builder.ToTable(InvoicingDbProperties.DbTablePrefix + "Documents", InvoicingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasDiscriminator(x => x.Kind)
            .HasValue<Quote>(DocumentKind.Quote)
            .HasValue<Order>(DocumentKind.Order)
            .HasValue<Invoice>(DocumentKind.Invoice)
            .HasValue<CreditNote>(DocumentKind.CreditNote);
        builder.Property(x => x.Number).HasMaxLength(DocumentConsts.MaxNumberLength).IsOrdinal();
        builder.Property(x => x.Note).HasMaxLength(DocumentConsts.MaxNoteLength);
        builder.Property(x => x.SearchKey).HasMaxLength(DocumentConsts.MaxSearchKeyLength).IsOrdinal();
        builder.Property(x => x.DiscountPercent).HasPrecision(7, 4);
        builder.ComplexProperty(x => x.Net, money => money.IsMoney());
        builder.ComplexProperty(x => x.Discount, money => money.IsMoney());
        builder.ComplexProperty(x => x.Tax, money => money.IsMoney());
        builder.ComplexProperty(x => x.Total, money => money.IsMoney());
        builder.Ignore(x => x.Open);
        builder.Ignore(x => x.Currency);
        builder.HasMany(x => x.Lines).WithOne().HasForeignKey(line => line.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<SalesDocument>().WithMany().HasForeignKey(x => x.SourceId).OnDelete(DeleteBehavior.Restrict);

        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Kind, x.Number }, x => new { x.Kind, x.Number });
        builder.HasIndex(x => new { x.TenantId, x.Kind, x.Date, x.Id }); // a kind's list
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.Kind, x.Date }); // a party's newest of each kind
        builder.HasIndex(x => new { x.TenantId, x.OriginId }); // what was made for a record of another module
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.Due }).HasFilter("\"OpenAmount\" <> 0"); // a party's open invoices, the ageing
    }
}

public class SalesDocumentLineConfiguration : IEntityTypeConfiguration<SalesDocumentLine>
{
    public void Configure(EntityTypeBuilder<SalesDocumentLine> builder)
    {
        builder.ToTable(InvoicingDbProperties.DbTablePrefix + "DocumentLines", InvoicingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.DocumentId, x.Ordinal });
        builder.Property(x => x.Ordinal).ValueGeneratedNever();
        builder.Property(x => x.Description).HasMaxLength(DocumentConsts.MaxDescriptionLength);
        builder.Property(x => x.Quantity).HasPrecision(18, 4);
        builder.Property(x => x.UnitPrice).HasPrecision(20, 6);
        builder.Property(x => x.DiscountPercent).HasPrecision(7, 4);
        builder.Property(x => x.TaxPercent).HasPrecision(7, 4);
        builder.Property(x => x.InvoicedQuantity).HasPrecision(18, 4);
        builder.Property(x => x.DeliveredQuantity).HasPrecision(18, 4).HasDefaultValue(0m);
        builder.Ignore(x => x.Left);
    }
}
