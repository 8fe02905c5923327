using System.Net;
using System.Reflection;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Data;
using Volo.Abp.DistributedLocking;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Workspace.Administration.Jobs;
using Workspace.Data.Jobs;

namespace Workspace.Tests.Administration;

/// <summary>What an administrator sees of work that runs beside the requests, and does about it.</summary>
[Collection(nameof(OperationsModule))]
public class JobTests : WorkspaceTest<OperationsModule>
{
    [Theory]
    [InlineData("en", "Failed, will retry")]
    [InlineData("fa", "ناموفق، تکرار می‌شود")]
    public async Task A_job_that_fails_shows_its_error_and_who_asked(string language, string state)
    {
        var id = await Queue("the printer is out of paper");
        await Work();
        using var admin = await SignedIn("admin", language);

        var list = await admin.GetAsync("/Administration/Jobs?state=WillRetry");
        var page = await admin.GetAsync($"/Administration/Jobs/Details/{id}");

        list.TextOf("#jobs").ShouldContain("the printer is out of paper");
        list.TextOf("#jobs").ShouldContain("sara");
        page.Text.ShouldContain(state);
        page.TextOf("main").ShouldContain("the printer is out of paper");
        page.Html.ShouldNotContain("at Workspace.Tests", Case.Sensitive, "where in the code it failed is not an organisation's business");
    }

    [Fact]
    public async Task Retry_runs_a_job_at_once_and_success_is_seen()
    {
        var id = await Queue("the printer is out of paper");
        await Work();
        await Work();
        (await Run(id)).Attempts.ShouldBe(1, "it waits for its next try");
        Chore.Broken = false;
        using var admin = await SignedIn();

        await (await admin.GetAsync($"/Administration/Jobs/Details/{id}")).SubmitAsync([], "main form[action*='Retry']");
        await Work();

        var run = await Run(id);
        (run.State, run.Attempts, run.Error).ShouldBe((JobRunState.Done, 2, null));
        (await admin.GetAsync("/Administration/Jobs?state=Done")).Has($"#jobs a[href$='{id}']").ShouldBeTrue();
    }

    [Fact]
    public async Task An_abandoned_job_is_not_tried_again_and_can_be_taken_up_again()
    {
        var id = await Queue("the printer is out of paper");
        await Work();
        using var admin = await SignedIn();

        await (await admin.GetAsync($"/Administration/Jobs/Details/{id}")).SubmitAsync([], "main form[action*='Abandon']");
        await Work(after: TimeSpan.FromHours(3));

        (await Run(id)).ShouldSatisfyAllConditions(run => run.State.ShouldBe(JobRunState.Abandoned), run => run.Attempts.ShouldBe(1));
        await (await admin.GetAsync($"/Administration/Jobs/Details/{id}")).SubmitAsync([], "main form[action*='Retry']");
        await Work(after: TimeSpan.FromHours(3));
        (await Run(id)).Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_job_that_is_abandoned_while_it_runs_is_not_scheduled_again()
    {
        var id = await Queue("the printer is out of paper");
        Chore.Meanwhile = () => As.Admin(() => Get<JobMonitorAppService>().AbandonAsync(id));

        await Work();

        (await Run(id)).State.ShouldBe(JobRunState.Abandoned);
        await Work(after: TimeSpan.FromHours(3));
        (await Run(id)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_job_that_is_over_can_be_neither_retried_nor_abandoned()
    {
        Chore.Broken = false;
        var id = await Queue("fine");
        using var admin = await SignedIn();
        var page = await admin.GetAsync($"/Administration/Jobs/Details/{id}");
        await Work();

        var answer = await page.SubmitAsync([], "main form[action*='Abandon']");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("This job is over");
    }

    [Fact]
    public async Task An_organisation_sees_its_own_jobs_and_the_workspaces_administrator_all()
    {
        var id = await Queue("the printer is out of paper");
        await Work();
        await As.AnotherTenant();
        using var other = Visitor();
        await other.SignInAsync("admin", "en", "other");
        using var host = await SignedInAtHost();

        (await other.GetAsync("/Administration/Jobs")).TextOf("#jobs").ShouldNotContain("printer");
        (await other.GetAsync($"/Administration/Jobs/Details/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.GetAsync("/Administration/Jobs")).TextOf("#jobs").ShouldContain("arman");
        (await host.GetAsync($"/Administration/Jobs/Details/{id}")).Html.ShouldContain("at Workspace.Tests", Case.Sensitive, "who runs the workspace sees where it failed");
    }

    [Fact]
    public async Task Jobs_are_filtered_by_kind_and_listed_page_by_page()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++) { ids.Add(await Queue($"page {i}")); }

        var first = await As.Admin(() => Get<JobMonitorAppService>().GetListAsync(new JobListInput { Max = 2, Name = ChoreArgs.Name }));
        var second = await As.Admin(() => Get<JobMonitorAppService>().GetListAsync(new JobListInput
        {
            Max = 2, Name = ChoreArgs.Name, BeforeAt = first.Rows[^1].QueuedAt, BeforeId = first.Rows[^1].Id
        }));
        var others = await As.Admin(() => Get<JobMonitorAppService>().GetListAsync(new JobListInput { Name = "Kernel.Import" }));

        first.HasMore.ShouldBeTrue();
        first.Rows.Concat(second.Rows).Select(row => row.Id).ShouldBe(ids, ignoreOrder: true);
        others.Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Old_jobs_are_forgotten()
    {
        Chore.Broken = false;
        var id = await Queue("fine");
        await Work();

        await JobRetentionWorker.PurgeAsync(Services);
        (await Find(id)).ShouldNotBeNull();
        TestClock.Fixed = DateTime.UtcNow.AddDays(8);
        await JobRetentionWorker.PurgeAsync(Services);
        (await Find(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_may_not_see_jobs_opens_no_page_of_them()
    {
        using var sara = await SignedIn("sara");

        (await sara.GetAsync("/Administration/Jobs")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await sara.GetAsync("/")).Has("a[href='/Administration/Jobs']").ShouldBeFalse();
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        (Chore.Broken, Chore.Meanwhile) = (true, null);
    }

    private IServiceProvider Services => Get<IServiceProvider>();

    private async Task<Guid> Queue(string word) => Guid.Parse(await As.Sales(async () =>
    {
        using var unitOfWork = Get<IUnitOfWorkManager>().Begin(requiresNew: true);
        var id = await Get<IBackgroundJobManager>().EnqueueAsync(new ChoreArgs { Word = word, TenantId = As.TenantId });
        await unitOfWork.CompleteAsync();
        return id;
    }));

    /// <summary>One round of ABP's own worker on this test's database, some time from now.</summary>
    private async Task Work(TimeSpan after = default)
    {
        TestClock.Fixed = DateTime.UtcNow + after;
        // The application's own rounds look at another database, but take the same lock.
        await (await Get<IAbpDistributedLock>().TryAcquireAsync("AbpBackgroundJobWorker", TimeSpan.FromSeconds(20)))!.DisposeAsync();
        var round = typeof(AsyncPeriodicBackgroundWorkerBase).GetMethod("DoWorkAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;
        await (Task)round.Invoke(Get<IBackgroundJobWorker>(), [new PeriodicBackgroundWorkerContext(Services)])!;
    }

    private async Task<JobRun> Run(Guid id) => (await Find(id))!;

    private async Task<JobRun?> Find(Guid id)
    {
        using var all = Get<IDataFilter>().Disable<IMultiTenant>();
        return await Get<IRepository<JobRun, Guid>>().FindAsync(id);
    }
}
