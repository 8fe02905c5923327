using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Pipelines;

public class PipelineConfiguration : IEntityTypeConfiguration<Pipeline>
{
    public void Configure(EntityTypeBuilder<Pipeline> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "Pipelines", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Code).HasMaxLength(PipelineConsts.MaxNameLength);
        builder.Property(x => x.Name).HasMaxLength(PipelineConsts.MaxNameLength);
        builder.HasMany(x => x.Stages).WithOne().HasForeignKey(stage => stage.PipelineId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.TenantId, x.Order }); // all of them
    }
}

public class PipelineStageConfiguration : IEntityTypeConfiguration<PipelineStage>
{
    public void Configure(EntityTypeBuilder<PipelineStage> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "PipelineStages", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Code).HasMaxLength(PipelineConsts.MaxNameLength);
        builder.Property(x => x.Name).HasMaxLength(PipelineConsts.MaxNameLength);
        builder.Property(x => x.Probability).HasPrecision(5, 4);
    }
}
