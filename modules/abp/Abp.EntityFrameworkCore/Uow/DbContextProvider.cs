using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore
{
    public interface IDbContextProvider<TDbContext> where TDbContext : IEfCoreDbContext
    {
        /// <exception cref="AbpException">There is no unit of work.</exception>
        Task<TDbContext> GetDbContextAsync();
    }
}

namespace Volo.Abp.Uow.EntityFrameworkCore
{
    using Volo.Abp.EntityFrameworkCore;

    /// <summary>The unit of work's context of one type and connection string. Contexts of one connection string share connection and transaction.</summary>
    internal sealed class UnitOfWorkDbContextProvider<TDbContext>(
        IUnitOfWorkManager unitOfWorkManager, IConnectionStringResolver connectionStringResolver, IOptions<AbpDbContextOptions> options,
        ICurrentTenant currentTenant)
        : IDbContextProvider<TDbContext> where TDbContext : IEfCoreDbContext
    {
        private static readonly bool IsOfTheHost = typeof(TDbContext).IsDefined(typeof(IgnoreMultiTenancyAttribute), false);

        public async Task<TDbContext> GetDbContextAsync()
        {
            var unitOfWork = unitOfWorkManager.Current ?? throw new AbpException("A DbContext can only be created inside a unit of work!");
            var known = KnownIn(unitOfWork);
            var who = (typeof(TDbContext), IsOfTheHost ? null : currentTenant.Id);
            return (TDbContext)(object)(known.GetValueOrDefault(who) ?? (known[who] = await FindAsync(unitOfWork)));
        }

        /// <summary>Every query asks for its context: within a unit of work the way to it is gone once.</summary>
        private static Dictionary<(Type, Guid?), DbContext> KnownIn(IUnitOfWork unitOfWork)
        {
            if (!unitOfWork.Items.TryGetValue(nameof(UnitOfWorkDbContextProvider<>), out var known))
            {
                unitOfWork.Items[nameof(UnitOfWorkDbContextProvider<>)] = known = new Dictionary<(Type, Guid?), DbContext>();
            }
            return (Dictionary<(Type, Guid?), DbContext>)known;
        }

        private async Task<DbContext> FindAsync(IUnitOfWork unitOfWork)
        {
            var type = options.Value.Replaced(typeof(TDbContext));
            var name = ConnectionStringNameAttribute.GetConnStringName(type);
            var connectionString = await ResolveAsync(name);
            if (string.IsNullOrEmpty(connectionString)) { throw new AbpException($"There is no connection string \"{name}\" and no default one."); }
            var key = $"{type.FullName}_{connectionString}";
            if (unitOfWork.FindDatabaseApi(key) is EfCoreDatabaseApi api) { return api.Context; }
            var context = await CreateAsync(unitOfWork, type, name, connectionString);
            unitOfWork.AddDatabaseApi(key, new EfCoreDatabaseApi(context, unitOfWork));
            return context;
        }

        // Tables that are the whole application's (settings, jobs, tenants) are in the host's database whoever asks.
        private async Task<string> ResolveAsync(string name)
        {
            using var host = IsOfTheHost ? currentTenant.Change(null) : null;
            return await connectionStringResolver.ResolveAsync(name);
        }

        private static async Task<DbContext> CreateAsync(IUnitOfWork unitOfWork, Type type, string name, string connectionString)
        {
            var creation = new DbContextCreationContext(name, connectionString);
            var transactionKey = "EntityFrameworkCore_" + connectionString;
            var shared = unitOfWork.FindTransactionApi(transactionKey) as EfCoreTransactionApi;
            creation.ExistingConnection = shared?.Starter.Database.GetDbConnection();
            using var _ = DbContextCreationContext.Use(creation);
            var context = (DbContext)unitOfWork.ServiceProvider.GetRequiredService(type);
            if (unitOfWork.Options.Timeout is { } timeout && context.Database.IsRelational() && !context.Database.GetCommandTimeout().HasValue)
            {
                context.Database.SetCommandTimeout(TimeSpan.FromMilliseconds(timeout));
            }
            if (!unitOfWork.Options.IsTransactional) { return context; }
            if (shared is not null)
            {
                await context.Database.UseTransactionAsync(shared.Transaction.GetDbTransaction());
                shared.Attended.Add(context);
                return context;
            }
            var transaction = unitOfWork.Options.IsolationLevel is { } level
                ? await context.Database.BeginTransactionAsync(level)
                : await context.Database.BeginTransactionAsync();
            unitOfWork.AddTransactionApi(transactionKey, new EfCoreTransactionApi(transaction, context));
            return context;
        }
    }

    internal sealed class EfCoreDatabaseApi(DbContext context, IUnitOfWork unitOfWork) : IDatabaseApi, ISupportsSavingChanges
    {
        public DbContext Context { get; } = context;

        /// <summary>Without a savepoint, which is two more ways to the database, where a failure undoes the whole unit of work anyway.</summary>
        public async Task SaveChangesAsync(CancellationToken cancellationToken = default)
        {
            Context.Database.AutoSavepointsEnabled = unitOfWork is not UnitOfWork { IsCompleting: true };
            try
            {
                await Context.SaveChangesAsync(cancellationToken);
            }
            finally
            {
                Context.Database.AutoSavepointsEnabled = true;
            }
        }
    }

    internal sealed class EfCoreTransactionApi(IDbContextTransaction transaction, DbContext starter) : ITransactionApi, ISupportsRollback
    {
        public IDbContextTransaction Transaction { get; } = transaction;
        public DbContext Starter { get; } = starter;
        public List<DbContext> Attended { get; } = [];

        public Task CommitAsync(CancellationToken cancellationToken = default) => Transaction.CommitAsync(cancellationToken);
        public Task RollbackAsync(CancellationToken cancellationToken = default) => Transaction.RollbackAsync(cancellationToken);
        public void Dispose() => Transaction.Dispose();
    }
}
