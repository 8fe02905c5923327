using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.Domain;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;
using Volo.Abp.Uow.EntityFrameworkCore;

namespace Volo.Abp.EntityFrameworkCore
{
    [DependsOn(typeof(AbpDddDomainModule))]
    public class AbpEntityFrameworkCoreModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            context.Services.TryAddTransient(typeof(IDbContextProvider<>), typeof(UnitOfWorkDbContextProvider<>));
            context.Services.AddTransient(typeof(IDbContextEventOutbox<>), typeof(DbContextEventOutbox<>));
            context.Services.AddTransient(typeof(IDbContextEventInbox<>), typeof(DbContextEventInbox<>));
        }
    }

    public static class AbpDbContextConfigurationContextSqliteExtensions
    {
        public static DbContextOptionsBuilder UseSqlite(this AbpDbContextConfigurationContext context, Action<SqliteDbContextOptionsBuilder>? sqliteOptionsAction = null) =>
            context.ExistingConnection is null
                ? context.DbContextOptions.UseSqlite(context.ConnectionString, sqliteOptionsAction)
                : context.DbContextOptions.UseSqlite(context.ExistingConnection, sqliteOptionsAction);
    }

    public static class AbpDbContextOptionsSqliteExtensions
    {
        public static void UseSqlite(this AbpDbContextOptions options, Action<SqliteDbContextOptionsBuilder>? sqliteOptionsAction = null) =>
            options.Configure(context => context.UseSqlite(sqliteOptionsAction));

        public static void UseSqlite<TDbContext>(this AbpDbContextOptions options, Action<SqliteDbContextOptionsBuilder>? sqliteOptionsAction = null)
            where TDbContext : AbpDbContext<TDbContext> => options.Configure<TDbContext>(context => context.UseSqlite(sqliteOptionsAction));
    }
}

namespace Volo.Abp.EntityFrameworkCore.Sqlite
{
    [DependsOn(typeof(AbpEntityFrameworkCoreModule))]
    public class AbpEntityFrameworkCoreSqliteModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            Configure<AbpSequentialGuidGeneratorOptions>(options => options.DefaultSequentialGuidType ??= SequentialGuidType.SequentialAtEnd);
    }
}
