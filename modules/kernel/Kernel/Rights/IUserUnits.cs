using Volo.Abp.DependencyInjection;

namespace Kernel.Rights;

/// <summary>Where people stand in the organisation: the host knows. Costs no statement once known.</summary>
public interface IUserUnits
{
    ValueTask<UserUnits> GetAsync(Guid userId);
}

/// <param name="Own">The units that the user belongs to, the first joined first: new records of his go there.</param>
/// <param name="WithBeneath">Those and all units beneath them.</param>
public record UserUnits(IReadOnlyList<Guid> Own, IReadOnlyList<Guid> WithBeneath)
{
    public static UserUnits None { get; } = new([], []);
}

/// <summary>An organisation without units.</summary>
[Dependency(TryRegister = true)]
public class NoUserUnits : IUserUnits, ITransientDependency
{
    public ValueTask<UserUnits> GetAsync(Guid userId) => ValueTask.FromResult(UserUnits.None);
}
