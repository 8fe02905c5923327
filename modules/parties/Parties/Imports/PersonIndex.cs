using Kernel.Texts;
using Parties.Parties;

namespace Parties.Imports;

/// <summary>
/// Finds who a line is about. A person is known by name together with telephone or e-mail. A line or person without telephone
/// is known by name and birth date, and one with neither by name and city. Relatives share a telephone but not a name; namesakes
/// share a name but not a telephone: both stay different persons.
/// </summary>
internal sealed class PersonIndex
{
    private readonly Dictionary<string, KnownPerson> byContact = [];
    private readonly Dictionary<string, KnownPerson> byDetails = [];
    private readonly Dictionary<string, KnownPerson> byNationalId = [];

    public PersonIndex(IEnumerable<Party> parties)
    {
        foreach (var person in parties.Select(party => new KnownPerson(party)).OrderBy(person => person.HasPhone)) // details are for those without
        {
            Add(person, person.Party!);
        }
    }

    /// <summary>Those with lines, in the order of their first ones.</summary>
    public List<KnownPerson> Persons { get; } = [];

    private void Add(KnownPerson person, Party party)
    {
        if (NationalIdOf(party) is { } nationalId)
        {
            byNationalId.TryAdd(nationalId, person);
        }
        if (party.IsDeleted)
        {
            return;
        }
        foreach (var point in party.ContactPoints)
        {
            Register(byContact, party.Name, point.Value, person);
        }
        Register(byDetails, party.Name, Detail(party.BirthDate, party.Addresses.FirstOrDefault()?.City), person);
    }

    /// <summary>The person with this national id, whatever his name.</summary>
    public KnownPerson? FindByNationalId(string? nationalId) => nationalId is null ? null : byNationalId.GetValueOrDefault(nationalId);

    public KnownPerson? Find(ContactLine line) =>
        FindByNationalId(line.NationalId)
        ?? Lookup(byContact, line, line.Phone)
        ?? Lookup(byContact, line, line.Email)
        ?? (Lookup(byDetails, line, Detail(line.BirthDate, line.City)) is { } person && !(person.HasPhone && line.Phone is not null) ? person : null);

    public void Attach(ContactLine line, KnownPerson person)
    {
        if (person.Lines.Count == 0)
        {
            Persons.Add(person);
        }
        person.Lines.Add(line);
        person.HasPhone |= line.Phone is not null;
        Register(byContact, line.Name.Full, line.Phone, person);
        Register(byContact, line.Name.Full, line.Email, person);
        Register(byDetails, line.Name.Full, Detail(line.BirthDate, line.City), person);
        if (line.NationalId is not null)
        {
            byNationalId.TryAdd(line.NationalId, person);
        }
    }

    public static string? NationalIdOf(Party party) =>
        party.Identifiers.FirstOrDefault(identifier => identifier.Type == PartyIdentifierType.NationalId)?.Value;

    /// <summary>The city counts only when there is no birth date.</summary>
    private static string Detail(DateOnly? birthDate, string? city) => birthDate is { } day ? $"{day:O}" : "in " + PersianText.CompactKey(city);

    private static KnownPerson? Lookup(Dictionary<string, KnownPerson> index, ContactLine line, string? value) => value is null ? null
        : PersonName.KeysOf(line.Name.Full).Select(key => index.GetValueOrDefault($"{key}|{value}")).FirstOrDefault(person => person is not null);

    private static void Register(Dictionary<string, KnownPerson> index, string name, string? value, KnownPerson person)
    {
        if (value is not null)
        {
            foreach (var key in PersonName.KeysOf(name))
            {
                index.TryAdd($"{key}|{value}", person);
            }
        }
    }
}
