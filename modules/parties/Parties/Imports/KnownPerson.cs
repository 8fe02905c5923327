using Parties.Parties;

namespace Parties.Imports;

/// <summary>A person of the batch: in the master already, or created by the first of his lines.</summary>
internal sealed class KnownPerson(Party? party)
{
    public bool IsNew { get; } = party is null;
    public Party? Party { get; set; } = party;
    public List<ContactLine> Lines { get; } = [];
    public bool HasPhone { get; set; } = party?.ContactPoints.Any(point => point.PhoneKey is not null) ?? false;
    public string Name => Party?.Name ?? Lines[0].Name.Full;
    public string Number => Party?.Number ?? "—";
}
