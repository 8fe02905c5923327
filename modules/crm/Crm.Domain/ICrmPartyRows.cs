using Parties.Parties;
using Volo.Abp.Domain.Repositories;

namespace Crm;

/// <summary>
/// Parties as CRM's own context reads them, so that they can be joined with its rows. Every module that joins names maps
/// <see cref="PartyRow"/>, and the plain repository is one of theirs.
/// </summary>
public interface ICrmPartyRows : IReadOnlyRepository<PartyRow, Guid>;
