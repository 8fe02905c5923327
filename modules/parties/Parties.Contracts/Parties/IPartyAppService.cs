using Volo.Abp.Application.Services;

namespace Parties.Parties;

public interface IPartyAppService : IApplicationService
{
    Task<PartyDto> GetAsync(Guid id);

    /// <summary>As <see cref="GetAsync"/> with one masked field uncovered, which is written in the read ledger first.</summary>
    Task<PartyDto> RevealAsync(Guid id, PartyField field);

    /// <summary>What the current user may do with the protected fields.</summary>
    Task<PartyAccess> GetAccessAsync();

    /// <summary>By name, page after page; never counts.</summary>
    Task<PartyPage> GetListAsync(PartyListInput input);

    /// <summary>At most twenty, by name.</summary>
    Task<List<PartyLookupDto>> GetLookupAsync(PartyLookupInput input);

    /// <summary>At most ten parties that may be the one about to be created, the surest first.</summary>
    Task<PartyTwins> GetTwinsAsync(PartyTwinInput input);

    Task<Guid> CreateAsync(CreatePartyDto input);
    Task UpdateAsync(Guid id, UpdatePartyDto input);
    Task AddRoleAsync(Guid id, string role);
    Task RemoveRoleAsync(Guid id, string role);

    /// <param name="ownerId">Null leaves the party without anyone in charge.</param>
    Task SetOwnerAsync(Guid id, Guid? ownerId);

    /// <summary>Takes the party out of every list; its documents stay, and <see cref="RestoreAsync"/> brings it back.</summary>
    Task DeleteAsync(Guid id);

    Task RestoreAsync(Guid id);
}
