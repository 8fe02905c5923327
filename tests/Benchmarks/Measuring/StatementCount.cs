using System.Data.Common;
using Benchmarks.DataSet;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Testing;
using Volo.Abp.EntityFrameworkCore;
using Workspace;

namespace Benchmarks.Measuring;

/// <summary>How many statements the product sends for one request when its caches are warm, counted at the connection.</summary>
internal static class StatementCount
{
    private const int Tries = 4;

    /// <param name="imported">Rows to import; 0 for none.</param>
    public static async Task<Dictionary<string, double>> OfAsync(BenchmarkDatabase database, IReadOnlyList<BenchTask> tasks, int imported)
    {
        var counter = new Counter();
        await using var app = await database.BuildAsync(services => services.PostConfigure<AbpDbContextOptions>(options =>
            options.PreConfigure(context => context.DbContextOptions.AddInterceptors(counter))));
        await WorkspaceHost.InitializeAsync(app);
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var visit = await Visit.BeginAsync(address);
        var counts = new Dictionary<string, double>();
        foreach (var task in tasks)
        {
            counts[task.Name] = int.MaxValue;
            for (var i = 0; i < Tries; i++)
            {
                counter.Reset();
                await Load.AskAsync(address, visit.Ask(task, i), task.IsFile);
                counts[task.Name] = Math.Min(counts[task.Name], counter.Count); // what works in the background may come between
            }
        }
        if (imported > 0) { counts[Import.Name] = await OfImportAsync(database, app.Services, counter, imported); }
        await app.StopAsync();
        return counts;
    }

    private static async Task<double> OfImportAsync(BenchmarkDatabase database, IServiceProvider services, Counter counter, int rows)
    {
        await using var connection = database.Open();
        var import = new Import(database, connection, services);
        counter.Reset();
        await import.RunAsync(rows);
        return Math.Round((double)counter.Count / rows, 1);
    }

    private sealed class Counter : DbCommandInterceptor
    {
        private int _count;

        public int Count => _count;

        public void Reset() => _count = 0;

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result) => Note(command, result);
        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData data, InterceptionResult<int> result) => Note(command, result);
        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData data, InterceptionResult<object> result) => Note(command, result);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Note(command, result));

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Note(command, result));

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
            DbCommand command, CommandEventData data, InterceptionResult<object> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Note(command, result));

        private InterceptionResult<T> Note<T>(DbCommand command, InterceptionResult<T> result)
        {
            Interlocked.Add(ref _count, command.CommandText.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length);
            return result;
        }
    }
}
