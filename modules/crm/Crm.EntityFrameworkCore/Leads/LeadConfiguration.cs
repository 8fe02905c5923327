using Crm.Customers;
using Kernel.EntityFrameworkCore;
using Kernel.Monetary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.Leads;

public class LeadConfiguration : IEntityTypeConfiguration<Lead>
{
    public void Configure(EntityTypeBuilder<Lead> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "Leads", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Ignore(x => x.Name);
        builder.Ignore(x => x.Budget);
        builder.Ignore(x => x.FitAnswer);
        builder.Property(x => x.FitNote).HasMaxLength(CustomerConsts.MaxFitNoteLength);
        foreach (var name in (string[])[nameof(Lead.PersonName), nameof(Lead.CompanyName)])
        {
            builder.Property(name).HasMaxLength(LeadConsts.MaxNameLength);
        }
        builder.Property(x => x.SearchKey).HasMaxLength(2 * LeadConsts.MaxNameLength + 1);
        builder.Property(x => x.Position).HasMaxLength(LeadConsts.MaxPositionLength);
        foreach (var point in (string[])[nameof(Lead.Mobile), nameof(Lead.Phone), nameof(Lead.Email)])
        {
            builder.Property(point).HasMaxLength(LeadConsts.MaxContactPointLength);
        }
        builder.Property(x => x.Province).HasMaxLength(LeadConsts.MaxPlaceLength);
        builder.Property(x => x.City).HasMaxLength(LeadConsts.MaxPlaceLength);
        foreach (var utm in (string[])[nameof(Lead.UtmSource), nameof(Lead.UtmMedium), nameof(Lead.UtmCampaign), nameof(Lead.UtmTerm), nameof(Lead.UtmContent)])
        {
            builder.Property(utm).HasMaxLength(LeadConsts.MaxUtmLength);
        }
        foreach (var text in (string[])[nameof(Lead.Interest), nameof(Lead.Pain), nameof(Lead.Requirements), nameof(Lead.WishedResult),
            nameof(Lead.BuyingProcess), nameof(Lead.Competitors), nameof(Lead.Objections), nameof(Lead.OutcomeNote)])
        {
            builder.Property(text).HasMaxLength(LeadConsts.MaxTextLength);
        }
        builder.Property(x => x.BudgetCurrency).HasMaxLength(Currencies.CodeLength).IsFixedLength().IsUnicode(false);
        builder.Property(x => x.NextStep).HasMaxLength(LeadConsts.MaxNextStepLength);
        builder.Property(x => x.ExternalKey).HasMaxLength(LeadConsts.MaxKeyLength);
        builder.Property(x => x.Attributes).HasMaxLength(LeadConsts.MaxAttributesLength);
        builder.HasMany(x => x.Events).WithOne().HasForeignKey(x => x.LeadId).OnDelete(DeleteBehavior.Cascade);

        builder.HasIndex(x => new { x.TenantId, x.Status, x.FirstTouchAt }); // the queue
        builder.HasIndex(x => new { x.TenantId, x.Score, x.FirstTouchAt, x.Id }).IsDescending(false, true, false, false); // the queue by score
        builder.HasIndex(x => new { x.TenantId, x.ScoreDueOn }); // whose points have faded
        builder.HasIndex(x => new { x.TenantId, x.OwnerId, x.Status, x.NextStepOn }); // my day
        builder.HasIndex(x => new { x.TenantId, x.OwnerId, x.AnsweredAt, x.AnswerDueAt }); // who waits for an answer
        builder.HasIndex(x => new { x.TenantId, x.SourceId, x.FirstTouchAt }); // the source report
        builder.HasIndex(x => new { x.TenantId, x.FormId, x.FirstTouchAt }); // what came through a form, and who writes twice
        builder.HasIndex(x => new { x.TenantId, x.CustomerId }); // where a customer came from
        builder.HasUniqueTenantIndex(x => new { x.TenantId, x.ExternalKey }, x => x.ExternalKey); // an import sent twice
    }
}

public class LeadEventConfiguration : IEntityTypeConfiguration<LeadEvent>
{
    public void Configure(EntityTypeBuilder<LeadEvent> builder)
    {
        builder.ToTable(CrmDbProperties.DbTablePrefix + "LeadEvents", CrmDbProperties.DbSchema);
        builder.ConfigureByConvention();
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(x => x.Text).HasMaxLength(LeadConsts.MaxTextLength);
        builder.HasIndex(x => new { x.TenantId, x.LeadId, x.At }); // a lead's history
    }
}
