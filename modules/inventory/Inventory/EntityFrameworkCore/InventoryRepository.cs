using Kernel.Rights;
using Parties.Parties;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;

namespace Inventory.EntityFrameworkCore;

/// <summary>Sees what the current user sees.</summary>
public class InventoryRepository<TEntity>(IDbContextProvider<IInventoryDbContext> contexts) : RightsRepository<IInventoryDbContext, TEntity>(contexts)
    where TEntity : class, IEntity;

/// <inheritdoc cref="InventoryRepository{TEntity}"/>
public class InventoryRepository<TEntity, TKey>(IDbContextProvider<IInventoryDbContext> contexts) : RightsRepository<IInventoryDbContext, TEntity, TKey>(contexts)
    where TEntity : class, IEntity<TKey>;

/// <summary>
/// Parties as this module's own context reads them, so that they can be joined with its rows. Every module that joins names
/// maps <see cref="PartyRow"/>, and the plain repository is one of theirs.
/// </summary>
public interface IInventoryPartyRows : IReadOnlyRepository<PartyRow, Guid>;

public class InventoryPartyRows(IDbContextProvider<IInventoryDbContext> contexts) : InventoryRepository<PartyRow, Guid>(contexts), IInventoryPartyRows;
