using System.Data.Common;
using System.Diagnostics;
using System.Security.Claims;
using Accounting.Accounts;
using Accounting.Journal;
using Crm.Pipelines;
using Inventory.Products;
using Kernel.Numbering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Testing;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;
using Workspace;
using Workspace.Data;
using Workspace.Databases;
using Workspace.Demonstration;
using Workspace.Leavers;

namespace Benchmarks.DataSet;

/// <summary>A database of the product with the data set in it.</summary>
public sealed class BenchmarkDatabase : IAsyncDisposable
{
    private const int Batch = 1_000;

    /// <summary>That a statement over all of a large data set may take.</summary>
    internal const int LongSeconds = 7_200;

    /// <summary>The same number whatever the size: a sales team's board, not a market's.</summary>
    private const int OpenDeals = 10_000, Dealers = 500;

    private readonly BenchmarkOptions _options;

    public DatabaseProvider Provider => _options.Provider;
    public string Connection { get; }
    public string Folder { get; }
    public Guid TenantId { get; private set; }

    private BenchmarkDatabase(BenchmarkOptions options)
    {
        _options = options;
        Folder = options.Folder ?? Directory.CreateTempSubdirectory("workspace-benchmark-").FullName;
        Connection = options.Connection?.Replace("{size}", options.Size) ?? (options.Provider == DatabaseProvider.PostgreSql ? PostgresCluster.Instance.Create() : $"Data Source={Path.Combine(Folder, "benchmark.db")}");
    }

    public static async Task<BenchmarkDatabase> OpenAsync(BenchmarkOptions options, TextWriter output)
    {
        var database = new BenchmarkDatabase(options);
        await using (var app = await database.BuildAsync())
        {
            await WorkspaceHost.InitializeAsync(app);
            await app.StartAsync();
            await database.LoadAsync(app.Services, output);
            await app.StopAsync();
        }
        await using var connection = database.Open();
        if (database.Provider == DatabaseProvider.PostgreSql) { await ExecuteAsync(connection, "VACUUM ANALYZE"); } else { await ExecuteAsync(connection, "PRAGMA optimize"); }
        await Invariants.CheckAsync(connection, output);
        return database;
    }

    /// <summary>What the product is to be started with.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Workspace:DataFolder"] = Folder,
        ["Workspace:Demonstration"] = "false",
        // One visitor asks for all here.
        ["Workspace:RateLimits:ApiPerMinute"] = "100000000",
        ["Workspace:RateLimits:AnonymousPerMinute"] = "100000000",
        // Else the watch over what one person read lately would be most of what is measured.
        ["Settings:" + LeaverSettings.WindowMinutes] = "1",
        ["Database:Provider"] = Provider.ToString(),
        ["Database:MigrateAtStart"] = "true",
        ["ConnectionStrings:Default"] = Connection,
    };

    /// <summary>The product within this process.</summary>
    public Task<WebApplication> BuildAsync(Action<IServiceCollection>? replace = null) => WorkspaceHost.BuildAsync<WorkspaceModule>([], builder =>
    {
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
    }, replace);

    public DbConnection Open()
    {
        DbConnection connection = Provider == DatabaseProvider.PostgreSql ? new NpgsqlConnection(Connection) : new SqliteConnection(Connection);
        connection.Open();
        return connection;
    }

    private async Task LoadAsync(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var (provider, tenants) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ITenantRepository>());
        if (await tenants.FindByNameAsync(DemonstrationData.TenantName.ToUpperInvariant()) is { } known)
        {
            TenantId = known.Id;
            return;
        }
        var (tenantId, users) = await provider.GetRequiredService<DemonstrationData>().CreateOrganisationAsync();
        TenantId = tenantId;
        using var tenant = provider.GetRequiredService<ICurrentTenant>().Change(tenantId, DemonstrationData.TenantName);
        using var administrator = provider.GetRequiredService<ICurrentPrincipalAccessor>().Change(users.Administrator);
        var watch = Stopwatch.StartNew();
        var products = await CreateProductsAsync(provider.GetRequiredService<IProductAppService>());
        var rows = await FillAsync(provider, users, products);
        await output.WriteLineAsync(FormattableString.Invariant($"  {_options.Customers} customers, {rows} rows in {watch.Elapsed.TotalSeconds:0.0} s, {rows / watch.Elapsed.TotalSeconds:0} rows/s with all indexes"));
    }

    private static async Task<List<Guid>> CreateProductsAsync(IProductAppService products)
    {
        var made = new List<Guid>();
        foreach (var (code, name, price) in PersianWords.Products)
        {
            made.Add(await products.CreateAsync(new CreateProductDto { Code = code, Name = name, Unit = "عدد", UnitPrice = price, TaxRate = 0.1m, TracksStock = false }));
        }
        return made;
    }

    private async Task<long> FillAsync(IServiceProvider services, DemonstrationUsers users, List<Guid> products)
    {
        using var unitOfWork = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true, timeout: LongSeconds * 1_000);
        var context = await services.GetRequiredService<IDbContextProvider<WorkspaceDbContext>>().GetDbContextAsync();
        var accounts = await services.GetRequiredService<ChartOfAccounts>().CompleteAsync(await services.GetRequiredService<IReadOnlyRepository<Account, Guid>>().GetListAsync(account => account.Key != null));
        var indexes = Provider == DatabaseProvider.PostgreSql ? await Indexes.TakeAwayAsync(context.Database.GetDbConnection()) : [];
        var writer = new BulkWriter(context, users.Id("admin"));
        var business = new Business(writer, accounts.ToDictionary(account => account.Key!, account => account.Id), [users.Id("sara"), users.Id("nima"), users.Id("admin")], products, TenantId);
        for (var i = 0; i < _options.Customers; i++)
        {
            business.AddCustomer(i);
            if (i % Batch == Batch - 1) { await writer.FlushAsync(); }
        }
        await writer.FlushAsync();
        var pipeline = (await services.GetRequiredService<IRepository<Pipeline, Guid>>().GetListAsync(includeDetails: true)).MinBy(known => known.Order)!;
        for (var i = 0; i < Dealers; i++) { business.AddDealer(_options.Customers + i, pipeline, OpenDeals / Dealers); }
        await writer.FlushAsync();
        if (Provider == DatabaseProvider.PostgreSql) { await Indexes.MakeAsync(context.Database.GetDbConnection(), indexes); }
        foreach (var ((series, year), count) in business.Numbers) { await ReserveAsync(services.GetRequiredService<INumbering>(), series, year, count); }
        await unitOfWork.CompleteAsync();
        return writer.Rows;
    }

    private static async Task ReserveAsync(INumbering numbering, string series, int year, int count)
    {
        if (await numbering.ReserveAsync(series, year, count) != 1) { throw new InvalidOperationException($"The series {series} of {year} has given numbers already."); }
    }

    private static async Task ExecuteAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (statement, LongSeconds);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (_options.Connection is null && Provider == DatabaseProvider.PostgreSql) { PostgresCluster.Instance.Drop(Connection); }
        if (_options.Folder is null) { Directory.Delete(Folder, true); }
        return ValueTask.CompletedTask;
    }
}
