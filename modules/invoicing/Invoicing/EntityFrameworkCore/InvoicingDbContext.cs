using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.EInvoices;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Quotes;
using Invoicing.Taxes;
using Kernel.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Parties;
using Parties.Parties;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;

namespace Invoicing.EntityFrameworkCore;

[ConnectionStringName(InvoicingDbProperties.ConnectionStringName)]
public interface IInvoicingDbContext : IEfCoreDbContext
{
    DbSet<SalesDocument> SalesDocuments { get; }
    DbSet<SalesDocumentLine> SalesDocumentLines { get; }
    DbSet<Quote> Quotes { get; }
    DbSet<Order> Orders { get; }
    DbSet<Invoice> Invoices { get; }
    DbSet<CreditNote> CreditNotes { get; }
    DbSet<EInvoice> EInvoices { get; }
    DbSet<TaxRate> TaxRates { get; }

    /// <summary>Parties' own table, read only.</summary>
    DbSet<PartyRow> PartyRows { get; }
}

[ConnectionStringName(InvoicingDbProperties.ConnectionStringName)]
public class InvoicingDbContext(DbContextOptions<InvoicingDbContext> options)
    : AbpDbContext<InvoicingDbContext>(options), IInvoicingDbContext
{
    public DbSet<SalesDocument> SalesDocuments { get; set; }
    public DbSet<SalesDocumentLine> SalesDocumentLines { get; set; }
    public DbSet<Quote> Quotes { get; set; }
    public DbSet<Order> Orders { get; set; }
    public DbSet<Invoice> Invoices { get; set; }
    public DbSet<CreditNote> CreditNotes { get; set; }
    public DbSet<EInvoice> EInvoices { get; set; }
    public DbSet<TaxRate> TaxRates { get; set; }
    public DbSet<PartyRow> PartyRows { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureInvoicing();
    }
}

public static class InvoicingDbContextModelBuilderExtensions
{
    public static void ConfigureInvoicing(this ModelBuilder builder)
    {
        builder.ApplyConfiguration(new SalesDocumentConfiguration());
        builder.ApplyConfiguration(new SalesDocumentLineConfiguration());
        builder.ApplyConfiguration(new InvoiceConfiguration());
        builder.ApplyConfiguration(new EInvoiceConfiguration());
        builder.ApplyConfiguration(new TaxRateConfiguration());
        builder.ApplyConfiguration(new QuoteConfiguration());
        builder.ApplyConfiguration(new OrderConfiguration());
        builder.Entity<CreditNote>().HasBaseType<SalesDocument>();
        builder.Entity<PartyRow>(party =>
        {
            party.ToView(PartiesDbProperties.Table("Parties"), PartiesDbProperties.DbSchema);
            party.HasKey(row => row.Id);
        });
        builder.FitToDatabase();
    }
}
