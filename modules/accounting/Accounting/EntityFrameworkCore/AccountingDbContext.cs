using Accounting.Accounts;
using Accounting.Cheques;
using Accounting.Closings;
using Accounting.Credit;
using Accounting.Journal;
using Accounting.Rates;
using Accounting.Receipts;
using Accounting.Refunds;
using Accounting.StatementMails;
using Invoicing;
using Invoicing.Documents;
using Kernel.Monetary;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Parties;
using Parties.Parties;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace Accounting.EntityFrameworkCore;

[ConnectionStringName(AccountingDbProperties.ConnectionStringName)]
public interface IAccountingDbContext : IEfCoreDbContext
{
    DbSet<Account> Accounts { get; }
    DbSet<JournalEntry> JournalEntries { get; }
    DbSet<JournalLine> JournalLines { get; }
    DbSet<Receipt> Receipts { get; }
    DbSet<ReceiptAllocation> ReceiptAllocations { get; }
    DbSet<Refund> Refunds { get; }
    DbSet<RefundPart> RefundParts { get; }
    DbSet<StatementMail> StatementMails { get; }
    DbSet<Cheque> Cheques { get; }
    DbSet<ChequeMove> ChequeMoves { get; }
    DbSet<Closing> Closings { get; }
    DbSet<ExchangeRate> ExchangeRates { get; }
    DbSet<CreditPolicy> CreditPolicies { get; }
    DbSet<CreditLimit> CreditLimits { get; }
    DbSet<CreditPass> CreditPasses { get; }

    /// <summary>Parties' own table, read only.</summary>
    DbSet<PartyRow> PartyRows { get; }

    /// <summary>Invoicing's own table, read only.</summary>
    DbSet<SalesDocumentView> SalesDocumentViews { get; }
}

[ConnectionStringName(AccountingDbProperties.ConnectionStringName)]
public class AccountingDbContext(DbContextOptions<AccountingDbContext> options)
    : AbpDbContext<AccountingDbContext>(options), IAccountingDbContext
{
    public DbSet<Account> Accounts { get; set; }
    public DbSet<JournalEntry> JournalEntries { get; set; }
    public DbSet<JournalLine> JournalLines { get; set; }
    public DbSet<Receipt> Receipts { get; set; }
    public DbSet<ReceiptAllocation> ReceiptAllocations { get; set; }
    public DbSet<Refund> Refunds { get; set; }
    public DbSet<RefundPart> RefundParts { get; set; }
    public DbSet<StatementMail> StatementMails { get; set; }
    public DbSet<Cheque> Cheques { get; set; }
    public DbSet<ChequeMove> ChequeMoves { get; set; }
    public DbSet<Closing> Closings { get; set; }
    public DbSet<ExchangeRate> ExchangeRates { get; set; }
    public DbSet<CreditPolicy> CreditPolicies { get; set; }
    public DbSet<CreditLimit> CreditLimits { get; set; }
    public DbSet<CreditPass> CreditPasses { get; set; }
    public DbSet<PartyRow> PartyRows { get; set; }
    public DbSet<SalesDocumentView> SalesDocumentViews { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureAccounting();
    }
}

public static class AccountingDbContextModelBuilderExtensions
{
    public static void ConfigureAccounting(this ModelBuilder builder)
    {
        builder.ApplyConfiguration(new AccountConfiguration());
        builder.ApplyConfiguration(new JournalEntryConfiguration());
        builder.ApplyConfiguration(new JournalLineConfiguration());
        builder.ApplyConfiguration(new ReceiptConfiguration());
        builder.ApplyConfiguration(new ReceiptAllocationConfiguration());
        builder.ApplyConfiguration(new RefundConfiguration());
        builder.ApplyConfiguration(new RefundPartConfiguration());
        builder.ApplyConfiguration(new StatementMailConfiguration());
        builder.ApplyConfiguration(new ChequeConfiguration());
        builder.ApplyConfiguration(new ChequeMoveConfiguration());
        builder.ApplyConfiguration(new ClosingConfiguration());
        builder.ApplyConfiguration(new ExchangeRateConfiguration());
        builder.ApplyConfiguration(new CreditPolicyConfiguration());
        builder.ApplyConfiguration(new CreditLimitConfiguration());
        builder.ApplyConfiguration(new CreditPassConfiguration());
        builder.Entity<PartyRow>(party =>
        {
            party.ToView(PartiesDbProperties.Table("Parties"), PartiesDbProperties.DbSchema);
            party.HasKey(row => row.Id);
        });
        builder.Entity<SalesDocumentView>(document =>
        {
            document.ToView(InvoicingDbProperties.DbTablePrefix + "Documents", InvoicingDbProperties.DbSchema);
            document.HasKey(view => view.Id);
            // EF Core does not query complex properties of a view: the two columns of the money by name.
            document.Property(view => view.TotalAmount).HasColumnName("Total_Amount");
            document.Property(view => view.Currency).HasColumnName("Total_Currency").HasMaxLength(Currencies.CodeLength).IsFixedLength().IsUnicode(false);
        });
        builder.FitToDatabase();
    }
}
