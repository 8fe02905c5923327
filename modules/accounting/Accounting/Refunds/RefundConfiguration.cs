using Accounting.Accounts;
using Accounting.Receipts;
using Kernel.EntityFrameworkCore;
using Kernel.Identifiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Accounting.Refunds;

public class RefundConfiguration : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "Refunds", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Number).HasMaxLength(RefundConsts.MaxNumberLength).IsOrdinal();
        builder.Property(x => x.Iban).HasMaxLength(IranianIban.Length).IsOrdinal();
        builder.Property(x => x.Note).HasMaxLength(RefundConsts.MaxNoteLength);
        builder.Property(x => x.SearchKey).HasMaxLength(RefundConsts.MaxSearchKeyLength).IsOrdinal();
        builder.ComplexProperty(x => x.Amount, money => money.IsMoney());
        builder.HasMany(x => x.Parts).WithOne().HasForeignKey(part => part.RefundId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Number }, x => x.Number);
        builder.HasIndex(x => new { x.TenantId, x.Date, x.Id }); // the list
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.Date }); // a party's newest
    }
}

public class RefundPartConfiguration : IEntityTypeConfiguration<RefundPart>
{
    public void Configure(EntityTypeBuilder<RefundPart> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "RefundParts", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.RefundId, x.Ordinal });
        builder.Property(x => x.Ordinal).ValueGeneratedNever();
        builder.Property(x => x.SourceNumber).HasMaxLength(RefundConsts.MaxNumberLength);
        builder.ComplexProperty(x => x.Amount, money => money.IsMoney());
        builder.HasOne<Receipt>().WithMany().HasForeignKey(x => x.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.TenantId, x.ReceiptId }); // what of a receipt was paid back
        builder.HasIndex(x => new { x.TenantId, x.InvoiceId }); // what of an invoice's credit was paid back
    }
}
