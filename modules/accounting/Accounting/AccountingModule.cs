using Accounting.Cheques;
using Accounting.Credit;
using Accounting.EntityFrameworkCore;
using Accounting.Journal;
using Accounting.Permissions;
using Accounting.Receipts;
using Accounting.Refunds;
using Accounting.StatementMails;
using Invoicing;
using Invoicing.Documents;
using Kernel.EntityFrameworkCore;
using Kernel.Rights;
using Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Parties.Parties;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.UI.Navigation;

namespace Accounting;

/// <summary>The ledger, and the money received.</summary>
[DependsOn(
    typeof(AccountingContractsModule),
    typeof(InvoicingContractsModule),
    typeof(KernelEntityFrameworkCoreModule),
    typeof(KernelWebModule),
    typeof(AbpDddApplicationModule),
    typeof(AbpEntityFrameworkCoreModule),
    typeof(AbpAspNetCoreMvcModule))]
public class AccountingModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<AccountingDbContext>(options =>
        {
            options.SetDefaultRepositoryClasses(typeof(AccountingRepository<,>), typeof(AccountingRepository<>));
            options.AddDefaultRepositories<IAccountingDbContext>(includeAllEntities: true);
            options.AddRepository<PartyRow, AccountingPartyRows>();
            options.Entity<JournalEntry>(entity => entity.DefaultWithDetailsFunc = entries => entries.Include(entry => entry.Lines));
            options.Entity<Cheque>(entity => entity.DefaultWithDetailsFunc = cheques => cheques.Include(cheque => cheque.Moves));
            options.Entity<Refund>(entity => entity.DefaultWithDetailsFunc = refunds => refunds.Include(refund => refund.Parts));
            options.Entity<Receipt>(entity => entity.DefaultWithDetailsFunc = receipts => receipts.Include(receipt => receipt.Allocations));
        });
        Configure<RecordRightsOptions>(options =>
        {
            options.RecordsFollow<Receipt, PartyRow>(receipt => receipt.PartyId, AccountingPermissions.Receipts.Default);
            options.RecordsFollow<Refund, PartyRow>(refund => refund.PartyId, AccountingPermissions.Refunds.Default);
            options.RecordsFollow<RefundPart, Refund>(part => part.RefundId);
            options.RecordsFollow<StatementMail, PartyRow>(mail => mail.PartyId);
            options.RecordsFollow<Cheque, PartyRow>(cheque => cheque.PartyId, AccountingPermissions.Cheques.Default);
            options.RecordsFollow<ChequeMove, Cheque>(move => move.ChequeId);
            options.RecordsFollow<CreditLimit, PartyRow>(limit => limit.PartyId);
            options.RecordsFollow<CreditPass, PartyRow>(pass => pass.PartyId);
            options.RecordsFollow<SalesDocumentView, PartyRow>(document => document.PartyId);
            options.RecordsFollow<ReceiptAllocation, Receipt>(allocation => allocation.ReceiptId);
        });
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(AccountingModule).Assembly, setting => setting.RootPath = "accounting"));
        Configure<AbpNavigationOptions>(options => options.MenuContributors.Add(new AccountingMenuContributor()));
    }
}
