using System.Text;
using Kernel.Imports;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Uow;
using Workspace;

namespace Workspace.Tests.Imports;

/// <summary>An import works in its user's name, with the rights that he has when it runs.</summary>
public class ImportRightsTests : WorkspaceTest<WorkspaceModule>
{
    [Theory]
    [InlineData(true, ImportState.Completed)]
    [InlineData(false, ImportState.Failed)]
    public async Task Who_lost_the_right_after_he_started_an_import_imports_nothing(bool stillMay, ImportState outcome)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("full_name,mobile\nMehri Rad,09121112233\n"));
        var run = await As.Sales(() => Get<IImportManager>().StartAsync("contacts", file, "people.csv"));
        await LetSalesCreateAsync(stillMay);

        await As.Nobody(() => Get<IBackgroundJobExecuter>().ExecuteAsync(new JobExecutionContext(
            App.Services, typeof(ImportJob), new RunImportArgs { RunId = run, TenantId = As.TenantId })));

        await LetSalesCreateAsync(true); // grants are remembered by the app, which other tests share
        var progress = await As.Sales(() => Get<IImportManager>().GetProgressAsync(run));
        (progress.State, progress.Created).ShouldBe((outcome, stillMay ? 1 : 0), progress.Failure);
    }

    private Task LetSalesCreateAsync(bool may) => As.Admin(async () =>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await Get<IPermissionManager>().SetForRoleAsync("sales", "Parties.Parties.Create", may);
        await unitOfWork.CompleteAsync();
    });
}
