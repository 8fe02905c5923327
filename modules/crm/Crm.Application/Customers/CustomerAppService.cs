using Crm.Activities;
using Crm.Permissions;
using Crm.Users;
using Kernel.Reading;
using Kernel.Statements;
using Microsoft.AspNetCore.Authorization;
using Parties;
using Parties.Parties;
using Volo.Abp.Domain.Repositories;

namespace Crm.Customers;

[Authorize(CrmPermissions.Customers.Default)]
public class CustomerAppService(
    IRepository<Customer, Guid> customers,
    IReadOnlyRepository<Activity, Guid> activities,
    ICrmPartyRows parties,
    IReadOnlyRepository<PartyPhoneRow> phones,
    IReadOnlyRepository<PartyIdentifierRow> identifiers,
    PartyCandidates candidates,
    IPartyReader partyReader,
    UserNames userNames,
    IStatementPlans plans) : CrmAppService, ICustomerAppService
{
    /// <summary>Who reads needs no writer made.</summary>
    private IPartyAppService PartyService => LazyServiceProvider.LazyGetRequiredService<IPartyAppService>();

    [Reads(CrmPermissions.Customers.Default, Words = "text", Rows = "Rows")]
    public virtual async Task<CustomerPage> GetListAsync(CustomerListInput input)
    {
        var found = await SearchAsync(input.Text);
        if (PartyGroups.Read(input.Group).Key is { } group)
        {
            found = found.Where(party => party.GroupKey == group);
        }
        if (input.Mine)
        {
            var me = CurrentUser.Id;
            found = found.Where(party => party.OwnerId == me);
        }
        if (input is { AfterKey: { } key, AfterId: { } id })
        {
            found = found.Where(party => party.SortKey.CompareTo(key) >= 0 && (party.SortKey != key || party.Id.CompareTo(id) > 0));
        }
        var all = await parties.GetQueryableAsync();
        var some = await candidates.FindAsync(input.Text, CandidatesOf(all), CandidatesOf(found), input.Max + 1);
        if (some is { Ids: var ids })
        {
            found = all.Where(party => ids.Contains(party.Id));
        }
        var ordered = found.OrderBy(party => party.SortKey).ThenBy(party => party.Id);
        // A common word and a rare one deserve plans of their own.
        var rows = await ReadAsync(string.IsNullOrWhiteSpace(input.Text) ? plans.First(ordered, input.Max + 1) : ordered.Take(input.Max + 1));
        return new CustomerPage(rows.Take(input.Max).ToList(), rows.Count > input.Max, some is { Stopped: true });
    }

    [Authorize(CrmPermissions.Customers.Create)]
    public virtual async Task<Guid> CreateAsync(CreateCustomerDto input)
    {
        var id = await PartyService.CreateAsync(ToParty(input));
        if (!string.IsNullOrWhiteSpace(input.Interests) || !string.IsNullOrWhiteSpace(input.Source))
        {
            (await GetOrAddAsync(id)).Describe(input.Interests, input.Source);
        }
        return id;
    }

    [Authorize(CrmPermissions.Customers.Edit)]
    public virtual async Task UpdateProfileAsync(Guid id, UpdateProfileDto input) =>
        (await GetOfPartyAsync(id)).Describe(input.Interests, input.Source);

    [Authorize(CrmPermissions.Customers.Edit)]
    public virtual async Task JudgeFitAsync(Guid id, JudgeFitDto input) =>
        (await GetOfPartyAsync(id)).Judge(new FitAnswer(input.Fit!.Value, input.Note, CurrentUser.Id, Clock.Now));

    [Authorize(CrmPermissions.Customers.Block)]
    public virtual async Task BlockAsync(Guid id, BlockCustomerDto input) => (await GetOfPartyAsync(id)).Block(input.Reason);

    [Authorize(CrmPermissions.Customers.Block)]
    public virtual async Task UnblockAsync(Guid id) => (await GetOfPartyAsync(id)).Unblock();

    private async Task<Customer> GetOfPartyAsync(Guid partyId) => await GetOrAddAsync((await parties.GetAsync(partyId)).Id);

    /// <summary>No row means the defaults, so the row comes with the first thing there is to say.</summary>
    private async Task<Customer> GetOrAddAsync(Guid partyId) =>
        await customers.FindAsync(partyId) ?? await customers.InsertAsync(new Customer(partyId));

    private async Task<IQueryable<PartyRow>> SearchAsync(string? text)
    {
        var all = (await parties.GetQueryableAsync()).Where(party => party.RoleTokens.Contains(PartyRoles.CustomerToken));
        var search = new PartySearch(text);
        var named = search.Apply(all, party => party.SearchKey);
        if (search.PhoneFrom is null || !await AuthorizationService.IsGrantedAsync(PartiesPermissions.Parties.Default))
        {
            return named;
        }
        var owners = search.Owners(named.Select(party => party.Id), await partyReader.GetAccessAsync(text),
            (await phones.GetQueryableAsync()).Select(phone => new PartyKey { PartyId = phone.PartyId, Key = phone.PhoneKey }),
            (await identifiers.GetQueryableAsync()).Select(identifier => new PartyKey { PartyId = identifier.PartyId, Key = identifier.Value }));
        return owners is null ? named : plans.Once(all.Where(party => owners.Contains(party.Id)));
    }

    private static IQueryable<PartyCandidate> CandidatesOf(IQueryable<PartyRow> rows) => rows.Select(party => new PartyCandidate(party.Id, party.SortKey));

    private async Task<List<CustomerRow>> ReadAsync(IQueryable<PartyRow> page)
    {
        var talks = await activities.GetQueryableAsync();
        var rows = await AsyncExecuter.ToListAsync(
            from party in page
            join customer in await customers.GetQueryableAsync() on party.Id equals customer.Id into profiles
            from customer in profiles.DefaultIfEmpty()
            orderby party.SortKey, party.Id
            select new CustomerRow
            {
                Id = party.Id,
                Kind = party.Kind,
                Name = party.Name,
                Number = party.Number,
                SortKey = party.SortKey,
                Group = party.Group,
                OwnerId = party.OwnerId,
                IsBlocked = customer.BlockReason != null,
                LastContactAt = talks.Where(talk => talk.PartyId == party.Id && talk.IsContact).Max(talk => talk.DoneAt),
                NextOn = talks.Where(talk => talk.PartyId == party.Id && talk.DoneAt == null).Min(talk => talk.DueOn),
            });
        var owners = await userNames.GetAsync(rows.Select(row => row.OwnerId));
        rows.ForEach(row => row.OwnerName = row.OwnerId is { } owner ? owners.GetValueOrDefault(owner) : null);
        return rows;
    }

    private static CreatePartyDto ToParty(CreateCustomerDto input)
    {
        var isPerson = input.Kind == PartyKind.Person;
        var party = new CreatePartyDto
        {
            Kind = input.Kind,
            Name = isPerson ? null : input.Name,
            FirstName = isPerson ? input.FirstName : null,
            LastName = isPerson ? input.LastName : null,
            OwnerId = input.OwnerId,
            Roles = [PartyRoles.Customer],
        };
        party.ContactPoints.AddIfGiven(PartyContactPointType.Mobile, input.Mobile);
        party.ContactPoints.AddIfGiven(PartyContactPointType.Phone, input.Phone);
        party.ContactPoints.AddIfGiven(PartyContactPointType.Email, input.Email);
        if (!string.IsNullOrWhiteSpace(input.NationalId))
        {
            var type = isPerson ? PartyIdentifierType.NationalId : PartyIdentifierType.CompanyId;
            party.Identifiers.Add(new PartyIdentifierDto { Type = type, Value = input.NationalId });
        }
        if (!string.IsNullOrWhiteSpace(input.City) || !string.IsNullOrWhiteSpace(input.Address))
        {
            party.Addresses.Add(new PartyAddressDto { City = input.City, Text = input.Address });
        }
        return party;
    }
}
