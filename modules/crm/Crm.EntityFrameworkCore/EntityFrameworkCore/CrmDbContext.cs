using Crm.Activities;
using Crm.Choices;
using Crm.Contacts;
using Crm.Customers;
using Crm.Leads;
using Crm.Opportunities;
using Crm.Pipelines;
using Microsoft.EntityFrameworkCore;
using Parties.Parties;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace Crm.EntityFrameworkCore;

[ConnectionStringName(CrmDbProperties.ConnectionStringName)]
public class CrmDbContext(DbContextOptions<CrmDbContext> options) : AbpDbContext<CrmDbContext>(options), ICrmDbContext
{
    public DbSet<Customer> Customers { get; set; }
    public DbSet<Contact> Contacts { get; set; }
    public DbSet<Activity> Activities { get; set; }
    public DbSet<Choice> Choices { get; set; }
    public DbSet<Pipeline> Pipelines { get; set; }
    public DbSet<PipelineStage> PipelineStages { get; set; }
    public DbSet<Opportunity> Opportunities { get; set; }
    public DbSet<OpportunityPerson> OpportunityPeople { get; set; }
    public DbSet<OpportunityCompetitor> OpportunityCompetitors { get; set; }
    public DbSet<OpportunityObjection> OpportunityObjections { get; set; }
    public DbSet<StageMove> StageMoves { get; set; }
    public DbSet<Lead> Leads { get; set; }
    public DbSet<LeadEvent> LeadEvents { get; set; }
    public DbSet<PartyRow> PartyRows { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureCrm();
    }
}
