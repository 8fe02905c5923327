using Kernel.Rights;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;

namespace Parties.EntityFrameworkCore;

/// <summary>Sees what the current user sees.</summary>
public class PartiesRepository<TEntity>(IDbContextProvider<IPartiesDbContext> contexts) : RightsRepository<IPartiesDbContext, TEntity>(contexts)
    where TEntity : class, IEntity;

/// <inheritdoc cref="PartiesRepository{TEntity}"/>
public class PartiesRepository<TEntity, TKey>(IDbContextProvider<IPartiesDbContext> contexts) : RightsRepository<IPartiesDbContext, TEntity, TKey>(contexts)
    where TEntity : class, IEntity<TKey>;
