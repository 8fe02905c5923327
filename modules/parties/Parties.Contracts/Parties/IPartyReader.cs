namespace Parties.Parties;

/// <summary>Parties for other modules' pages, as far as the current user sees them.</summary>
public interface IPartyReader
{
    /// <summary>All that a page about the party shows, in one SQL statement; null when there is none in sight.</summary>
    Task<PartyCard?> FindCardAsync(Guid id);

    /// <summary>As <see cref="FindCardAsync"/>, but a missing party is an <c>EntityNotFoundException</c>.</summary>
    Task<PartyCard> GetCardAsync(Guid id);

    /// <summary>What the reader may search by who typed this.</summary>
    /// <exception cref="Volo.Abp.BusinessException">A whole telephone, identifier or address of mail, by a reader who does not see such.</exception>
    Task<PartyAccess> GetAccessAsync(string? text);

    /// <summary>One statement for any number of ids; deleted parties keep their names on their documents.</summary>
    Task<List<PartyNameDto>> GetNamesAsync(IReadOnlyCollection<Guid> ids);

    /// <returns>The groups that the parties in sight belong to, by name; at most two hundred.</returns>
    Task<List<string>> GetGroupsAsync();
}

public record PartyNameDto(Guid Id, string Name, string Number, PartyKind Kind);

public record PartyCard
{
    public required Guid Id { get; init; }
    public required PartyKind Kind { get; init; }
    public required string Number { get; init; }
    public required string Name { get; init; }
    public string? FirstName { get; init; }
    public string? LastName { get; init; }
    public DateOnly? BirthDate { get; init; }
    public Guid? OwnerId { get; init; }
    public Guid? UnitId { get; init; }
    public DateTime CreationTime { get; init; }
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The group of customers that it belongs to.</summary>
    public string? Group { get; init; }

    /// <summary>Preferred ones first.</summary>
    public required IReadOnlyList<PartyContactPointDto> ContactPoints { get; init; }

    public required IReadOnlyList<PartyAddressDto> Addresses { get; init; }
    public required IReadOnlyList<PartyIdentifierDto> Identifiers { get; init; }
    public required string ConcurrencyStamp { get; init; }

    /// <summary>What the reader may do with the protected fields. Masked values are covered, hidden ones are not here.</summary>
    public required PartyAccess Access { get; init; }

    /// <summary>Where to call: the preferred mobile, else the preferred telephone.</summary>
    public string? Phone =>
        ContactPoints.Where(point => point.Type is PartyContactPointType.Mobile or PartyContactPointType.Phone)
            .OrderBy(point => point.Type).ThenByDescending(point => point.IsPreferred).FirstOrDefault()?.Value;

    public string? Email =>
        ContactPoints.Where(point => point.Type == PartyContactPointType.Email)
            .OrderByDescending(point => point.IsPreferred).FirstOrDefault()?.Value;
}
