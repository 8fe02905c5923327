using Crm.Permissions;
using Microsoft.AspNetCore.Authorization;
using Parties;
using Parties.Parties;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;

namespace Crm.Contacts;

[Authorize(CrmPermissions.Customers.Edit)]
public class ContactAppService(
    IRepository<Contact, Guid> contacts, ICrmPartyRows parties, ContactManager manager, IPartyAppService partyService)
    : CrmAppService, IContactAppService
{
    public virtual async Task<Guid> AddAsync(AddContactDto input)
    {
        var customer = await parties.GetAsync(input.CustomerId);
        var personId = input.PersonId ?? await CreatePersonAsync(input, customer);
        if (input.PersonId is not null && (await parties.GetAsync(personId)).Kind != PartyKind.Person)
        {
            throw new BusinessException(CrmErrorCodes.ContactIsNoPerson);
        }
        return (await manager.AddAsync(input.CustomerId, personId, input.Position, input.IsDecisionMaker)).Id;
    }

    public virtual async Task UpdateAsync(Guid id, UpdateContactDto input) =>
        (await contacts.GetAsync(id)).Describe(input.Position, input.IsDecisionMaker);

    public virtual async Task MakePrimaryAsync(Guid id) => await manager.MakePrimaryAsync(await contacts.GetAsync(id));

    public virtual async Task RemoveAsync(Guid id) => await contacts.DeleteAsync(await contacts.GetAsync(id));

    /// <summary>Whoever sees the customer is to see its people: they belong to the same colleague where that may be said.</summary>
    private async Task<Guid> CreatePersonAsync(AddContactDto input, PartyRow customer)
    {
        var maySay = customer.OwnerId is not null && await AuthorizationService.IsGrantedAsync(PartiesPermissions.Parties.SetOwner);
        var person = new CreatePartyDto
        {
            Kind = PartyKind.Person,
            FirstName = input.FirstName,
            LastName = input.LastName,
            Roles = [PartyRoles.Contact],
            OwnerId = maySay ? customer.OwnerId : null,
            UnitId = maySay ? customer.UnitId : null,
        };
        person.ContactPoints.AddIfGiven(PartyContactPointType.Mobile, input.Mobile);
        person.ContactPoints.AddIfGiven(PartyContactPointType.Email, input.Email);
        return await partyService.CreateAsync(person);
    }
}
