using Volo.Abp.DependencyInjection;

namespace Kernel.Users;

/// <summary>Who can be given work now: the host knows who is locked out or leaves.</summary>
public interface IWorkTakers
{
    /// <returns>Those of them to whom new work may go; an unknown user is none.</returns>
    Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> userIds);
}

/// <summary>A host in which everybody is always there.</summary>
[Dependency(TryRegister = true)]
public class AllWorkTakers : IWorkTakers, ITransientDependency
{
    public virtual Task<IReadOnlySet<Guid>> AmongAsync(IReadOnlyCollection<Guid> userIds) => Task.FromResult<IReadOnlySet<Guid>>(userIds.ToHashSet());
}
