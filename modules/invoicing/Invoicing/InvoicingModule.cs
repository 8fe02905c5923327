using Inventory;
using Invoicing.CreditNotes;
using Invoicing.Documents;
using Invoicing.EInvoices;
using Invoicing.EntityFrameworkCore;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Permissions;
using Invoicing.Quotes;
using Kernel.EntityFrameworkCore;
using Kernel.Rights;
using Kernel.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.UI.Navigation;

namespace Invoicing;

/// <summary>Quotes, orders, invoices and credit notes.</summary>
[DependsOn(
    typeof(InvoicingContractsModule),
    typeof(InventoryContractsModule),
    typeof(KernelEntityFrameworkCoreModule),
    typeof(KernelWebModule),
    typeof(AbpDddApplicationModule),
    typeof(AbpEntityFrameworkCoreModule),
    typeof(AbpAspNetCoreMvcModule))]
public class InvoicingModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<InvoicingDbContext>(options =>
        {
            options.SetDefaultRepositoryClasses(typeof(InvoicingRepository<,>), typeof(InvoicingRepository<>));
            options.AddDefaultRepositories<IInvoicingDbContext>(includeAllEntities: true);
            options.AddRepository<PartyRow, InvoicingPartyRows>();
            options.Entity<Quote>(entity => entity.DefaultWithDetailsFunc = quotes => quotes.Include(quote => quote.Lines));
            options.Entity<Order>(entity => entity.DefaultWithDetailsFunc = orders => orders.Include(order => order.Lines));
            options.Entity<Invoice>(entity => entity.DefaultWithDetailsFunc = invoices => invoices.Include(invoice => invoice.Lines));
            options.Entity<CreditNote>(entity => entity.DefaultWithDetailsFunc = notes => notes.Include(note => note.Lines));
        });
        Configure<RecordRightsOptions>(options =>
        {
            options.RecordsFollow<SalesDocument, PartyRow, DocumentKind>(
                document => document.PartyId, document => document.Kind, DocumentUrls.Kinds.ToDictionary(kind => kind, InvoicingPermissions.ToRead));
            options.RecordsFollow<SalesDocumentLine, SalesDocument>(line => line.DocumentId);
            options.RecordsFollow<EInvoice, SalesDocument>(one => one.DocumentId);
            options.RecordsFollow<Quote, PartyRow>(quote => quote.PartyId, InvoicingPermissions.Quotes.Default);
            options.RecordsFollow<Order, PartyRow>(order => order.PartyId, InvoicingPermissions.Orders.Default);
            options.RecordsFollow<Invoice, PartyRow>(invoice => invoice.PartyId, InvoicingPermissions.Invoices.Default);
            options.RecordsFollow<CreditNote, PartyRow>(note => note.PartyId, InvoicingPermissions.CreditNotes.Default);
        });
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(InvoicingModule).Assembly, setting => setting.RootPath = "invoicing"));
        Configure<RazorPagesOptions>(options =>
            options.Conventions.AddPageRoute("/Invoicing/Edit", "/Invoicing/{kind:regex(^(Quotes|Orders|Invoices)$)}/Create"));
        Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new InvoicingMenuContributor()));
    }
}
