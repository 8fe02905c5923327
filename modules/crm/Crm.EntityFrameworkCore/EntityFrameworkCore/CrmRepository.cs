using Kernel.Rights;
using Parties.Parties;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;

namespace Crm.EntityFrameworkCore;

/// <summary>Sees what the current user sees.</summary>
public class CrmRepository<TEntity>(IDbContextProvider<ICrmDbContext> contexts) : RightsRepository<ICrmDbContext, TEntity>(contexts)
    where TEntity : class, IEntity;

/// <inheritdoc cref="CrmRepository{TEntity}"/>
public class CrmRepository<TEntity, TKey>(IDbContextProvider<ICrmDbContext> contexts) : RightsRepository<ICrmDbContext, TEntity, TKey>(contexts)
    where TEntity : class, IEntity<TKey>;

/// <inheritdoc cref="ICrmPartyRows"/>
public class CrmPartyRows(IDbContextProvider<ICrmDbContext> contexts) : CrmRepository<PartyRow, Guid>(contexts), ICrmPartyRows;
