using Crm.Activities;
using Crm.Contacts;
using Crm.Customers;
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

    /// <summary>Read-only: Parties' own table.</summary>
    DbSet<PartyRow> PartyRows { get; }
}
