using Accounting.Accounts;
using Kernel.EntityFrameworkCore;
using Kernel.Identifiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Accounting.Receipts;

public class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "Receipts", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Number).HasMaxLength(ReceiptConsts.MaxNumberLength).IsOrdinal();
        builder.Property(x => x.Iban).HasMaxLength(IranianIban.Length).IsOrdinal();
        builder.Property(x => x.Note).HasMaxLength(ReceiptConsts.MaxNoteLength);
        builder.Property(x => x.SearchKey).HasMaxLength(ReceiptConsts.MaxSearchKeyLength).IsOrdinal();
        builder.ComplexProperty(x => x.Amount, money => money.IsMoney());
        builder.Ignore(x => x.Unallocated);
        builder.HasMany(x => x.Allocations).WithOne().HasForeignKey(allocation => allocation.ReceiptId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Number }, x => x.Number);
        builder.HasIndex(x => new { x.TenantId, x.Date, x.Id }); // the list
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.Date }); // a party's newest
    }
}

public class ReceiptAllocationConfiguration : IEntityTypeConfiguration<ReceiptAllocation>
{
    public void Configure(EntityTypeBuilder<ReceiptAllocation> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "ReceiptAllocations", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.ReceiptId, x.Ordinal });
        builder.Property(x => x.Ordinal).ValueGeneratedNever();
        builder.Property(x => x.InvoiceNumber).HasMaxLength(ReceiptConsts.MaxNumberLength);
        builder.ComplexProperty(x => x.Amount, money => money.IsMoney());
        builder.HasIndex(x => new { x.TenantId, x.InvoiceId }); // an invoice's payments
    }
}
