namespace Parties.Imports;

/// <summary>
/// A contacts file says that a person works at a company; both are parties. Published in the import's unit of work, again for
/// each time that the file says so: a handler (a CRM that keeps contacts of customers) must do no harm twice.
/// </summary>
public record PersonWorksAtEvent(Guid PersonId, Guid CompanyId);
