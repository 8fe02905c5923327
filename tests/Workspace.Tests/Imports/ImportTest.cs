using System.Text;
using Accounting.Accounts;
using Accounting.Journal;
using Kernel.Imports;
using Kernel.Monetary;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Imports;

/// <summary>Files are sent by the administrator; the job runs at once, as the background worker would run it.</summary>
public abstract class ImportTest : WorkspaceTest<WorkspaceModule>
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Given.Rate(Currencies.Pound);
    }

    protected async Task<ImportProgress> ImportFile(string importer, string path)
    {
        await using var file = File.OpenRead(path);
        return await Import(importer, file, Path.GetFileName(path));
    }

    protected async Task<ImportProgress> Import(string importer, string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await Import(importer, file, $"{importer}.csv");
    }

    private Task<ImportProgress> Import(string importer, Stream file, string name) => As.Admin(async () =>
    {
        await using var scope = App.Services.CreateAsyncScope();
        var imports = scope.ServiceProvider.GetRequiredService<IImportManager>();
        var run = await imports.StartAsync(importer, file, name);
        await scope.ServiceProvider.GetRequiredService<IBackgroundJobExecuter>().ExecuteAsync(new JobExecutionContext(
            scope.ServiceProvider, typeof(ImportJob), new RunImportArgs { RunId = run, TenantId = As.TenantId }));
        return await imports.GetProgressAsync(run);
    });

    /// <summary>What all customers owe in a currency, by the ledger.</summary>
    protected async Task<decimal> ReceivableOf(string currency)
    {
        var account = await Ask<Account, Guid>(all => all.Single(one => one.Key == AccountKeys.Receivables).Id);
        var amount = await Ask<JournalEntry, long>(all => all.SelectMany(entry => entry.Lines)
            .Where(line => line.AccountId == account && line.Debit.Currency == currency).Sum(line => line.Debit.Amount - line.Credit.Amount));
        return new Money(amount, currency).ToDecimal();
    }

    /// <summary>Asks the organisation's own rows.</summary>
    protected Task<TResult> Ask<TEntity, TResult>(Func<IQueryable<TEntity>, TResult> ask) where TEntity : class, IEntity<Guid> => As.Admin(async () =>
    {
        using var unitOfWork = App.Services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        return ask(await Get<IRepository<TEntity, Guid>>().GetQueryableAsync());
    });
}
