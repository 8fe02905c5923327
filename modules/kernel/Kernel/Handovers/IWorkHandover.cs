using Volo.Abp.Localization;

namespace Kernel.Handovers;

/// <summary>
/// A kind of work that stands in somebody's name and can be given to another. A class that implements it ends its name in
/// <c>WorkHandover</c>, else it is not found. It asks no permission and no record right: whoever calls it has.
/// </summary>
public interface IWorkHandover
{
    /// <summary>Stays the same for ever: journals of hand-overs hold it.</summary>
    string Kind { get; }
    ILocalizableString DisplayName { get; }

    Task<int> CountAsync(Guid userId);

    /// <returns>The ids of all that was given over.</returns>
    Task<IReadOnlyList<Guid>> GiveAsync(Guid fromUserId, Guid toUserId);

    /// <summary>Takes back what is still in the name of whom it was given to.</summary>
    /// <returns>What is not: names of records that went on to somebody else, or are gone.</returns>
    Task<IReadOnlyList<string>> TakeBackAsync(IReadOnlyCollection<Guid> ids, Guid heldByUserId, Guid toUserId);
}
