using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Closings;
using Accounting.Credit;
using Accounting.EntityFrameworkCore;
using Accounting.Journal;
using Accounting.Rates;
using Accounting.Receipts;
using Accounting.Refunds;
using Accounting.StatementMails;
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
using Microsoft.EntityFrameworkCore.Metadata;
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
    // Without setters, but for what a contract asks for one: EF would make and set all hundred of them with every context.
    public DbSet<IdentityUser> Users => Set<IdentityUser>();
    public DbSet<IdentityRole> Roles => Set<IdentityRole>();
    public DbSet<IdentityClaimType> ClaimTypes => Set<IdentityClaimType>();
    public DbSet<OrganizationUnit> OrganizationUnits => Set<OrganizationUnit>();
    public DbSet<IdentitySecurityLog> SecurityLogs => Set<IdentitySecurityLog>();
    public DbSet<IdentityLinkUser> LinkUsers => Set<IdentityLinkUser>();
    public DbSet<IdentityUserDelegation> UserDelegations => Set<IdentityUserDelegation>();
    public DbSet<IdentitySession> Sessions => Set<IdentitySession>();
    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<TenantConnectionString> TenantConnectionStrings => Set<TenantConnectionString>();
    public DbSet<PermissionGroupDefinitionRecord> PermissionGroups => Set<PermissionGroupDefinitionRecord>();
    public DbSet<PermissionDefinitionRecord> Permissions => Set<PermissionDefinitionRecord>();
    public DbSet<PermissionGrant> PermissionGrants => Set<PermissionGrant>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<SettingDefinitionRecord> SettingDefinitionRecords => Set<SettingDefinitionRecord>();
    public DbSet<FeatureGroupDefinitionRecord> FeatureGroups => Set<FeatureGroupDefinitionRecord>();
    public DbSet<FeatureDefinitionRecord> Features => Set<FeatureDefinitionRecord>();
    public DbSet<FeatureValue> FeatureValues => Set<FeatureValue>();
    public DbSet<BackgroundJobRecord> BackgroundJobs => Set<BackgroundJobRecord>();
    public DbSet<AuditLog> AuditLogs => Set<AuditLog>();
    public DbSet<OutgoingEventRecord> OutgoingEvents { get; set; }
    public DbSet<IncomingEventRecord> IncomingEvents { get; set; }

    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<NumberSequence> NumberSequences => Set<NumberSequence>();
    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();
    public DbSet<ReadRecord> ReadRecords => Set<ReadRecord>();
    public DbSet<ReadDay> ReadDays => Set<ReadDay>();
    public DbSet<ReadSession> ReadSessions => Set<ReadSession>();
    public DbSet<ChangeRecord> ChangeRecords => Set<ChangeRecord>();

    public DbSet<Party> Parties => Set<Party>();
    public DbSet<PartyIdentifier> PartyIdentifiers => Set<PartyIdentifier>();
    public DbSet<PartyContactPoint> PartyContactPoints => Set<PartyContactPoint>();
    public DbSet<PartyAddress> PartyAddresses => Set<PartyAddress>();
    public DbSet<PartyRow> PartyRows => Set<PartyRow>();
    public DbSet<PartyPhoneRow> PartyPhoneRows => Set<PartyPhoneRow>();
    public DbSet<PartyIdentifierRow> PartyIdentifierRows => Set<PartyIdentifierRow>();

    public DbSet<Product> Products => Set<Product>();
    public DbSet<PriceList> PriceLists => Set<PriceList>();
    public DbSet<Price> Prices => Set<Price>();
    public DbSet<Warehouse> Warehouses => Set<Warehouse>();
    public DbSet<StockLevel> StockLevels => Set<StockLevel>();
    public DbSet<StockMove> StockMoves => Set<StockMove>();
    public DbSet<DeliveryOrder> DeliveryOrders => Set<DeliveryOrder>();
    public DbSet<DeliveryOrderLine> DeliveryOrderLines => Set<DeliveryOrderLine>();
    public DbSet<DeliveryNote> DeliveryNotes => Set<DeliveryNote>();
    public DbSet<DeliveryNoteLine> DeliveryNoteLines => Set<DeliveryNoteLine>();
    public DbSet<DeliveredSerial> DeliveredSerials => Set<DeliveredSerial>();

    public DbSet<SalesDocument> SalesDocuments => Set<SalesDocument>();
    public DbSet<SalesDocumentLine> SalesDocumentLines => Set<SalesDocumentLine>();
    public DbSet<Quote> Quotes => Set<Quote>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Invoice> Invoices => Set<Invoice>();
    public DbSet<CreditNote> CreditNotes => Set<CreditNote>();
    public DbSet<EInvoice> EInvoices => Set<EInvoice>();
    public DbSet<TaxRate> TaxRates => Set<TaxRate>();

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<JournalEntry> JournalEntries => Set<JournalEntry>();
    public DbSet<JournalLine> JournalLines => Set<JournalLine>();
    public DbSet<Receipt> Receipts => Set<Receipt>();
    public DbSet<ReceiptAllocation> ReceiptAllocations => Set<ReceiptAllocation>();
    public DbSet<SalesDocumentView> SalesDocumentViews => Set<SalesDocumentView>();
    public DbSet<Refund> Refunds => Set<Refund>();
    public DbSet<RefundPart> RefundParts => Set<RefundPart>();
    public DbSet<StatementMail> StatementMails => Set<StatementMail>();
    public DbSet<Cheque> Cheques => Set<Cheque>();
    public DbSet<ChequeMove> ChequeMoves => Set<ChequeMove>();
    public DbSet<Closing> Closings => Set<Closing>();
    public DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();
    public DbSet<CreditPolicy> CreditPolicies => Set<CreditPolicy>();
    public DbSet<CreditLimit> CreditLimits => Set<CreditLimit>();
    public DbSet<CreditPass> CreditPasses => Set<CreditPass>();

    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<Choice> Choices => Set<Choice>();
    public DbSet<Pipeline> Pipelines => Set<Pipeline>();
    public DbSet<PipelineStage> PipelineStages => Set<PipelineStage>();
    public DbSet<Opportunity> Opportunities => Set<Opportunity>();
    public DbSet<OpportunityPerson> OpportunityPeople => Set<OpportunityPerson>();
    public DbSet<OpportunityCompetitor> OpportunityCompetitors => Set<OpportunityCompetitor>();
    public DbSet<OpportunityObjection> OpportunityObjections => Set<OpportunityObjection>();
    public DbSet<StageMove> StageMoves => Set<StageMove>();
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<LeadEvent> LeadEvents => Set<LeadEvent>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

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
        WriteDefaults(builder);
    }

    // A column's default is for the rows that were there before it. A new row says what it has, and then nothing is read back.
    private static void WriteDefaults(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredProperties()).Where(property => property.TryGetDefaultValue(out _)))
        {
            property.ValueGenerated = ValueGenerated.Never;
        }
    }

    partial void ConfigureForAbpPackages(ModelBuilder builder);
}
