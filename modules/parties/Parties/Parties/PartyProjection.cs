using Kernel.Rights;

namespace Parties.Parties;

/// <summary>What of a party leaves, by what the reader may see: hidden fields are left out, masked ones covered.</summary>
internal static class PartyProjection
{
    /// <summary>All that is written about a party.</summary>
    public static UpdatePartyDto ToContent(this Party party) => new()
    {
        BirthDate = party.BirthDate,
        Identifiers = [.. party.Identifiers.Select(identifier => new PartyIdentifierDto
        {
            Type = identifier.Type, Value = identifier.Value, Source = identifier.Source == "" ? null : identifier.Source
        })],
        ContactPoints = [.. party.ContactPoints.Select(point => new PartyContactPointDto
        {
            Type = point.Type, Value = point.Value, Label = point.Label, IsPreferred = point.IsPreferred
        })],
        Addresses = [.. party.Addresses.OrderBy(address => address.Position).Select(address => new PartyAddressDto
        {
            Province = address.Province, City = address.City, Text = address.Text, PostalCode = address.PostalCode, Label = address.Label
        })],
    };

    /// <summary>What the reader sees of it.</summary>
    public static UpdatePartyDto As(this UpdatePartyDto content, PartyAccess access)
    {
        content.BirthDate = access.BirthDate >= FieldAccess.Visible ? content.BirthDate : null;
        content.Identifiers = access.Identifiers == FieldAccess.Hidden ? [] : content.Identifiers;
        content.Addresses = access.Address == FieldAccess.Hidden ? [] : content.Addresses;
        content.ContactPoints = content.ContactPoints.FindAll(point => access.Of(point.Type) != FieldAccess.Hidden);
        Cover(content.ContactPoints, content.Identifiers, content.Addresses, access);
        return content;
    }

    public static void Cover(
        IEnumerable<PartyContactPointDto> points, IEnumerable<PartyIdentifierDto> identifiers, IEnumerable<PartyAddressDto> addresses, PartyAccess access)
    {
        foreach (var point in points.Where(point => access.Of(point.Type) == FieldAccess.Masked))
        {
            point.Value = point.Type == PartyContactPointType.Email ? Covered.Email(point.Value) : Covered.Phone(point.Value);
        }
        foreach (var identifier in identifiers.Where(_ => access.Identifiers == FieldAccess.Masked))
        {
            identifier.Value = Covered.Identifier(identifier.Value);
        }
        foreach (var address in addresses.Where(_ => access.Address == FieldAccess.Masked))
        {
            (address.Text, address.PostalCode) = (address.Text is null ? null : Covered.Text, address.PostalCode is null ? null : Covered.Text);
        }
    }

    public static string? CoverPhone(string? phone, PartyAccess access) =>
        phone is not null && access.Phone == FieldAccess.Masked ? Covered.Phone(phone) : phone;
}
