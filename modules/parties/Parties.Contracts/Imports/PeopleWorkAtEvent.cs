namespace Parties.Imports;

/// <summary>
/// A list of people named the companies they work at. Handlers run in the unit of work of the import's batch; the same pair
/// comes again when the same list is sent again.
/// </summary>
public record PeopleWorkAtEvent(IReadOnlyList<Employment> Employments);

/// <summary>Both are parties.</summary>
public record Employment(Guid PersonId, Guid CompanyId);
