using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Closings;
using Accounting.Credit;
using Accounting.EntityFrameworkCore;
using Accounting.Journal;
using Accounting.Rates;
using Accounting.Receipts;
using Crm.Activities;
using Crm.Choices;
using Crm.Contacts;
using Crm.Customers;
using Crm.EntityFrameworkCore;
using Crm.Leads;
using Crm.Opportunities;
using Crm.Pipelines;
using Inventory.Deliveries;
using Inventory.EntityFrameworkCore;
using Inventory.Prices;
using Inventory.Products;
using Inventory.Stock;
using Inventory.Warehouses;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.EInvoices;
using Invoicing.EntityFrameworkCore;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Quotes;
using Invoicing.Taxes;
using Kernel.Auditing;
using Kernel.EntityFrameworkCore;
using Kernel.Imports;
using Kernel.Numbering;
using Kernel.Reading;
using Microsoft.EntityFrameworkCore;
using Parties.EntityFrameworkCore;
using Parties.Parties;
using Volo.Abp.AuditLogging;
using Volo.Abp.AuditLogging.EntityFrameworkCore;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.FeatureManagement;
using Volo.Abp.FeatureManagement.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.PermissionManagement;
using Volo.Abp.PermissionManagement.EntityFrameworkCore;
using Volo.Abp.SettingManagement;
using Volo.Abp.SettingManagement.EntityFrameworkCore;
using Volo.Abp.TenantManagement;
using Volo.Abp.TenantManagement.EntityFrameworkCore;
using Workspace.ApiKeys;
using Workspace.Data.Jobs;

namespace Workspace.Data;

/// <summary>The host's one context: every module's tables, one connection, one transaction, one set of migrations.</summary>
[ReplaceDbContext(
    typeof(IJobsDbContext),
    typeof(IIdentityDbContext), typeof(ITenantManagementDbContext), typeof(IPermissionManagementDbContext), typeof(ISettingManagementDbContext), typeof(IFeatureManagementDbContext),
    typeof(IBackgroundJobsDbContext), typeof(IAuditLoggingDbContext), typeof(IKernelDbContext), typeof(IPartiesDbContext), typeof(IInventoryDbContext),
    typeof(IInvoicingDbContext), typeof(IAccountingDbContext), typeof(ICrmDbContext))]
