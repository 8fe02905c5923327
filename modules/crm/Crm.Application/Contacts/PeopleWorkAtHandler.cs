using Parties.Imports;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;

namespace Crm.Contacts;

/// <summary>Who works at a company is a contact there.</summary>
public class PeopleWorkAtHandler(ContactManager contacts) : ILocalEventHandler<PeopleWorkAtEvent>, ITransientDependency
{
    public virtual Task HandleEventAsync(PeopleWorkAtEvent eventData) =>
        contacts.AddMissingAsync([.. eventData.Employments.Select(employment => (employment.CompanyId, employment.PersonId))]);
}
