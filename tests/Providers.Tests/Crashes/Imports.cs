using System.Text;
using Benchmarks.DataSet;
using Kernel.Imports;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Providers.Tests.Crashes;

/// <summary>Files of people that the server is to import. They are queued from here, by an application that runs no jobs itself.</summary>
internal sealed class Imports(WebApplication app, Guid tenantId, string folder) : IAsyncDisposable
{
    public const int Rows = 2_000;

    public List<Guid> Runs { get; } = [];

    public static async Task<Imports> OpenAsync(BenchmarkDatabase database) => new(await database.BuildAsync(), database.TenantId, database.Folder);

    /// <summary>So that a kill always falls into one.</summary>
    public async Task QueueOneAsync()
    {
        if (Runs.Count > 0 && !(await GetProgressAsync(Runs[^1])).IsFinished) { return; }
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(File(Runs.Count)));
        Runs.Add(await InTenantAsync(imports => imports.StartAsync("contacts", file, $"people-{Runs.Count}.csv")));
    }

    /// <exception cref="IOException">There is no room for the file.</exception>
    public Task StartAnotherAsync()
    {
        var file = new MemoryStream(Encoding.UTF8.GetBytes(File(Runs.Count)));
        return InTenantAsync(imports => imports.StartAsync("contacts", file, "no-room.csv"));
    }

    /// <summary>Folders of runs.</summary>
    public int FilesOnDisk => Directory.GetDirectories(Path.Combine(folder, "imports", tenantId.ToString("N"))).Length;

    public Task<ImportProgress> GetProgressAsync(Guid run) => InTenantAsync(imports => imports.GetProgressAsync(run));

    private static string File(int number) => "full_name,mobile,company\n" + string.Join('\n', Enumerable.Range(0, Rows)
        .Select(row => $"نگار شایان {number * Rows + row},0999{2_000_000 + number * Rows + row},بازرگانی واردات {row % 40}"));

    private async Task<T> InTenantAsync<T>(Func<IImportManager, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var tenant = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenantId);
        using var unit = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var result = await act(scope.ServiceProvider.GetRequiredService<IImportManager>());
        await unit.CompleteAsync();
        return result;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
