using Kernel.Rights;
using Parties.Parties;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;

namespace Accounting.EntityFrameworkCore;

/// <summary>Sees what the current user sees.</summary>
public class AccountingRepository<TEntity>(IDbContextProvider<IAccountingDbContext> contexts) : RightsRepository<IAccountingDbContext, TEntity>(contexts)
    where TEntity : class, IEntity;

/// <inheritdoc cref="AccountingRepository{TEntity}"/>
public class AccountingRepository<TEntity, TKey>(IDbContextProvider<IAccountingDbContext> contexts) : RightsRepository<IAccountingDbContext, TEntity, TKey>(contexts)
    where TEntity : class, IEntity<TKey>;

/// <summary>
/// Parties as this module's own context reads them, so that they can be joined with its rows. Every module that joins names
/// maps <see cref="PartyRow"/>, and the plain repository is one of theirs.
/// </summary>
public interface IAccountingPartyRows : IReadOnlyRepository<PartyRow, Guid>;

public class AccountingPartyRows(IDbContextProvider<IAccountingDbContext> contexts) : AccountingRepository<PartyRow, Guid>(contexts), IAccountingPartyRows;
