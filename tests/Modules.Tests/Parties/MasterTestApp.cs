using Inventory;
using Inventory.Deliveries;
using Inventory.EntityFrameworkCore;
using Inventory.Prices;
using Inventory.Products;
using Inventory.Stock;
using Inventory.Warehouses;
using Kernel.Auditing;
using Kernel.EntityFrameworkCore;
using Kernel.Imports;
using Kernel.Notifications;
using Kernel.Numbering;
using Kernel.Reading;
using Kernel.Rights;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Parties;
using Parties.EntityFrameworkCore;
using Parties.Parties;
using System.Security.Claims;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Autofac;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;
using Xunit;

namespace Modules.Tests.Parties;

/// <summary>Parties and inventory on a database file of their own, with every permission granted.</summary>
public class MasterTestApp : IAsyncLifetime
{
    public static readonly Guid Tenant = Guid.Parse("22222222-0000-0000-0000-000000000001");
    public static readonly Guid OtherTenant = Guid.Parse("22222222-0000-0000-0000-000000000002");

    private readonly string folder = Directory.CreateTempSubdirectory("master-").FullName;
    private IAbpApplicationWithInternalServiceProvider app = null!;

    public Statements Statements { get; } = new();

    public async Task InitializeAsync()
    {
        app = await AbpApplicationFactory.CreateAsync<MasterTestModule>(options =>
        {
            options.UseAutofac();
            options.Services.AddLogging();
            options.Services.AddSingleton(Statements);
            options.Services.Configure<AbpDbConnectionOptions>(connections =>
                connections.ConnectionStrings.Default = $"Data Source={Path.Combine(folder, "master.db")}");
        });
        await app.InitializeAsync();
        await Work<IDbContextProvider<MasterDbContext>>(async provider => await (await provider.GetDbContextAsync()).Database.EnsureCreatedAsync(), null);
    }

    public async Task DisposeAsync()
    {
        await app.ShutdownAsync();
        app.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Asks a service within a tenant and a completed unit of work.</summary>
    public async Task<TResult> Work<TService, TResult>(Func<TService, Task<TResult>> work, Guid? tenant) where TService : notnull
    {
        using var scope = app.ServiceProvider.CreateScope();
        using (scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenant))
        {
            using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
            var result = await work(scope.ServiceProvider.GetRequiredService<TService>());
            await unitOfWork.CompleteAsync();
            return result;
        }
    }

    public Task Work<TService>(Func<TService, Task> work, Guid? tenant) where TService : notnull => Work<TService, bool>(async service =>
    {
        await work(service);
        return true;
    }, tenant);
}

[ConnectionStringName("Default")]
[ReplaceDbContext(typeof(IKernelDbContext), typeof(IPartiesDbContext), typeof(IInventoryDbContext))]
public class MasterDbContext(DbContextOptions<MasterDbContext> options)
    : AbpDbContext<MasterDbContext>(options), IKernelDbContext, IPartiesDbContext, IInventoryDbContext
{
    public DbSet<NumberSequence> NumberSequences { get; set; }
    public DbSet<ImportRun> ImportRuns { get; set; }
    public DbSet<ReadRecord> ReadRecords { get; set; }
    public DbSet<ReadDay> ReadDays { get; set; }
    public DbSet<ReadSession> ReadSessions { get; set; }
    public DbSet<ChangeRecord> ChangeRecords { get; set; }
    public DbSet<Notification> Notifications { get; set; }
    public DbSet<Party> Parties { get; set; }
    public DbSet<PartyIdentifier> PartyIdentifiers { get; set; }
    public DbSet<PartyContactPoint> PartyContactPoints { get; set; }
    public DbSet<PartyAddress> PartyAddresses { get; set; }
    public DbSet<Product> Products { get; set; }
    public DbSet<PartyRow> PartyRows { get; set; }
    public DbSet<PriceList> PriceLists { get; set; }
    public DbSet<Price> Prices { get; set; }
    public DbSet<Warehouse> Warehouses { get; set; }
    public DbSet<StockMove> StockMoves { get; set; }
    public DbSet<StockLevel> StockLevels { get; set; }
    public DbSet<DeliveryOrder> DeliveryOrders { get; set; }
    public DbSet<DeliveryOrderLine> DeliveryOrderLines { get; set; }
    public DbSet<DeliveryNote> DeliveryNotes { get; set; }
    public DbSet<DeliveryNoteLine> DeliveryNoteLines { get; set; }
    public DbSet<DeliveredSerial> DeliveredSerials { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureKernel();
        modelBuilder.ConfigureParties();
        modelBuilder.ConfigureInventory();
    }
}

[DependsOn(typeof(AbpAutofacModule), typeof(AbpEntityFrameworkCoreSqliteModule), typeof(AbpBackgroundJobsModule), typeof(PartiesModule), typeof(InventoryModule))]
public class MasterTestModule : AbpModule
{
    public MasterTestModule() => SkipAutoServiceRegistration = true; // the assembly holds other modules' tests too

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<MasterDbContext>(options => options.AddDefaultRepositories(includeAllEntities: true));
        context.Services.Replace(ServiceDescriptor.Transient<IPermissionChecker, EverythingGranted>());
        context.Services.Replace(ServiceDescriptor.Transient<IRights, EverythingSeen>());
        context.Services.Replace(ServiceDescriptor.Transient<IExternalUserLookupServiceProvider, NoUsers>());
        Configure<AbpDbContextOptions>(options => options.Configure(configuration =>
        {
            configuration.UseSqlite();
            configuration.DbContextOptions.AddInterceptors(configuration.ServiceProvider.GetRequiredService<Statements>());
        }));
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<AbpMultiTenancyOptions>(options => options.IsEnabled = true);
        Configure<AbpBackgroundJobOptions>(options => options.IsJobExecutionEnabled = false);
    }
}

public class EverythingGranted : IPermissionChecker
{
    public Task<bool> IsGrantedAsync(string name) => Task.FromResult(true);

    public Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name) => Task.FromResult(true);

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(string[] names) =>
        Task.FromResult(new MultiplePermissionGrantResult(names, PermissionGrantResult.Granted));

    public Task<MultiplePermissionGrantResult> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string[] names) => IsGrantedAsync(names);
}

/// <summary>Nobody signs in here, and everything may be seen and changed.</summary>
public class EverythingSeen : IRights
{
    public ValueTask<RecordScope> GetScopeAsync(string entity) => ValueTask.FromResult(RecordScope.All);

    public ValueTask<FieldAccess> GetAccessAsync(string field) => ValueTask.FromResult(FieldAccess.Changeable);
}

/// <summary>A workspace in which nobody else works.</summary>
public class NoUsers : IExternalUserLookupServiceProvider
{
    public Task<IUserData> FindByIdAsync(Guid id, CancellationToken cancellationToken = default) => Task.FromResult<IUserData>(null!);

    public Task<IUserData> FindByUserNameAsync(string userName, CancellationToken cancellationToken = default) => Task.FromResult<IUserData>(null!);

    public Task<List<IUserData>> SearchAsync(
        string? sorting = null, string? filter = null, int maxResultCount = int.MaxValue, int skipCount = 0, CancellationToken cancellationToken = default) =>
        Task.FromResult(new List<IUserData>());

    public Task<long> GetCountAsync(string? filter = null, CancellationToken cancellationToken = default) => Task.FromResult(0L);
}
