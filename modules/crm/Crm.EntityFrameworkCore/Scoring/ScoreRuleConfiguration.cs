using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Scoring;

public class ScoreRuleConfiguration : IEntityTypeConfiguration<ScoreRule>
{
    public void Configure(EntityTypeBuilder<ScoreRule> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "ScoreRules", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Subject).HasMaxLength(ScoringConsts.MaxSubjectLength);
        builder.Property(x => x.Value).HasMaxLength(ScoringConsts.MaxValueLength);
        builder.HasIndex(x => new { x.TenantId, x.Subject }); // the organisation's rules
    }
}
