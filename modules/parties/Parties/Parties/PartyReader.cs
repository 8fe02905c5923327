using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace Parties.Parties;

public class PartyReader(IReadOnlyRepository<Party, Guid> parties, IDataFilter<ISoftDelete> softDelete)
    : IPartyReader, ITransientDependency, IUnitOfWorkEnabled
{
    public virtual async Task<PartyCard> GetCardAsync(Guid id) =>
        await FindCardAsync(id) ?? throw new EntityNotFoundException(typeof(Party), id);

    public virtual async Task<PartyCard?> FindCardAsync(Guid id)
    {
        var query = (await parties.GetQueryableAsync()).AsSingleQuery();
        return await query.Where(party => party.Id == id).Select(party => new PartyCard
        {
            Id = party.Id,
            Kind = party.Kind,
            Number = party.Number,
            Name = party.Name,
            FirstName = party.FirstName,
            LastName = party.LastName,
            BirthDate = party.BirthDate,
            OwnerId = party.OwnerId,
            UnitId = party.UnitId,
            CreationTime = party.CreationTime,
            Roles = PartyRoles.Parse(party.RoleTokens),
            ContactPoints = party.ContactPoints.OrderByDescending(point => point.IsPreferred).ThenBy(point => point.Type)
                .Select(point => new PartyContactPointDto
                {
                    Type = point.Type, Value = point.Value, Label = point.Label, IsPreferred = point.IsPreferred
                }).ToList(),
            Addresses = party.Addresses.OrderBy(address => address.Position)
                .Select(address => new PartyAddressDto
                {
                    Province = address.Province, City = address.City, Text = address.Text,
                    PostalCode = address.PostalCode, Label = address.Label
                }).ToList(),
            Identifiers = party.Identifiers.OrderBy(identifier => identifier.Type)
                .Select(identifier => new PartyIdentifierDto
                {
                    Type = identifier.Type, Value = identifier.Value,
                    Source = identifier.Source == "" ? null : identifier.Source
                }).ToList()
        }).SingleOrDefaultAsync();
    }

    public virtual async Task<List<PartyNameDto>> GetNamesAsync(IReadOnlyCollection<Guid> ids)
    {
        using (softDelete.Disable())
        {
            return await (await parties.GetQueryableAsync())
                .Where(party => ids.Contains(party.Id))
                .Select(party => new PartyNameDto(party.Id, party.Name, party.Number, party.Kind))
                .ToListAsync();
        }
    }
}
