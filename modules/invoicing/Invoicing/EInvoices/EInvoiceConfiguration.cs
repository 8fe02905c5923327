using Invoicing.Documents;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Invoicing.EInvoices;

public class EInvoiceConfiguration : IEntityTypeConfiguration<EInvoice>
{
    public void Configure(EntityTypeBuilder<EInvoice> builder)
    {
        builder.ToTable(InvoicingDbProperties.DbTablePrefix + "EInvoices", InvoicingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.TaxId).HasMaxLength(EInvoices.TaxId.Length).IsOrdinal();
        builder.Property(x => x.Corrects).HasMaxLength(EInvoices.TaxId.Length).IsOrdinal();
        builder.Property(x => x.Reference).HasMaxLength(EInvoiceConsts.MaxReferenceLength);
        builder.Property(x => x.Fault).HasMaxLength(EInvoiceConsts.MaxFaultLength);
        builder.Property(x => x.Number).HasMaxLength(DocumentConsts.MaxNumberLength).IsOrdinal();
        builder.ComplexProperty(x => x.Net, money => money.IsMoney());
        builder.ComplexProperty(x => x.Tax, money => money.IsMoney());
        builder.ComplexProperty(x => x.Total, money => money.IsMoney());
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.DocumentId }, x => x.DocumentId); // a document's own: never two
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.TaxId }, x => x.TaxId);
        builder.HasIndex(x => new { x.TenantId, x.OriginalId, x.CreationTime }); // the chain
    }
}
