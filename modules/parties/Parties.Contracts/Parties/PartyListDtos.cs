using System.ComponentModel.DataAnnotations;

namespace Parties.Parties;

/// <summary>The next page begins after the last row of this one: send its SortKey and Id.</summary>
public class PartyListInput
{
    /// <summary>Part of the name, of the number, or the end of a telephone.</summary>
    public string? Text { get; set; }

    public string? Role { get; set; }
    public PartyKind? Kind { get; set; }

    /// <summary>As people call it.</summary>
    [StringLength(PartyConsts.MaxGroupLength)]
    public string? Group { get; set; }

    public Guid? OwnerId { get; set; }
    public string? AfterKey { get; set; }
    public Guid? AfterId { get; set; }

    /// <summary>All that fits is wanted, page after page, however many parties there are.</summary>
    public bool Whole { get; set; }

    [Range(1, 1000)]
    public int Max { get; set; } = 50;
}

/// <param name="Stopped">More fit the text than were looked at (<see cref="PartyCandidates"/>): these are not the first of all.</param>
public record PartyPage(List<PartyListRow> Rows, bool HasMore, bool Stopped = false);

/// <param name="Phone">The preferred mobile, else telephone, in normal form or covered.</param>
public record PartyListRow(
    Guid Id, PartyKind Kind, string Number, string Name, string SortKey, string RoleTokens, string? Group, Guid? OwnerId,
    string? Phone, DateTime CreationTime);

public class PartyLookupInput
{
    /// <summary>Part of the name, of the number, or the end of a telephone.</summary>
    public string? Text { get; set; }

    public string? Role { get; set; }
    public PartyKind? Kind { get; set; }
}

/// <param name="Phone">The preferred mobile, else telephone, in normal form or covered: it tells two of one name apart.</param>
public record PartyLookupDto(Guid Id, string Name, string Number, PartyKind Kind, string? Phone);

public class PartyTwinInput
{
    public string? Name { get; set; }
    public string? Phone { get; set; }
    public string? NationalId { get; set; }
}

/// <param name="HasUnseen">
/// There may be another one, which the reader does not see or knows by a field that he does not see. Which, he is not told.
/// </param>
public record PartyTwins(List<PartyTwinDto> Seen, bool HasUnseen)
{
    public bool IsEmpty => Seen.Count == 0 && !HasUnseen;
}

/// <param name="Because">What is the same: name, phone or identifier.</param>
public record PartyTwinDto(Guid Id, string Name, string Number, PartyTwinReason Because);

public enum PartyTwinReason
{
    Identifier = 1,
    Phone = 2,
    Name = 3
}
