namespace Parties.Parties;

/// <summary>Finds or makes parties by their key in another system, for imports. It asks no permission: the import has.</summary>
public interface IPartyRegister
{
    /// <param name="source">The system that issued the keys.</param>
    /// <returns>The id of each key. New parties are saved at once; the statements do not grow with the number of keys.</returns>
    Task<IReadOnlyDictionary<string, Guid>> EnsureAsync(string source, IReadOnlyCollection<ExternalParty> wanted);
}

/// <param name="Address">As free text; null when it is not known. Used only when the party is made.</param>
public record ExternalParty(string Key, PartyKind Kind, string Name, string Role, string? Address = null);
