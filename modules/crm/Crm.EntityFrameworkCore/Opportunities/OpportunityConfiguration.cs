using Crm.Pipelines;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Opportunities;

public class OpportunityConfiguration : IEntityTypeConfiguration<Opportunity>
{
    public void Configure(EntityTypeBuilder<Opportunity> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "Opportunities", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Title).HasMaxLength(OpportunityConsts.MaxTitleLength);
        builder.Property(x => x.SearchKey).HasMaxLength(OpportunityConsts.MaxTitleLength);
        builder.Property(x => x.Need).HasMaxLength(OpportunityConsts.MaxNeedLength);
        builder.Property(x => x.NextStep).HasMaxLength(OpportunityConsts.MaxNextStepLength);
        builder.Property(x => x.CloseNote).HasMaxLength(OpportunityConsts.MaxCloseNoteLength);
        builder.Property(x => x.SellerName).HasMaxLength(OpportunityConsts.MaxProductLength);
        builder.Property(x => x.Product).HasMaxLength(OpportunityConsts.MaxProductLength);
        builder.Property(x => x.ExternalKey).HasMaxLength(OpportunityConsts.MaxKeyLength);
        builder.Property(x => x.Probability).HasPrecision(24, 4); // as wide as an amount: PostgreSQL gives the amount that it is multiplied with its type
        builder.ComplexProperty(x => x.Amount, amount => amount.IsMoney());
        builder.HasOne<PipelineStage>().WithMany().HasForeignKey(x => x.StageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.People).WithOne().HasForeignKey(x => x.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Competitors).WithOne().HasForeignKey(x => x.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Objections).WithOne().HasForeignKey(x => x.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(x => x.Moves).WithOne().HasForeignKey(x => x.OpportunityId).OnDelete(DeleteBehavior.Cascade);

        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.ExternalKey }, x => x.ExternalKey); // an import sent twice
        builder.HasIndex(x => new { x.TenantId, x.State, x.StageId, x.StageSince }); // the board, column by column
        builder.HasIndex(x => new { x.TenantId, x.State, x.OpenedOn }); // the list
        builder.HasIndex(x => new { x.TenantId, x.State, x.ExpectedClose }); // the forecast and a month of the list
        builder.HasIndex(x => new { x.TenantId, x.ClosedOn }); // reports of a window
        builder.HasIndex(x => new { x.TenantId, x.CustomerId, x.OpenedOn }); // the customer's file
        builder.HasIndex(x => new { x.TenantId, x.OwnerId, x.State, x.NextStepOn }); // my day
    }
}

public class OpportunityPersonConfiguration : IEntityTypeConfiguration<OpportunityPerson>
{
    public void Configure(EntityTypeBuilder<OpportunityPerson> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "OpportunityPeople", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.OpportunityId, x.PersonId });
    }
}

public class OpportunityCompetitorConfiguration : IEntityTypeConfiguration<OpportunityCompetitor>
{
    public void Configure(EntityTypeBuilder<OpportunityCompetitor> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "OpportunityCompetitors", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.HasKey(x => new { x.OpportunityId, x.CompetitorId });
    }
}

public class OpportunityObjectionConfiguration : IEntityTypeConfiguration<OpportunityObjection>
{
    public void Configure(EntityTypeBuilder<OpportunityObjection> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "OpportunityObjections", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Text).HasMaxLength(OpportunityConsts.MaxObjectionLength);
        builder.Property(x => x.Answer).HasMaxLength(OpportunityConsts.MaxObjectionLength);
    }
}

public class OpportunityLineConfiguration : IEntityTypeConfiguration<OpportunityLine>
{
    public void Configure(EntityTypeBuilder<OpportunityLine> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "OpportunityLines", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.ProductName).HasMaxLength(OpportunityConsts.MaxLineNameLength);
        builder.Property(x => x.Quantity).HasPrecision(18, 4);
        builder.Property(x => x.DiscountPercent).HasPrecision(7, 4);
        builder.HasOne<Opportunity>().WithMany().HasForeignKey(x => x.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(x => new { x.TenantId, x.OpportunityId, x.CreationTime }); // an opportunity's products
    }
}

public class StageMoveConfiguration : IEntityTypeConfiguration<StageMove>
{
    public void Configure(EntityTypeBuilder<StageMove> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "StageMoves", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.HasIndex(x => new { x.TenantId, x.OpportunityId, x.At }); // an opportunity's history
        builder.HasIndex(x => new { x.TenantId, x.At }); // what changed lately
        builder.HasIndex(x => new { x.TenantId, x.FromStageId }); // whether a stage may go
    }
}
