using Crm.Leads;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Assignment;

public class AssignmentRuleConfiguration : IEntityTypeConfiguration<AssignmentRule>
{
    public void Configure(EntityTypeBuilder<AssignmentRule> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "AssignmentRules", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Name).HasMaxLength(AssignmentConsts.MaxNameLength);
        builder.Property(x => x.Place).HasMaxLength(LeadConsts.MaxPlaceLength);
        builder.HasMany(x => x.Members).WithOne().HasForeignKey(x => x.RuleId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.TenantId, x.Order }); // the rules in order
    }
}

public class AssignmentMemberConfiguration : IEntityTypeConfiguration<AssignmentMember>
{
    public void Configure(EntityTypeBuilder<AssignmentMember> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "AssignmentMembers", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.RuleId, x.UserId });
    }
}
