namespace Kernel.Auditing;

public class ChangeHistoryOptions
{
    /// <summary>Whether changes of an entity are kept, beside those of classes and properties with <c>[DisableAuditing]</c>, which never are.</summary>
    public List<Func<Type, bool>> Watched { get; } = [];

    /// <summary>Properties that are not ours to mark and whose values are nobody's business, such as connection strings.</summary>
    public HashSet<(Type Entity, string Property)> Secret { get; } = [];
}
