using Accounting.Accounts;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Accounting.Journal;

public class JournalEntryConfiguration : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "JournalEntries", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Reference).HasMaxLength(JournalConsts.MaxReferenceLength);
        builder.ComplexProperty(x => x.Amount, money => money.IsMoney());
        builder.ComplexProperty(x => x.Base, money => money.IsMoney());
        builder.Ignore(x => x.IsMeasured);
        builder.HasMany(x => x.Lines).WithOne().HasForeignKey(line => line.EntryId).OnDelete(DeleteBehavior.Cascade);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Number }, x => x.Number);
        builder.HasIndex(x => new { x.TenantId, x.Date, x.Number }); // the journal
        builder.HasIndex(x => new { x.TenantId, x.SourceId }); // the entry of a document
    }
}

public class JournalLineConfiguration : IEntityTypeConfiguration<JournalLine>
{
    public void Configure(EntityTypeBuilder<JournalLine> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "JournalLines", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.EntryId, x.Ordinal });
        builder.Property(x => x.Ordinal).ValueGeneratedNever();
        builder.ComplexProperty(x => x.Debit, money => money.IsMoney());
        builder.ComplexProperty(x => x.Credit, money => money.IsMoney());
        builder.ComplexProperty(x => x.Base, money => money.IsMoney());
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.AccountId }); // a party's balance
        builder.HasIndex(x => new { x.TenantId, x.AccountId }); // an account's balance
    }
}
