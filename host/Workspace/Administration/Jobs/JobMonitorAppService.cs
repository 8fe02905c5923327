using Kernel.Imports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.TenantManagement;
using Workspace.Data.Jobs;

namespace Workspace.Administration.Jobs;

/// <summary>Work that runs beside the requests. An organisation's administrators see their own, the workspace's see all.</summary>
[Authorize(JobPermissions.Default)]
public class JobMonitorAppService(
    IRepository<JobRun, Guid> runs, IRepository<BackgroundJobRecord, Guid> jobs, IReadOnlyRepository<ImportRun, Guid> imports,
    IReadOnlyRepository<Tenant, Guid> tenants, IImportManager importManager, IOptions<AbpBackgroundJobOptions> options) : ApplicationService
{
    /// <summary>All kinds of jobs that the workspace knows.</summary>
    public IReadOnlyList<string> Names => [.. options.Value.GetJobs().Select(job => job.JobName).Order()];

    public virtual async Task<JobPage> GetListAsync(JobListInput input)
    {
        using var all = AllTenantsForTheHost();
        var found = await runs.GetQueryableAsync();
        if (input.State is { } state) { found = found.Where(run => run.State == state); }
        if (!string.IsNullOrEmpty(input.Name)) { found = found.Where(run => run.Name == input.Name); }
        if (input is { BeforeAt: { } at, BeforeId: { } id })
        {
            found = found.Where(run => run.QueuedAt < at || (run.QueuedAt == at && run.Id.CompareTo(id) < 0));
        }
        var page = await AsyncExecuter.ToListAsync(found.OrderByDescending(run => run.QueuedAt).ThenByDescending(run => run.Id).Take(input.Max + 1));
        return new JobPage(await ToRowsAsync([.. page.Take(input.Max)]), page.Count > input.Max);
    }

    public virtual async Task<JobDto> GetAsync(Guid id)
    {
        using var all = AllTenantsForTheHost();
        var run = await runs.GetAsync(id);
        // Where in our code a job failed is for those who run the workspace.
        return new JobDto((await ToRowsAsync([run]))[0], run.Node, CurrentTenant.Id is null ? run.ErrorDetails : null);
    }

    /// <summary>Makes a job due now that waits for its next try, or was given up.</summary>
    [Authorize(JobPermissions.Manage)]
    public virtual async Task RetryAsync(Guid id)
    {
        var (run, job) = await FindAsync(id);
        if (run.State is not (JobRunState.WillRetry or JobRunState.Abandoned or JobRunState.Queued))
        {
            throw new BusinessException(JobErrorCodes.NotWaiting);
        }
        run.Retry(Clock.Now);
        await runs.UpdateAsync(run);
        (job.IsAbandoned, job.NextTryTime) = (false, Clock.Now);
        await jobs.UpdateAsync(job);
    }

    /// <summary>It is not tried again. An import stops after the batch it is in.</summary>
    [Authorize(JobPermissions.Manage)]
    public virtual async Task AbandonAsync(Guid id)
    {
        var (run, job) = await FindAsync(id);
        job.IsAbandoned = true;
        await jobs.UpdateAsync(job);
        if (run.ImportId is { } importId)
        {
            using (CurrentTenant.Change(run.TenantId)) { await importManager.CancelAsync(importId); }
        }
    }

    /// <exception cref="BusinessException">The job is over.</exception>
    private async Task<(JobRun Run, BackgroundJobRecord Job)> FindAsync(Guid id)
    {
        using var all = AllTenantsForTheHost();
        var run = await runs.GetAsync(id);
        return (run, await jobs.FindAsync(id) ?? throw new BusinessException(JobErrorCodes.Over));
    }

    private IDisposable? AllTenantsForTheHost() => CurrentTenant.Id is null ? DataFilter.Disable<IMultiTenant>() : null;

    private async Task<List<JobRow>> ToRowsAsync(List<JobRun> page)
    {
        var progress = await ProgressAsync([.. page.Where(run => run.ImportId is not null).Select(run => run.ImportId!.Value)]);
        var names = await TenantNamesAsync([.. page.Where(run => run.TenantId is not null).Select(run => run.TenantId!.Value).Distinct()]);
        return page.ConvertAll(run => new JobRow(
            run.Id, run.Name, run.State, run.TenantId is { } tenantId ? names.GetValueOrDefault(tenantId) : null, run.UserName, run.QueuedAt,
            run.StartedAt, run.EndedAt, run.NextTryAt, run.Attempts, run.Error,
            run.ImportId is { } importId ? progress.GetValueOrDefault(importId) : null));
    }

    private async Task<Dictionary<Guid, JobImport>> ProgressAsync(List<Guid> ids) => ids.Count == 0 ? []
        : (await AsyncExecuter.ToListAsync((await imports.GetQueryableAsync()).Where(run => ids.Contains(run.Id))
            .Select(run => new { run.Id, run.FileName, run.Rows, run.Refused, run.State, run.Failure })))
        .ToDictionary(run => run.Id, run => new JobImport(run.FileName, run.Rows, run.Refused, run.State, run.Failure));

    private async Task<Dictionary<Guid, string>> TenantNamesAsync(List<Guid> ids) => ids.Count == 0 || CurrentTenant.Id is not null ? []
        : (await AsyncExecuter.ToListAsync((await tenants.GetQueryableAsync()).Where(tenant => ids.Contains(tenant.Id))
            .Select(tenant => new { tenant.Id, tenant.Name })))
        .ToDictionary(tenant => tenant.Id, tenant => tenant.Name);
}

public class JobListInput
{
    public JobRunState? State { get; set; }

    /// <summary>The kind.</summary>
    public string? Name { get; set; }

    /// <summary>Both of the last row.</summary>
    public DateTime? BeforeAt { get; set; }
    public Guid? BeforeId { get; set; }
    public int Max { get; set; } = 50;
}

public record JobPage(IReadOnlyList<JobRow> Rows, bool HasMore);

/// <param name="TenantName">Told to the workspace's administrators only.</param>
public record JobRow(
    Guid Id, string Name, JobRunState State, string? TenantName, string? UserName, DateTime QueuedAt, DateTime? StartedAt, DateTime? EndedAt,
    DateTime? NextTryAt, int Attempts, string? Error, JobImport? Import);

public record JobImport(string FileName, long Rows, long Refused, ImportState State, string? Failure);

public record JobDto(JobRow Row, string? Node, string? ErrorDetails);

/// <summary>Each code is also the key of its text.</summary>
public static class JobErrorCodes
{
    public const string Over = "Workspace:JobOver";
    public const string NotWaiting = "Workspace:JobNotWaiting";
}
