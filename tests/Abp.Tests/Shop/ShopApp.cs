using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.Uow;

namespace Abp.Tests.Shop;

/// <summary>The shop, running on a database file of its own; one for each class of tests.</summary>
public class ShopApp<TModule> : IAsyncLifetime where TModule : IAbpModule
{
    private WebApplication _app = null!;

    /// <summary>The database; several processes may share it.</summary>
    public string File { get; init; } = Path.Combine(Path.GetTempPath(), $"shop-{Guid.NewGuid():N}.db");
    public IServiceProvider Services => _app.Services;
    public HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders(); // failures are asked for here, and asserted
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Default"] = $"Data Source={File}",
            ["Settings:Shop.FromConfiguration"] = "configured"
        });
        builder.Host.UseAutofac();
        await builder.AddApplicationAsync<TModule>();
        _app = builder.Build();
        await CreateTablesAsync();
        await _app.InitializeApplicationAsync();
        await _app.StartAsync();
        Http = _app.GetTestClient();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        System.IO.File.Delete(File);
    }

    /// <summary>Runs in a scope of its own, outside any unit of work.</summary>
    public async Task InScope(Func<IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <summary>Runs in a scope and a unit of work that is completed.</summary>
    public Task InUnitOfWork(Func<IServiceProvider, Task> work, bool isTransactional = false) => InScope(async services =>
    {
        using var unit = services.GetRequiredService<IUnitOfWorkManager>().Begin(isTransactional: isTransactional);
        await work(services);
        await unit.CompleteAsync();
    });

    /// <summary>Asks the database itself, past every filter; only committed rows are seen.</summary>
    public async Task<List<object?[]>> Sql(string text, params object[] values)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++) { command.Parameters.AddWithValue("@" + i, values[i]); }
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        }
        return rows;
    }

    public async Task<long> Count(string table, Guid id) =>
        (long)(await Sql($"SELECT COUNT(*) FROM {table} WHERE Id = @0", id.ToString().ToUpperInvariant()))[0][0]!;

    private Task CreateTablesAsync() => InUnitOfWork(async services =>
    {
        var context = await services.GetRequiredService<IDbContextProvider<ShopDbContext>>().GetDbContextAsync();
        await context.Database.EnsureCreatedAsync();
    });
}

public class ShopApp : ShopApp<ShopModule>;
