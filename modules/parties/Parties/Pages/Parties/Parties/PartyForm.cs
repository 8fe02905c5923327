using System.ComponentModel.DataAnnotations;
using Kernel.Rights;
using Parties.Parties;

namespace Parties.Web;

/// <summary>What the pages that create and edit a party ask for, without what the writer may not change. Identifiers have a field each; empty lines are left out.</summary>
public class PartyForm
{
    public PartyKind Kind { get; set; } = PartyKind.Person;

    [StringLength(PartyConsts.MaxFirstNameLength)]
    public string? FirstName { get; set; }

    [StringLength(PartyConsts.MaxLastNameLength)]
    public string? LastName { get; set; }

    [StringLength(PartyConsts.MaxNameLength)]
    public string? Name { get; set; }

    public string? NationalId { get; set; }
    public string? Passport { get; set; }
    public string? CompanyId { get; set; }
    public string? EconomicCode { get; set; }
    public string? UserName { get; set; }

    /// <summary>Keys in other systems: kept as they are, people do not type them.</summary>
    public List<PartyIdentifierDto> Externals { get; set; } = [];

    public DateOnly? BirthDate { get; set; }
    public List<ContactPointLine> ContactPoints { get; set; } = [];
    public List<PartyAddressDto> Addresses { get; set; } = [];

    /// <summary>Each role, and whether the party has it.</summary>
    public Dictionary<string, bool> Roles { get; set; } = PartyRoles.All.ToDictionary(role => role, _ => false);

    [StringLength(PartyConsts.MaxGroupLength)]
    public string? Group { get; set; }

    public static PartyForm New(PartyKind kind, string? role)
    {
        var form = new PartyForm { Kind = kind };
        if (role is not null && form.Roles.ContainsKey(role))
        {
            form.Roles[role] = true;
        }
        form.ContactPoints.Add(new() { Type = kind == PartyKind.Person ? PartyContactPointType.Mobile : PartyContactPointType.Phone });
        form.ContactPoints.Add(new() { Type = PartyContactPointType.Email });
        form.Addresses.Add(new());
        return form;
    }

    public static PartyForm Of(PartyDto party)
    {
        var form = new PartyForm
        {
            Kind = party.Kind,
            FirstName = party.FirstName,
            LastName = party.LastName,
            Name = party.Name,
            NationalId = ValueOf(PartyIdentifierType.NationalId),
            Passport = ValueOf(PartyIdentifierType.Passport),
            CompanyId = ValueOf(PartyIdentifierType.CompanyId),
            EconomicCode = ValueOf(PartyIdentifierType.EconomicCode),
            UserName = ValueOf(PartyIdentifierType.UserName),
            Externals = party.Access.Identifiers == FieldAccess.Changeable
                ? party.Identifiers.FindAll(identifier => identifier.Type == PartyIdentifierType.External) : [],
            BirthDate = party.BirthDate,
            ContactPoints = [.. party.ContactPoints.Where(point => party.Access.Of(point.Type) == FieldAccess.Changeable).Select(point => new ContactPointLine
            {
                Type = point.Type, Value = point.Value, Label = point.Label, IsPreferred = point.IsPreferred
            })],
            Addresses = party.Access.Address == FieldAccess.Changeable ? party.Addresses : [],
            Roles = PartyRoles.All.ToDictionary(role => role, party.Roles.Contains),
            Group = party.Group
        };
        form.ContactPoints.Add(new());
        if (form.Addresses.Count == 0)
        {
            form.Addresses.Add(new());
        }
        return form;

        string? ValueOf(PartyIdentifierType type) => party.Identifiers.Find(identifier => identifier.Type == type)?.Value;
    }

    public T To<T>(T content) where T : PartyContentDto
    {
        content.FirstName = FirstName;
        content.LastName = LastName;
        content.Name = Name;
        content.BirthDate = BirthDate;
        content.Identifiers = [.. Typed(), .. Externals];
        content.ContactPoints = [.. ContactPoints.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => new PartyContactPointDto
        {
            Type = line.Type, Value = line.Value!, Label = line.Label, IsPreferred = line.IsPreferred
        })];
        content.Addresses = Addresses.FindAll(address =>
            !string.IsNullOrWhiteSpace(address.Province + address.City + address.Text + address.PostalCode));
        content.Group = Group;
        content.Roles = [.. Roles.Where(role => role.Value).Select(role => role.Key)];
        return content;
    }

    private IEnumerable<PartyIdentifierDto> Typed()
    {
        (PartyIdentifierType Type, string? Value)[] typed =
        [
            (PartyIdentifierType.NationalId, NationalId), (PartyIdentifierType.Passport, Passport),
            (PartyIdentifierType.CompanyId, CompanyId), (PartyIdentifierType.EconomicCode, EconomicCode),
            (PartyIdentifierType.UserName, UserName)
        ];
        return typed.Where(identifier => !string.IsNullOrWhiteSpace(identifier.Value))
            .Select(identifier => new PartyIdentifierDto { Type = identifier.Type, Value = identifier.Value! });
    }
}

public class ContactPointLine
{
    public PartyContactPointType Type { get; set; } = PartyContactPointType.Mobile;

    [StringLength(PartyConsts.MaxContactPointLength)]
    public string? Value { get; set; }

    [StringLength(PartyConsts.MaxLabelLength)]
    public string? Label { get; set; }

    public bool IsPreferred { get; set; }
}
