using System.Diagnostics;
using System.Globalization;
using Kernel.Imports;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Workspace.Commands;

/// <summary>
/// <c>import NAME FILE [--tenant=arman]</c>: starts the import and shows its progress. The work is a background job: if this
/// process is killed, the next start of the workspace, or of this command, goes on after the last committed row.
/// <c>import --wait=ID</c> follows a run that is already there.
/// </summary>
public static class ImportCommand
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        var words = args.TakeWhile(a => !a.StartsWith('-')).ToList();
        var wait = app.Configuration["wait"];
        if (wait is null && words.Count != 2)
        {
            var names = app.Services.GetServices<IImporter>().Select(i => i.Name);
            return CommandLine.Wrong($"Use: import NAME FILE [--tenant=NAME]. Names: {string.Join(", ", names)}.");
        }
        await using var scope = app.Services.CreateAsyncScope();
        var tenantName = app.Configuration["tenant"] ?? app.Configuration["Workspace:DefaultTenant"] ?? "";
        var tenant = await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindAsync(tenantName.ToUpperInvariant());
        if (tenant is null) { return CommandLine.Wrong($"There is no organisation '{tenantName}'. Name one with --tenant=NAME."); }
        using var change = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenant.Id, tenant.Name);
        var imports = scope.ServiceProvider.GetRequiredService<IImportManager>();
        if (wait is not null) { return await FollowAsync(imports, Guid.Parse(wait)); }
        if (!File.Exists(words[1])) { return CommandLine.Wrong($"There is no file '{words[1]}'."); }
        return await FollowAsync(imports, await StartAsync(scope.ServiceProvider, imports, words[0], words[1]));
    }

    private static async Task<Guid> StartAsync(IServiceProvider services, IImportManager imports, string name, string path)
    {
        using var unitOfWork = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await using var file = File.OpenRead(path);
        var run = await imports.StartAsync(name, file, Path.GetFileName(path));
        await unitOfWork.CompleteAsync();
        Console.WriteLine($"Import {run} is queued.");
        return run;
    }

    private static async Task<int> FollowAsync(IImportManager imports, Guid run)
    {
        while (true)
        {
            var progress = await imports.GetProgressAsync(run);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{progress.State}: {progress.Rows} rows; {progress.Created} created, {progress.Updated} updated, {progress.Unchanged} unchanged, {progress.Refused} refused"));
            if (progress.IsFinished) { return Report(progress); }
            await Task.Delay(Poll);
        }
    }

    private static int Report(ImportProgress progress)
    {
        var seconds = (progress.FinishedAt - progress.StartedAt)?.TotalSeconds ?? 0;
        if (seconds > 0) { Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s, {progress.Rows / seconds:0} rows per second; {progress.Encoding}, '{progress.Delimiter}'")); }
        foreach (var (reason, count) in progress.RefusedByReason.OrderByDescending(r => r.Value))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,8}  {100.0 * count / Math.Max(1, progress.Rows),6:0.00} %  {reason}"));
        }
        if (progress.ErrorFile is not null) { Console.WriteLine($"Refused rows, to be mended and sent again: {progress.ErrorFile}"); }
        if (progress.Failure is not null) { Console.Error.WriteLine(progress.Failure); }
        return progress.State == ImportState.Completed && progress.Refused == 0 ? 0 : 1;
    }
}
