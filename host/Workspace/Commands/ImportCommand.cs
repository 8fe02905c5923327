using System.Globalization;
using Kernel.Imports;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Workspace.Commands;

/// <summary>
/// <c>import NAME FILE [--tenant=arman] [--option:currency=EUR]</c>: starts the import and shows its progress. The work is a
/// background job: if this process is killed, the next start of the workspace, or of this command, goes on after the last
/// committed row. <c>import --wait=ID</c> follows a run that is already there.
/// </summary>
public static class ImportCommand
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Between two lines of progress in a log; on a terminal one line is written over and over.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(WebApplication app, string[] words)
    {
        var wait = app.Configuration["wait"];
        var names = app.Services.GetServices<IImporter>().Select(i => i.Name).ToList();
        if (wait is null && (words.Length != 2 || !names.Contains(words[0])))
        {
            return CommandLine.Wrong($"Use: import NAME FILE [--tenant=NAME], or: import --wait=ID. Names: {string.Join(", ", names)}.");
        }
        await using var scope = app.Services.CreateAsyncScope();
        var tenantName = app.Configuration["tenant"] ?? app.Configuration["Workspace:DefaultTenant"] ?? "";
        var tenant = await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindAsync(tenantName.ToUpperInvariant());
        if (tenant is null) { return CommandLine.Wrong($"There is no organisation '{tenantName}'. Name one with --tenant=NAME."); }
        using var change = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenant.Id, tenant.Name);
        var imports = scope.ServiceProvider.GetRequiredService<IImportManager>();
        if (wait is not null) { return await WaitAsync(imports, wait, tenant.Name); }
        if (!File.Exists(words[1])) { return CommandLine.Wrong($"There is no file '{words[1]}'."); }
        var options = app.Configuration.GetSection("option").GetChildren().ToDictionary(option => option.Key, option => option.Value ?? "");
        return await FollowAsync(imports, await StartAsync(scope.ServiceProvider, imports, words[0], words[1], options));
    }

    private static async Task<Guid> StartAsync(
        IServiceProvider services, IImportManager imports, string name, string path, Dictionary<string, string> options)
    {
        using var unitOfWork = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await using var file = File.OpenRead(path);
        var run = await imports.StartAsync(name, file, Path.GetFileName(path), options);
        await unitOfWork.CompleteAsync();
        Console.WriteLine($"Import {run} is queued. Interrupted, it goes on by itself at the workspace's next start; to see it: import --wait={run}");
        return run;
    }

    private static async Task<int> WaitAsync(IImportManager imports, string wait, string tenant)
    {
        try
        {
            return Guid.TryParse(wait, out var run) ? await FollowAsync(imports, run) : CommandLine.Wrong($"'{wait}' is no import's id.");
        }
        catch (EntityNotFoundException)
        {
            return CommandLine.Wrong($"The organisation '{tenant}' has no import '{wait}'.");
        }
    }

    private static async Task<int> FollowAsync(IImportManager imports, Guid run)
    {
        for (var nextLine = DateTime.MinValue; ; await Task.Delay(Poll))
        {
            var progress = await imports.GetProgressAsync(run);
            var line = string.Create(CultureInfo.InvariantCulture,
                $"{progress.State}: {progress.Rows} rows; {progress.Created} created, {progress.Updated} updated, {progress.Unchanged} unchanged, {progress.Refused} refused");
            if (!Console.IsOutputRedirected)
            {
                Console.Write($"\r{line}\e[K"); // and clears what was longer before
            }
            else if (progress.IsFinished || DateTime.UtcNow >= nextLine)
            {
                Console.WriteLine(line);
                nextLine = DateTime.UtcNow + Pause;
            }
            if (progress.IsFinished) { return Report(progress); }
        }
    }

    private static int Report(ImportProgress progress)
    {
        if (!Console.IsOutputRedirected) { Console.WriteLine(); }
        var seconds = (progress.FinishedAt - progress.StartedAt)?.TotalSeconds ?? 0;
        if (seconds > 0 && progress.Rows > 0)
        {
            var delimiter = progress.Delimiter switch { "\t" => "tab", "," => "comma", _ => "semicolon" };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s, {progress.Rows / seconds:0} rows per second; {progress.Encoding}, {delimiter}"));
        }
        foreach (var (reason, count) in progress.RefusedByReason.OrderByDescending(r => r.Value))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,8}  {100.0 * count / Math.Max(1, progress.Rows),6:0.00} %  {reason}"));
        }
        if (progress.ErrorFile is not null) { Console.WriteLine($"Refused rows, to be mended and sent again: {progress.ErrorFile}"); }
        if (progress.Failure is not null) { return CommandLine.Wrong(progress.Failure); }
        return progress.State == ImportState.Completed && progress.Refused == 0 ? 0 : 1;
    }
}
