using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Volo.Abp.BackgroundWorkers.Quartz;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.PostgreSql;
using Volo.Abp.EntityFrameworkCore.Sqlite;
using Volo.Abp.EntityFrameworkCore.SqlServer;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;
using Volo.Abp.Quartz;
using Workspace.Data;

namespace Workspace.Databases;

/// <summary>The one place that names database products: by configuration alone the workspace works on any of the three.</summary>
[DependsOn(typeof(AbpEntityFrameworkCoreSqliteModule), typeof(AbpEntityFrameworkCorePostgreSqlModule), typeof(AbpEntityFrameworkCoreSqlServerModule))]
[DependsOn(typeof(AbpBackgroundWorkersQuartzModule))]
public class WorkspaceDatabaseModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context)
    {
        var configuration = context.Configuration;
        PreConfigure<AbpQuartzOptions>(options => options.Properties = ScheduleStore.Properties(
            DatabaseOptions.From(configuration).Provider, configuration.GetConnectionString(ConnectionStrings.DefaultConnectionStringName)));
    }

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var database = DatabaseOptions.From(context.Configuration);
        var data = DataFolder.From(context.Configuration);
        context.Services.AddSingleton(database);
        DatabaseTroubleLogging.Add(context.Services);
        context.Services.AddSingleton(data);
        Configure<AbpDbConnectionOptions>(options => options.ConnectionStrings.Default ??= $"Data Source={data.Database}");
        // Beside the registration of all the modules' services, which takes a start twice as long.
        var model = Task.Run(() => WorkspaceDbContext.CompiledModel(Assembly.Load(MigrationsOf(database.Provider))));
        if (database.Provider == DatabaseProvider.PostgreSql) { _ = PostgreSqlSessions.AwakeAsync(model, context.Configuration.GetConnectionString(ConnectionStrings.DefaultConnectionStringName)); }
        Configure<AbpDbContextOptions>(options => Use(options, database.Provider, model));
        // Each provider's module takes its own order only where none is set yet, and all three are here.
        Configure<AbpSequentialGuidGeneratorOptions>(options => options.DefaultSequentialGuidType =
            database.Provider == DatabaseProvider.PostgreSql ? SequentialGuidType.SequentialAsString : SequentialGuidType.SequentialAtEnd);
    }

    private static string MigrationsOf(DatabaseProvider provider) => $"Workspace.Migrations.{provider}";

    private static void Use(AbpDbContextOptions options, DatabaseProvider provider, Task<IModel?> compiled)
    {
        var migrations = MigrationsOf(provider);
        options.PreConfigure<WorkspaceDbContext>(context => { if (compiled.GetAwaiter().GetResult() is { } model) { context.DbContextOptions.UseModel(model); } });
        switch (provider)
        {
            case DatabaseProvider.PostgreSql: options.Configure(context => PostgreSqlSessions.Use(context, npgsql => npgsql.MigrationsAssembly(migrations))); break;
            case DatabaseProvider.SqlServer: options.UseSqlServer(server => server.MigrationsAssembly(migrations)); break;
            default: options.UseSqlite(sqlite => sqlite.MigrationsAssembly(migrations)); break;
        }
    }
}
