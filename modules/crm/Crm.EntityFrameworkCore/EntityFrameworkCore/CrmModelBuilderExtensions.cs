using Crm.Activities;
using Crm.Choices;
using Crm.Contacts;
using Crm.Customers;
using Crm.Leads;
using Crm.Opportunities;
using Crm.Pipelines;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Parties;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.EntityFrameworkCore.Modeling;

namespace Crm.EntityFrameworkCore;

public static class CrmModelBuilderExtensions
{
    public static void ConfigureCrm(this ModelBuilder builder)
    {
        Check.NotNull(builder, nameof(builder));
        builder.ApplyConfiguration(new CustomerConfiguration());
        builder.ApplyConfiguration(new ContactConfiguration());
        builder.ApplyConfiguration(new ActivityConfiguration());
        builder.ApplyConfiguration(new ChoiceConfiguration());
        builder.ApplyConfiguration(new PipelineConfiguration());
        builder.ApplyConfiguration(new PipelineStageConfiguration());
        builder.ApplyConfiguration(new OpportunityConfiguration());
        builder.ApplyConfiguration(new OpportunityPersonConfiguration());
        builder.ApplyConfiguration(new OpportunityCompetitorConfiguration());
        builder.ApplyConfiguration(new OpportunityObjectionConfiguration());
        builder.ApplyConfiguration(new StageMoveConfiguration());
        builder.ApplyConfiguration(new LeadConfiguration());
        builder.ApplyConfiguration(new LeadEventConfiguration());
        builder.Entity<PartyRow>(party => // Parties' own table, read only; the same in every module that joins names
        {
            party.ToView(PartiesDbProperties.Table("Parties"), PartiesDbProperties.DbSchema);
            party.ConfigureByConvention();
        });
        builder.FitToDatabase();
    }
}
