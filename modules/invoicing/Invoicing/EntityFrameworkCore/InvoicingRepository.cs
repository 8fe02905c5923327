using Kernel.Rights;
using Parties.Parties;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;

namespace Invoicing.EntityFrameworkCore;

/// <summary>Sees what the current user sees.</summary>
public class InvoicingRepository<TEntity>(IDbContextProvider<IInvoicingDbContext> contexts) : RightsRepository<IInvoicingDbContext, TEntity>(contexts)
    where TEntity : class, IEntity;

/// <inheritdoc cref="InvoicingRepository{TEntity}"/>
public class InvoicingRepository<TEntity, TKey>(IDbContextProvider<IInvoicingDbContext> contexts) : RightsRepository<IInvoicingDbContext, TEntity, TKey>(contexts)
    where TEntity : class, IEntity<TKey>;

/// <summary>
/// Parties as this module's own context reads them, so that they can be joined with its rows. Every module that joins names
/// maps <see cref="PartyRow"/>, and the plain repository is one of theirs.
/// </summary>
public interface IInvoicingPartyRows : IReadOnlyRepository<PartyRow, Guid>;

public class InvoicingPartyRows(IDbContextProvider<IInvoicingDbContext> contexts) : InvoicingRepository<PartyRow, Guid>(contexts), IInvoicingPartyRows;
