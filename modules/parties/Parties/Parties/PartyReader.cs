using Kernel.Rights;
using Kernel.Texts;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace Parties.Parties;

public class PartyReader(IReadOnlyRepository<Party, Guid> parties, PartyFields fields, IDataFilter<ISoftDelete> softDelete)
    : IPartyReader, ITransientDependency, IUnitOfWorkEnabled
{
    private const int MaxGroups = 200;

    public virtual async Task<PartyCard> GetCardAsync(Guid id) =>
        await FindCardAsync(id) ?? throw new EntityNotFoundException(typeof(Party), id);

    /// <remarks>What the reader may not see is not selected.</remarks>
    public virtual async Task<PartyCard?> FindCardAsync(Guid id)
    {
        var access = await fields.GetAccessAsync();
        var points = Enum.GetValues<PartyContactPointType>().Where(type => access.Of(type) != FieldAccess.Hidden).ToList();
        var (born, addressed, identified) = (
            access.BirthDate >= FieldAccess.Visible, access.Address != FieldAccess.Hidden, access.Identifiers != FieldAccess.Hidden);
        var query = (await parties.GetQueryableAsync()).AsSingleQuery();
        var card = await query.Where(party => party.Id == id).Select(party => new PartyCard
        {
            Id = party.Id,
            Kind = party.Kind,
            Number = party.Number,
            Name = party.Name,
            FirstName = party.FirstName,
            LastName = party.LastName,
            BirthDate = born ? party.BirthDate : null,
            OwnerId = party.OwnerId,
            UnitId = party.UnitId,
            CreationTime = party.CreationTime,
            ConcurrencyStamp = party.ConcurrencyStamp,
            Access = access,
            Roles = PartyRoles.Parse(party.RoleTokens),
            Group = party.Group,
            ContactPoints = party.ContactPoints.Where(point => points.Contains(point.Type))
                .OrderByDescending(point => point.IsPreferred).ThenBy(point => point.Type)
                .Select(point => new PartyContactPointDto
                {
                    Type = point.Type, Value = point.Value, Label = point.Label, IsPreferred = point.IsPreferred
                }).ToList(),
            Addresses = party.Addresses.Where(_ => addressed).OrderBy(address => address.Position)
                .Select(address => new PartyAddressDto
                {
                    Province = address.Province, City = address.City, Text = address.Text,
                    PostalCode = address.PostalCode, Label = address.Label
                }).ToList(),
            Identifiers = party.Identifiers.Where(_ => identified).OrderBy(identifier => identifier.Type)
                .Select(identifier => new PartyIdentifierDto
                {
                    Type = identifier.Type, Value = identifier.Value,
                    Source = identifier.Source == "" ? null : identifier.Source
                }).ToList()
        }).SingleOrDefaultAsync();
        if (card is not null)
        {
            PartyProjection.Cover(card.ContactPoints, card.Identifiers, card.Addresses, access);
        }
        return card;
    }

    public virtual Task<PartyAccess> GetAccessAsync(string? text) => fields.GetAccessAsync(new PartySearch(text));

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

    public virtual async Task<List<string>> GetGroupsAsync() => [.. (await (await parties.GetQueryableAsync())
        .Where(party => party.GroupKey != null)
        .GroupBy(party => party.GroupKey)
        .OrderBy(group => group.Key)
        .Take(MaxGroups)
        .Select(group => group.Min(party => party.Group)!)
        .ToListAsync()).OrderBy(name => PersianSortKey.Of(name, PartyConsts.MaxSortKeyLength), StringComparer.Ordinal)];
}
