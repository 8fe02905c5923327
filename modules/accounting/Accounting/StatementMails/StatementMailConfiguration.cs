using Kernel.EntityFrameworkCore;
using Kernel.Identifiers;
using Kernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Accounting.StatementMails;

public class StatementMailConfiguration : IEntityTypeConfiguration<StatementMail>
{
    public void Configure(EntityTypeBuilder<StatementMail> builder)
    {
        builder.ToTable(AccountingDbProperties.DbTablePrefix + "StatementMails", AccountingDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Number).HasMaxLength(StatementMailConsts.MaxNumberLength).IsOrdinal();
        builder.Property(x => x.Email).HasMaxLength(254).IsOrdinal();
        builder.Property(x => x.Language).HasMaxLength(StatementMailConsts.MaxLanguageLength).IsOrdinal();
        builder.Property(x => x.Currency).HasMaxLength(Currencies.CodeLength).IsFixedLength().IsUnicode(false);
        builder.Property(x => x.Message).HasMaxLength(StatementMailConsts.MaxMessageLength);
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.Number }, x => x.Number);
        builder.HasIndex(x => new { x.TenantId, x.PartyId, x.Date }); // a party's newest
    }
}
