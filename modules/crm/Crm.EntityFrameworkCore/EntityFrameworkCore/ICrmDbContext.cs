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
public interface ICrmDbContext : IEfCoreDbContext
{
    DbSet<Customer> Customers { get; }
    DbSet<Contact> Contacts { get; }
    DbSet<Activity> Activities { get; }
    DbSet<Choice> Choices { get; }
    DbSet<Pipeline> Pipelines { get; }
    DbSet<PipelineStage> PipelineStages { get; }
    DbSet<Opportunity> Opportunities { get; }
    DbSet<OpportunityPerson> OpportunityPeople { get; }
    DbSet<OpportunityCompetitor> OpportunityCompetitors { get; }
    DbSet<OpportunityObjection> OpportunityObjections { get; }
    DbSet<StageMove> StageMoves { get; }
    DbSet<Lead> Leads { get; }
    DbSet<LeadEvent> LeadEvents { get; }

    /// <summary>Read-only: Parties' own table.</summary>
    DbSet<PartyRow> PartyRows { get; }
}
