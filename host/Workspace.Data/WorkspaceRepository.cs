using Kernel.Rights;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;

namespace Workspace.Data;

/// <summary>Sees what the current user sees.</summary>
public class WorkspaceRepository<TEntity>(IDbContextProvider<WorkspaceDbContext> contexts) : RightsRepository<WorkspaceDbContext, TEntity>(contexts)
    where TEntity : class, IEntity;

/// <inheritdoc cref="WorkspaceRepository{TEntity}"/>
public class WorkspaceRepository<TEntity, TKey>(IDbContextProvider<WorkspaceDbContext> contexts) : RightsRepository<WorkspaceDbContext, TEntity, TKey>(contexts)
    where TEntity : class, IEntity<TKey>;
