namespace Parties.Parties;

/// <summary>Brings a party's lists to what a form sent, changing only what differs.</summary>
internal static class PartyWriting
{
    public static void WriteIdentifiers(this Party party, IReadOnlyCollection<PartyIdentifierDto> wanted)
    {
        var kept = wanted.Select(dto => party.Identify(dto.Type, dto.Value, dto.Source)).ToHashSet();
        foreach (var dropped in party.Identifiers.Where(identifier => !kept.Contains(identifier)).ToList())
        {
            party.DropIdentifier(dropped);
        }
    }

    public static void WriteContactPoints(this Party party, IReadOnlyCollection<PartyContactPointDto> wanted)
    {
        var kept = wanted.Select(dto => party.AddContactPoint(dto.Type, dto.Value, dto.Label, dto.IsPreferred)).ToHashSet();
        foreach (var removed in party.ContactPoints.Where(point => !kept.Contains(point)).ToList())
        {
            party.RemoveContactPoint(removed);
        }
    }

    public static void WriteAddresses(this Party party, IReadOnlyList<PartyAddressDto> wanted)
    {
        var known = party.Addresses.OrderBy(address => address.Position).ToList();
        foreach (var (dto, i) in wanted.Select((dto, i) => (dto, i)))
        {
            if (i < known.Count)
            {
                known[i].Write(dto.Province, dto.City, dto.Text, dto.PostalCode, dto.Label);
            }
            else
            {
                party.AddAddress(dto.Province, dto.City, dto.Text, dto.PostalCode, dto.Label);
            }
        }
        foreach (var removed in known.Skip(wanted.Count))
        {
            party.RemoveAddress(removed);
        }
    }

    public static void WriteRoles(this Party party, IReadOnlyCollection<string> wanted)
    {
        foreach (var dropped in PartyRoles.Parse(party.RoleTokens).Except(wanted))
        {
            party.RemoveRole(dropped);
        }
        foreach (var role in wanted)
        {
            party.AddRole(role);
        }
    }
}
