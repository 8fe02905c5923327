using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.Modularity;

namespace Volo.Abp.EntityFrameworkCore
{
    public static class AbpDbContextConfigurationContextPostgreSqlExtensions
    {
        public static DbContextOptionsBuilder UseNpgsql(this AbpDbContextConfigurationContext context, Action<NpgsqlDbContextOptionsBuilder>? postgreSqlOptionsAction = null) =>
            context.ExistingConnection is null
                ? context.DbContextOptions.UseNpgsql(context.ConnectionString, postgreSqlOptionsAction)
                : context.DbContextOptions.UseNpgsql(context.ExistingConnection, postgreSqlOptionsAction);
    }

    public static class AbpDbContextOptionsPostgreSqlExtensions
    {
        public static void UseNpgsql(this AbpDbContextOptions options, Action<NpgsqlDbContextOptionsBuilder>? postgreSqlOptionsAction = null) =>
            options.Configure(context => context.UseNpgsql(postgreSqlOptionsAction));

        public static void UseNpgsql<TDbContext>(this AbpDbContextOptions options, Action<NpgsqlDbContextOptionsBuilder>? postgreSqlOptionsAction = null)
            where TDbContext : AbpDbContext<TDbContext> => options.Configure<TDbContext>(context => context.UseNpgsql(postgreSqlOptionsAction));
    }
}

namespace Volo.Abp.EntityFrameworkCore.PostgreSql
{
    [DependsOn(typeof(AbpEntityFrameworkCoreModule))]
    public class AbpEntityFrameworkCorePostgreSqlModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context) =>
            Configure<AbpSequentialGuidGeneratorOptions>(options => options.DefaultSequentialGuidType ??= SequentialGuidType.SequentialAsString);
    }
}
