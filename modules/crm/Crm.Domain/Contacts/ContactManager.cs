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

    public virtual async Task MakePrimaryAsync(Contact contact)
    {
        foreach (var other in await contacts.GetListAsync(other => other.CustomerId == contact.CustomerId))
        {
            other.IsPrimary = other.Id == contact.Id;
        }
    }
}
