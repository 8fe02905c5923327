using Kernel.Rights;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;

namespace Invoicing.EntityFrameworkCore;

/// <summary>Sees what the current user sees.</summary>
public class InvoicingRepository<TEntity>(IDbContextProvider<IInvoicingDbContext> contexts) : RightsRepository<IInvoicingDbContext, TEntity>(contexts)
    where TEntity : class, IEntity;

/// <inheritdoc cref="InvoicingRepository{TEntity}"/>
public class InvoicingRepository<TEntity, TKey>(IDbContextProvider<IInvoicingDbContext> contexts) : RightsRepository<IInvoicingDbContext, TEntity, TKey>(contexts)
    where TEntity : class, IEntity<TKey>;
