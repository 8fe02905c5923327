using Accounting.Receipts;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Accounting.Cheques;

public class ChequeConfiguration : IEntityTypeConfiguration<Cheque>
{
    public void Configure(EntityTypeBuilder<Cheque> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "Cheques", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.SayadId).HasMaxLength(ChequeConsts.SayadIdLength).IsUnicode(false);
        builder.Property(x => x.LiveKey).HasMaxLength(ChequeConsts.SayadIdLength).IsUnicode(false);
        builder.Property(x => x.Bank).HasMaxLength(ChequeConsts.MaxBankLength);
        builder.Property(x => x.Drawer).HasMaxLength(ChequeConsts.MaxDrawerLength);
        builder.Property(x => x.SearchKey).HasMaxLength(ChequeConsts.MaxSearchKeyLength);
        builder.ComplexProperty(x => x.Amount, money => money.IsMoney());
        builder.HasMany(x => x.Moves).WithOne().HasForeignKey(move => move.ChequeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Receipt>().WithMany().HasForeignKey(x => x.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.LiveKey }, x => x.LiveKey); // a cheque is taken once
        builder.HasIndex(x => new { x.TenantId, x.Due, x.Id }); // the list, what is due
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.Due }); // a party's cheques, its exposure
    }
}

public class ChequeMoveConfiguration : IEntityTypeConfiguration<ChequeMove>
{
    public void Configure(EntityTypeBuilder<ChequeMove> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "ChequeMoves", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.ChequeId, x.Ordinal });
        builder.Property(x => x.Ordinal).ValueGeneratedNever();
        builder.Property(x => x.Note).HasMaxLength(ChequeConsts.MaxNoteLength);
    }
}
