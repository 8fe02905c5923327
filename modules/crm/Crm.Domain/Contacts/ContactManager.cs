using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Services;

namespace Crm.Contacts;

/// <summary>What holds over all contacts of a customer: a person once, and one of them first.</summary>
public class ContactManager(IRepository<Contact, Guid> contacts, IDataFilter<ISoftDelete> deletions) : DomainService
{
    /// <summary>The first contact of a customer is its primary one.</summary>
    public virtual async Task<Contact> AddAsync(Guid customerId, Guid personId, string? position, bool isDecisionMaker)
    {
        List<Contact> all;
        using (deletions.Disable())
        {
            all = await contacts.GetListAsync(contact => contact.CustomerId == customerId);
        }

        var contact = all.Find(known => known.PersonId == personId);
        if (contact is { IsDeleted: false })
        {
            throw new BusinessException(CrmErrorCodes.ContactExists);
        }

        if (contact is null)
        {
            contact = new Contact(GuidGenerator.Create(), customerId, personId);
            await contacts.InsertAsync(contact);
        }
        else
        {
            contact.Restore();
        }

        contact.Describe(position, isDecisionMaker);
        contact.IsPrimary = !all.Exists(other => other.IsPrimary && !other.IsDeleted);
        return contact;
    }

    /// <summary>Makes contacts of the pairs that are not yet; one that was taken away stays away. Two statements for any number.</summary>
    public virtual async Task AddMissingAsync(IReadOnlyCollection<(Guid CustomerId, Guid PersonId)> pairs)
    {
        var customerIds = pairs.Select(pair => pair.CustomerId).Distinct().ToList();
        List<Contact> known;
        using (deletions.Disable())
        {
            known = await contacts.GetListAsync(contact => customerIds.Contains(contact.CustomerId));
        }
        var people = known.Select(contact => (contact.CustomerId, contact.PersonId)).ToHashSet();
        var led = known.Where(contact => contact.IsPrimary && !contact.IsDeleted).Select(contact => contact.CustomerId).ToHashSet();
        var missing = pairs.Where(people.Add)
            .Select(pair => new Contact(GuidGenerator.Create(), pair.CustomerId, pair.PersonId) { IsPrimary = led.Add(pair.CustomerId) }).ToList();
        await contacts.InsertManyAsync(missing);
    }

    public virtual async Task MakePrimaryAsync(Contact contact)
    {
        foreach (var other in await contacts.GetListAsync(other => other.CustomerId == contact.CustomerId))
        {
            other.IsPrimary = other.Id == contact.Id;
        }
    }
}
