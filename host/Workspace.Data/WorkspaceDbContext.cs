using Accounting;
using Crm;
using Inventory;
using Invoicing;
using Kernel;
using Microsoft.EntityFrameworkCore;
using Parties;
using Volo.Abp.AuditLogging;
using Volo.Abp.AuditLogging.EntityFrameworkCore;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.PermissionManagement;
using Volo.Abp.PermissionManagement.EntityFrameworkCore;
using Volo.Abp.SettingManagement;
using Volo.Abp.SettingManagement.EntityFrameworkCore;
using Volo.Abp.TenantManagement;
using Volo.Abp.TenantManagement.EntityFrameworkCore;

namespace Workspace.Data;

/// <summary>The host's one context: every module's tables, one connection, one transaction, one set of migrations.</summary>
[ReplaceDbContext(
    typeof(IIdentityDbContext), typeof(ITenantManagementDbContext), typeof(IPermissionManagementDbContext), typeof(ISettingManagementDbContext),
    typeof(IBackgroundJobsDbContext), typeof(IAuditLoggingDbContext), typeof(IKernelDbContext), typeof(IPartiesDbContext), typeof(IInventoryDbContext),
    typeof(IInvoicingDbContext), typeof(IAccountingDbContext), typeof(ICrmDbContext))]
[ConnectionStringName("Default")]
public class WorkspaceDbContext(DbContextOptions<WorkspaceDbContext> options) : AbpDbContext<WorkspaceDbContext>(options),
    IIdentityDbContext, ITenantManagementDbContext, IPermissionManagementDbContext, ISettingManagementDbContext, IBackgroundJobsDbContext,
    IAuditLoggingDbContext, IKernelDbContext, IPartiesDbContext, IInventoryDbContext, IInvoicingDbContext, IAccountingDbContext, ICrmDbContext
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ConfigureIdentity();
        builder.ConfigureTenantManagement();
        builder.ConfigurePermissionManagement();
        builder.ConfigureSettingManagement();
        builder.ConfigureBackgroundJobs();
        builder.ConfigureAuditLogging();
        builder.ConfigureKernel();
        builder.ConfigureParties();
        builder.ConfigureInventory();
        builder.ConfigureInvoicing();
        builder.ConfigureAccounting();
        builder.ConfigureCrm();
    }
}