[ConnectionStringName("Default")]
public partial class WorkspaceDbContext(DbContextOptions<WorkspaceDbContext> options) : AbpDbContext<WorkspaceDbContext>(options),
    IJobsDbContext,
    IIdentityDbContext, ITenantManagementDbContext, IPermissionManagementDbContext, ISettingManagementDbContext, IFeatureManagementDbContext, IBackgroundJobsDbContext,
    IAuditLoggingDbContext, IHasEventOutbox, IHasEventInbox, IKernelDbContext, IPartiesDbContext, IInventoryDbContext, IInvoicingDbContext, IAccountingDbContext, ICrmDbContext
{
    public DbSet<IdentityUser> Users { get; set; }
    public DbSet<IdentityRole> Roles { get; set; }
    public DbSet<IdentityClaimType> ClaimTypes { get; set; }
    public DbSet<OrganizationUnit> OrganizationUnits { get; set; }
    public DbSet<IdentitySecurityLog> SecurityLogs { get; set; }
    public DbSet<IdentityLinkUser> LinkUsers { get; set; }
    public DbSet<IdentityUserDelegation> UserDelegations { get; set; }
    public DbSet<IdentitySession> Sessions { get; set; }
    public DbSet<Tenant> Tenants { get; set; }
    public DbSet<TenantConnectionString> TenantConnectionStrings { get; set; }
    public DbSet<PermissionGroupDefinitionRecord> PermissionGroups { get; set; }
    public DbSet<PermissionDefinitionRecord> Permissions { get; set; }
    public DbSet<PermissionGrant> PermissionGrants { get; set; }
    public DbSet<Setting> Settings { get; set; }
    public DbSet<SettingDefinitionRecord> SettingDefinitionRecords { get; set; }
    public DbSet<FeatureGroupDefinitionRecord> FeatureGroups { get; set; }
    public DbSet<FeatureDefinitionRecord> Features { get; set; }
    public DbSet<FeatureValue> FeatureValues { get; set; }
    public DbSet<BackgroundJobRecord> BackgroundJobs { get; set; }
    public DbSet<AuditLog> AuditLogs { get; set; }
    public DbSet<OutgoingEventRecord> OutgoingEvents { get; set; }
    public DbSet<IncomingEventRecord> IncomingEvents { get; set; }

    public DbSet<JobRun> JobRuns { get; set; }
    public DbSet<ProtectionKey> ProtectionKeys { get; set; }

    public DbSet<NumberSequence> NumberSequences { get; set; }
    public DbSet<ImportRun> ImportRuns { get; set; }
    public DbSet<ReadRecord> ReadRecords { get; set; }
    public DbSet<ReadDay> ReadDays { get; set; }
    public DbSet<ReadSession> ReadSessions { get; set; }
    public DbSet<ChangeRecord> ChangeRecords { get; set; }

    public DbSet<Party> Parties { get; set; }
    public DbSet<PartyIdentifier> PartyIdentifiers { get; set; }
    public DbSet<PartyContactPoint> PartyContactPoints { get; set; }
    public DbSet<PartyAddress> PartyAddresses { get; set; }
    public DbSet<PartyRow> PartyRows { get; set; }

    public DbSet<Product> Products { get; set; }
    public DbSet<PriceList> PriceLists { get; set; }
    public DbSet<Price> Prices { get; set; }
    public DbSet<Warehouse> Warehouses { get; set; }
    public DbSet<StockLevel> StockLevels { get; set; }
    public DbSet<StockMove> StockMoves { get; set; }
    public DbSet<DeliveryOrder> DeliveryOrders { get; set; }
    public DbSet<DeliveryOrderLine> DeliveryOrderLines { get; set; }
    public DbSet<DeliveryNote> DeliveryNotes { get; set; }
    public DbSet<DeliveryNoteLine> DeliveryNoteLines { get; set; }
    public DbSet<DeliveredSerial> DeliveredSerials { get; set; }

    public DbSet<SalesDocument> SalesDocuments { get; set; }
    public DbSet<SalesDocumentLine> SalesDocumentLines { get; set; }
    public DbSet<Quote> Quotes { get; set; }
    public DbSet<Order> Orders { get; set; }
    public DbSet<Invoice> Invoices { get; set; }
    public DbSet<CreditNote> CreditNotes { get; set; }
    public DbSet<EInvoice> EInvoices { get; set; }
    public DbSet<TaxRate> TaxRates { get; set; }

    public DbSet<Account> Accounts { get; set; }
    public DbSet<JournalEntry> JournalEntries { get; set; }
    public DbSet<JournalLine> JournalLines { get; set; }
    public DbSet<Receipt> Receipts { get; set; }
    public DbSet<ReceiptAllocation> ReceiptAllocations { get; set; }
    public DbSet<SalesDocumentView> SalesDocumentViews { get; set; }
    public DbSet<Cheque> Cheques { get; set; }
    public DbSet<ChequeMove> ChequeMoves { get; set; }
    public DbSet<Closing> Closings { get; set; }
    public DbSet<ExchangeRate> ExchangeRates { get; set; }
    public DbSet<CreditPolicy> CreditPolicies { get; set; }
    public DbSet<CreditLimit> CreditLimits { get; set; }
    public DbSet<CreditPass> CreditPasses { get; set; }

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

    public DbSet<ApiKey> ApiKeys { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureIdentity();
        builder.ConfigureTenantManagement();
        builder.ConfigurePermissionManagement();
        builder.ConfigureSettingManagement();
        builder.ConfigureFeatureManagement();
        builder.ConfigureBackgroundJobs();
        builder.ConfigureAuditLogging();
        builder.ConfigureEventOutbox();
        builder.ConfigureEventInbox();
        builder.ConfigureJobs();
        builder.ApplyConfiguration(new ProtectionKeyConfiguration());
        builder.ConfigureKernel();
        builder.ConfigureLeavers();
        builder.ConfigureParties();
        builder.ConfigureInventory();
        builder.ConfigureInvoicing();
        builder.ConfigureAccounting();
        builder.ConfigureCrm();
        builder.ApplyConfiguration(new ApiKeyConfiguration());
        ConfigureForAbpPackages(builder);
    }

    partial void ConfigureForAbpPackages(ModelBuilder builder);
}
