using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;

namespace Volo.Abp.EntityFrameworkCore
{
    public static class AbpDbContextConfigurationContextSqlServerExtensions
    {
        public static DbContextOptionsBuilder UseSqlServer(this AbpDbContextConfigurationContext context, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null) =>
            context.ExistingConnection is null
                ? context.DbContextOptions.UseSqlServer(context.ConnectionString, sqlServerOptionsAction)
                : context.DbContextOptions.UseSqlServer(context.ExistingConnection, sqlServerOptionsAction);
    }

    public static class AbpDbContextOptionsSqlServerExtensions
    {
        public static void UseSqlServer(this AbpDbContextOptions options, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null) =>
            options.Configure(context => context.UseSqlServer(sqlServerOptionsAction));

        public static void UseSqlServer<TDbContext>(this AbpDbContextOptions options, Action<SqlServerDbContextOptionsBuilder>? sqlServerOptionsAction = null)
            where TDbContext : AbpDbContext<TDbContext> => options.Configure<TDbContext>(context => context.UseSqlServer(sqlServerOptionsAction));
    }
}

namespace Volo.Abp.EntityFrameworkCore.SqlServer
{
    [DependsOn(typeof(AbpEntityFrameworkCoreModule))]
    public class AbpEntityFrameworkCoreSqlServerModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            Configure<AbpSequentialGuidGeneratorOptions>(options => options.DefaultSequentialGuidType ??= SequentialGuidType.SequentialAtEnd);
    }
}
