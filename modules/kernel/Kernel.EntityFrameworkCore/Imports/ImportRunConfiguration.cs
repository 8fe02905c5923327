using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Kernel.Imports;

public class ImportRunConfiguration : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable(KernelDbProperties.DbTablePrefix + "ImportRuns", KernelDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Importer).HasMaxLength(ImportRun.MaxImporterLength);
        builder.Property(x => x.FileName).HasMaxLength(ImportRun.MaxFileNameLength);
        builder.Property(x => x.Language).HasMaxLength(ImportRun.MaxLanguageLength);
        builder.Property(x => x.Encoding).HasMaxLength(ImportRun.MaxEncodingLength);
        builder.Property(x => x.Delimiter).HasMaxLength(1);
        builder.Property(x => x.Failure).HasMaxLength(ImportRun.MaxFailureLength);
        builder.HasIndex(x => new { x.TenantId, x.CreationTime }); // the newest imports
    }
}
