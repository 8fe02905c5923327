using Kernel.Rights;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;

namespace Accounting.EntityFrameworkCore;

/// <summary>Sees what the current user sees.</summary>
public class AccountingRepository<TEntity>(IDbContextProvider<IAccountingDbContext> contexts) : RightsRepository<IAccountingDbContext, TEntity>(contexts)
    where TEntity : class, IEntity;

/// <inheritdoc cref="AccountingRepository{TEntity}"/>
public class AccountingRepository<TEntity, TKey>(IDbContextProvider<IAccountingDbContext> contexts) : RightsRepository<IAccountingDbContext, TEntity, TKey>(contexts)
    where TEntity : class, IEntity<TKey>;
