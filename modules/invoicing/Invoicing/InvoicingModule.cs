using Inventory;
using Invoicing.CreditNotes;
using Invoicing.EntityFrameworkCore;
using Invoicing.Invoices;
using Invoicing.Orders;
using Invoicing.Quotes;
using Kernel.EntityFrameworkCore;
using Kernel.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
            options.AddDefaultRepositories<IInvoicingDbContext>(includeAllEntities: true);
            options.Entity<Quote>(entity => entity.DefaultWithDetailsFunc = quotes => quotes.Include(quote => quote.Lines));
            options.Entity<Order>(entity => entity.DefaultWithDetailsFunc = orders => orders.Include(order => order.Lines));
            options.Entity<Invoice>(entity => entity.DefaultWithDetailsFunc = invoices => invoices.Include(invoice => invoice.Lines));
            options.Entity<CreditNote>(entity => entity.DefaultWithDetailsFunc = notes => notes.Include(note => note.Lines));
        });
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(InvoicingModule).Assembly, setting => setting.RootPath = "invoicing"));
        Configure<RazorPagesOptions>(options =>
            options.Conventions.AddPageRoute("/Invoicing/Edit", "/Invoicing/{kind:regex(^(Quotes|Orders|Invoices)$)}/Create"));
        Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new InvoicingMenuContributor()));
    }
}
