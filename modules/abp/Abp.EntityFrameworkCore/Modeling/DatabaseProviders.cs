using Volo.Abp.EntityFrameworkCore;

namespace Volo.Abp.EntityFrameworkCore
{
    public enum EfCoreDatabaseProvider
    {
        SqlServer = 0,
        MySql = 1,
        Oracle = 2,
        PostgreSql = 3,
        Sqlite = 4,
        InMemory = 5,
        Cosmos = 6,
        Firebird = 7
    }
}

namespace Microsoft.EntityFrameworkCore
{
    public static class AbpModelBuilderExtensions
    {
        private const string Provider = "_Abp_DatabaseProvider";

        /// <returns>The database for which the model is being made; null when it is none of those named.</returns>
        public static EfCoreDatabaseProvider? GetDatabaseProvider(this ModelBuilder modelBuilder) => modelBuilder.Model[Provider] as EfCoreDatabaseProvider?;

        public static void SetDatabaseProvider(this ModelBuilder modelBuilder, EfCoreDatabaseProvider databaseProvider) => modelBuilder.Model.SetAnnotation(Provider, databaseProvider);
    }
}
