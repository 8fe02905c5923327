using Kernel.Imports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Xunit;

namespace Modules.Tests.Kernel;

/// <summary>The kernel on a database file and a data folder of its own.</summary>
public class KernelTestApp : IAsyncLifetime
{
    public static readonly Guid Tenant = Guid.Parse("11111111-0000-0000-0000-000000000001");
    public static readonly Guid OtherTenant = Guid.Parse("11111111-0000-0000-0000-000000000002");

    private readonly string folder = Directory.CreateTempSubdirectory("kernel-").FullName;
    private IAbpApplicationWithInternalServiceProvider app = null!;

    public async Task InitializeAsync()
    {
        app = await AbpApplicationFactory.CreateAsync<KernelTestModule>(options =>
        {
            options.UseAutofac();
            options.Services.AddLogging();
            options.Services.Configure<AbpDbConnectionOptions>(connections => connections.ConnectionStrings.Default = $"Data Source={Path.Combine(folder, "kernel.db")}");
            options.Services.Configure<ImportOptions>(imports => (imports.Folder, imports.BatchRows) = (Path.Combine(folder, "imports"), 10));
        });
        await app.InitializeAsync();
        await Work(services => services.GetRequiredService<Volo.Abp.EntityFrameworkCore.IDbContextProvider<PaperDbContext>>().GetDbContextAsync()
            .ContinueWith(context => context.Result.Database.EnsureCreatedAsync()).Unwrap(), null);
    }

    public async Task DisposeAsync()
    {
        await app.ShutdownAsync();
        app.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>In a scope, a tenant and a completed unit of work.</summary>
    public async Task<T> Work<T>(Func<IServiceProvider, Task<T>> work, Guid? tenant, bool isTransactional = true)
    {
        using var scope = app.ServiceProvider.CreateScope();
        using (scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenant))
        {
            using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: isTransactional);
            var result = await work(scope.ServiceProvider);
            await unitOfWork.CompleteAsync();
            return result;
        }
    }

    /// <summary>In a scope and a tenant, outside any unit of work.</summary>
    public async Task<T> Outside<T>(Func<IServiceProvider, Task<T>> work, Guid? tenant)
    {
        using var scope = app.ServiceProvider.CreateScope();
        using (scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenant))
        {
            return await work(scope.ServiceProvider);
        }
    }
}
