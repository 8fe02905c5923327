using Kernel.Reading;
using Kernel.Rights;
using Kernel.Texts;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace Parties.Parties;

[Authorize(PartiesPermissions.Parties.Default)]
public class PartyAppService(
    IRepository<Party, Guid> parties,
    IReadOnlyRepository<PartyContactPoint> contactPoints,
    IReadOnlyRepository<PartyIdentifier> identifiers,
    PartyManager manager,
    PartyFinder finder,
    PartyFields fields,
    IPartyReader reader,
    Reveals reveals,
    IDataFilter<ISoftDelete> softDelete) : ApplicationService, IPartyAppService
{
    private const int MaxTwins = 10;

    [Reads(PartiesPermissions.Parties.Default, Id = "id")]
    public virtual async Task<PartyDto> GetAsync(Guid id) => ToDto(await reader.GetCardAsync(id));

    [UnitOfWork(isTransactional: false)] // so that the ledger has a transaction of its own
    public virtual Task<PartyDto> RevealAsync(Guid id, PartyField field) =>
        reveals.ShowAsync(PartiesPermissions.Parties.Fields.Of(field), id, () => GetAsync(id));

    public virtual Task<PartyAccess> GetAccessAsync() => fields.GetAccessAsync();

    [Reads(PartiesPermissions.Parties.Default, Words = "text", Rows = "Rows")]
    public virtual async Task<PartyPage> GetListAsync(PartyListInput input)
    {
        var found = await finder.FindAsync(input.Text, input.Role, input.Kind, input.Group);
        if (input.OwnerId is { } ownerId)
        {
            found = found.Where(party => party.OwnerId == ownerId);
        }
        if (input is { AfterKey: { } key, AfterId: { } id })
        {
            found = found.Where(party =>
                party.SortKey.CompareTo(key) >= 0 && (party.SortKey.CompareTo(key) > 0 || party.Id.CompareTo(id) > 0));
        }
        var isStopped = false;
        if (!input.Whole)
        {
            (found, isStopped) = await finder.NarrowAsync(input.Text, found, input.Max + 1);
        }
        var (access, points) = (await fields.GetAccessAsync(), await PhonesAsync());
        var rows = await AsyncExecuter.ToListAsync(found
            .OrderBy(party => party.SortKey).ThenBy(party => party.Id)
            .Take(input.Max + 1)
            .Select(party => new PartyListRow(
                party.Id, party.Kind, party.Number, party.Name, party.SortKey, party.RoleTokens, party.Group, party.OwnerId,
                points.Where(point => point.PartyId == party.Id)
                    .OrderBy(point => point.Type).ThenByDescending(point => point.IsPreferred)
                    .Select(point => point.Value).FirstOrDefault(),
                party.CreationTime)));
        return new PartyPage(
            [.. rows.Take(input.Max).Select(row => row with { Phone = PartyProjection.CoverPhone(row.Phone, access) })], rows.Count > input.Max, isStopped);
    }

    [Reads(PartiesPermissions.Parties.Default, Words = "text")]
    public virtual async Task<List<PartyLookupDto>> GetLookupAsync(PartyLookupInput input)
    {
        var (access, points) = (await fields.GetAccessAsync(), await PhonesAsync());
        var rows = await AsyncExecuter.ToListAsync((await finder.FindSomeAsync(input.Text, input.Role, input.Kind, PartyConsts.MaxLookupRows))
            .OrderBy(party => party.SortKey).ThenBy(party => party.Id)
            .Take(PartyConsts.MaxLookupRows)
            .Select(party => new PartyLookupDto(
                party.Id, party.Name, party.Number, party.Kind,
                points.Where(point => point.PartyId == party.Id)
                    .OrderBy(point => point.Type).ThenByDescending(point => point.IsPreferred)
                    .Select(point => point.Value).FirstOrDefault())));
        return rows.ConvertAll(row => row with { Phone = PartyProjection.CoverPhone(row.Phone, access) });
    }

    [Reads(PartiesPermissions.Parties.Default, Words = "name")]
    public virtual async Task<PartyTwins> GetTwinsAsync(PartyTwinInput input)
    {
        List<Twin> twins;
        using (SystemWork.Begin("a double is a double whoever sees the first"))
        {
            twins = await FindTwinsAsync(input);
        }
        var (access, ids) = (await fields.GetAccessAsync(), twins.ConvertAll(twin => twin.Id));
        var inSight = ids.Count == 0 ? [] : (await AsyncExecuter.ToListAsync(
            (await parties.GetQueryableAsync()).Where(party => ids.Contains(party.Id)).Select(party => party.Id))).ToHashSet();
        var seen = twins.Where(twin => inSight.Contains(twin.Id) && twin.Because(access) is not null)
            .Select(twin => new PartyTwinDto(twin.Id, twin.Name, twin.Number, twin.Because(access)!.Value)).ToList();
        return new PartyTwins(seen, seen.Count < twins.Count);
    }

    private async Task<List<Twin>> FindTwinsAsync(PartyTwinInput input)
    {
        var sortKey = PersianSortKey.Of(input.Name, PartyConsts.MaxSortKeyLength);
        var phone = new PartySearch(input.Phone);
        var identifier = PersianText.CompactKey(input.NationalId);
        var (phoneFrom, phoneTo) = (phone.PhoneFrom ?? "", phone.PhoneTo);
        var points = (await contactPoints.GetQueryableAsync()).Where(point =>
            phoneFrom != "" && point.PhoneKey!.CompareTo(phoneFrom) >= 0 && point.PhoneKey.CompareTo(phoneTo) < 0);
        var identified = (await identifiers.GetQueryableAsync()).Where(known =>
            identifier != "" && known.Value == identifier);

        return await AsyncExecuter.ToListAsync((await parties.GetQueryableAsync())
            .Select(party => new Twin
            {
                Id = party.Id, Name = party.Name, Number = party.Number,
                SameIdentifier = identified.Any(known => known.PartyId == party.Id),
                SamePhone = points.Any(point => point.PartyId == party.Id),
                SameName = sortKey != "" && party.SortKey == sortKey
            })
            .Where(twin => twin.SameIdentifier || twin.SamePhone || twin.SameName)
            .OrderByDescending(twin => twin.SameIdentifier).ThenByDescending(twin => twin.SamePhone).ThenBy(twin => twin.Id)
            .Take(MaxTwins));
    }

    private class Twin
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = null!;
        public string Number { get; init; } = null!;
        public bool SameIdentifier { get; init; }
        public bool SamePhone { get; init; }
        public bool SameName { get; init; }

        /// <summary>The surest reason that the reader may know; null when there is none.</summary>
        public PartyTwinReason? Because(PartyAccess access) =>
            SameIdentifier && access.Identifiers >= FieldAccess.Visible ? PartyTwinReason.Identifier
            : SamePhone && access.Phone >= FieldAccess.Visible ? PartyTwinReason.Phone
            : SameName ? PartyTwinReason.Name
            : null;
    }

    /// <summary>Telephones as far as the reader knows of them; still to be covered.</summary>
    private async Task<IQueryable<PartyContactPoint>> PhonesAsync()
    {
        var access = await fields.GetAccessAsync();
        var points = (await contactPoints.GetQueryableAsync()).Where(point => point.PhoneKey != null);
        return access.Phone == FieldAccess.Hidden ? points.Where(_ => false) : points;
    }

    [Authorize(PartiesPermissions.Parties.Create)]
    public virtual async Task<Guid> CreateAsync(CreatePartyDto input)
    {
        if (input.OwnerId is { } ownerId && ownerId != CurrentUser.Id)
        {
            await CheckPolicyAsync(PartiesPermissions.Parties.SetOwner);
        }
        var (id, number) = (GuidGenerator.Create(), await manager.NextNumberAsync());
        var party = input.Kind == PartyKind.Person
            ? Party.Person(id, number, input.FirstName, input.LastName, CurrentTenant.Id)
            : Party.Company(id, number, input.Name, CurrentTenant.Id);
        await manager.SetOwnerAsync(party, input.OwnerId ?? CurrentUser.Id, input.UnitId);
        await fields.CheckNewAsync(input);
        await WriteAsync(party, input);
        return (await parties.InsertAsync(party)).Id;
    }

    [Authorize(PartiesPermissions.Parties.Edit)]
    public virtual async Task UpdateAsync(Guid id, UpdatePartyDto input)
    {
        var party = await parties.GetAsync(id);
        await manager.CheckUnchangedAsync(party, input.ConcurrencyStamp);
        await fields.KeepUnchangeableAsync(party, input);
        if (party.Kind == PartyKind.Person)
        {
            party.Rename(input.FirstName, input.LastName);
        }
        else
        {
            party.Rename(input.Name);
        }
        await WriteAsync(party, input);
    }

    [Authorize(PartiesPermissions.Parties.Edit)]
    public virtual async Task AddRoleAsync(Guid id, string role) => (await parties.GetAsync(id)).AddRole(role);

    [Authorize(PartiesPermissions.Parties.Edit)]
    public virtual async Task RemoveRoleAsync(Guid id, string role) => (await parties.GetAsync(id)).RemoveRole(role);

    [Authorize(PartiesPermissions.Parties.SetOwner)]
    public virtual async Task SetOwnerAsync(Guid id, Guid? ownerId) =>
        await manager.SetOwnerAsync(await parties.GetAsync(id), ownerId);

    [Authorize(PartiesPermissions.Parties.Delete)]
    public virtual async Task DeleteAsync(Guid id) => await parties.DeleteAsync(await parties.GetAsync(id));

    [Authorize(PartiesPermissions.Parties.Delete)]
    public virtual async Task RestoreAsync(Guid id)
    {
        using (softDelete.Disable())
        {
            (await parties.GetAsync(id)).Restore();
        }
    }

    private async Task WriteAsync(Party party, PartyContentDto input)
    {
        party.SetBirthDate(input.BirthDate, DateOnly.FromDateTime(Clock.Now.AddDays(1))); // tomorrow in UTC is today somewhere
        party.WriteIdentifiers(input.Identifiers);
        party.WriteContactPoints(input.ContactPoints);
        party.WriteAddresses(input.Addresses);
        party.WriteRoles(input.Roles);
        party.Join(input.Group);
        await manager.CheckIdentifiersAsync(party);
    }

    private static PartyDto ToDto(PartyCard party) => new()
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
        Roles = [.. party.Roles],
        Group = party.Group,
        Identifiers = [.. party.Identifiers],
        ContactPoints = [.. party.ContactPoints],
        Addresses = [.. party.Addresses],
        ConcurrencyStamp = party.ConcurrencyStamp,
        CreationTime = party.CreationTime,
        Access = party.Access
    };
}
