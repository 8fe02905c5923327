using System.ComponentModel.DataAnnotations;

namespace Parties.Parties;

/// <summary>What a person may write about a party, at creation and later.</summary>
public abstract class PartyContentDto
{
    /// <summary>Of a person.</summary>
    [StringLength(PartyConsts.MaxFirstNameLength)]
    public string? FirstName { get; set; }

    /// <summary>Of a person.</summary>
    [StringLength(PartyConsts.MaxLastNameLength)]
    public string? LastName { get; set; }

    /// <summary>Of a company; a person's name is made of its two parts.</summary>
    [StringLength(PartyConsts.MaxNameLength)]
    public string? Name { get; set; }

    public DateOnly? BirthDate { get; set; }

    public List<PartyIdentifierDto> Identifiers { get; set; } = [];
    public List<PartyContactPointDto> ContactPoints { get; set; } = [];
    public List<PartyAddressDto> Addresses { get; set; } = [];

    /// <summary>Of <see cref="PartyRoles"/>.</summary>
    public List<string> Roles { get; set; } = [];

    /// <summary>The group of customers that it belongs to, such as dealers; null for none.</summary>
    [StringLength(PartyConsts.MaxGroupLength)]
    public string? Group { get; set; }
}

public class CreatePartyDto : PartyContentDto
{
    [EnumDataType(typeof(PartyKind))]
    public PartyKind Kind { get; set; } = PartyKind.Person;

    /// <summary>The user in charge; who creates is in charge when it is null.</summary>
    public Guid? OwnerId { get; set; }

    public Guid? UnitId { get; set; }
}

/// <summary>The lists replace the party's lists.</summary>
public class UpdatePartyDto : PartyContentDto
{
    /// <summary>The stamp that was read with the party: a change made since then refuses this one.</summary>
    [Required]
    public string ConcurrencyStamp { get; set; } = null!;
}

public class PartyDto
{
    public Guid Id { get; set; }
    public PartyKind Kind { get; set; }
    public string Number { get; set; } = null!;
    public string Name { get; set; } = null!;
    public string? FirstName { get; set; }
    public string? LastName { get; set; }
    public DateOnly? BirthDate { get; set; }
    public Guid? OwnerId { get; set; }
    public Guid? UnitId { get; set; }
    public List<PartyIdentifierDto> Identifiers { get; set; } = [];
    public List<PartyContactPointDto> ContactPoints { get; set; } = [];
    public List<PartyAddressDto> Addresses { get; set; } = [];
    public List<string> Roles { get; set; } = [];
    public string? Group { get; set; }
    public string ConcurrencyStamp { get; set; } = null!;
    public DateTime CreationTime { get; set; }

    /// <summary>What the reader may do with the protected fields; those he may not see are empty.</summary>
    public PartyAccess Access { get; set; } = null!;
}

public class PartyIdentifierDto
{
    [EnumDataType(typeof(PartyIdentifierType))]
    public PartyIdentifierType Type { get; set; }

    /// <summary>As typed when written; in normal form (ASCII digits) when read.</summary>
    [Required, StringLength(PartyConsts.MaxIdentifierLength)]
    public string Value { get; set; } = null!;

    /// <summary>The system that issued an external identifier; null for the other types.</summary>
    [StringLength(PartyConsts.MaxSourceLength)]
    public string? Source { get; set; }
}

public class PartyContactPointDto
{
    [EnumDataType(typeof(PartyContactPointType))]
    public PartyContactPointType Type { get; set; }

    /// <summary>As typed when written; in normal form (+98…, lower-case address) when read.</summary>
    [Required, StringLength(PartyConsts.MaxContactPointLength)]
    public string Value { get; set; } = null!;

    [StringLength(PartyConsts.MaxLabelLength)]
    public string? Label { get; set; }

    /// <summary>The first to try of its type. At most one of a type; the first is, when none says so.</summary>
    public bool IsPreferred { get; set; }
}

public class PartyAddressDto
{
    [StringLength(PartyConsts.MaxPlaceLength)]
    public string? Province { get; set; }

    [StringLength(PartyConsts.MaxPlaceLength)]
    public string? City { get; set; }

    [StringLength(PartyConsts.MaxAddressLength)]
    public string? Text { get; set; }

    /// <summary>Ten digits.</summary>
    [StringLength(20)]
    public string? PostalCode { get; set; }

    [StringLength(PartyConsts.MaxLabelLength)]
    public string? Label { get; set; }
}
