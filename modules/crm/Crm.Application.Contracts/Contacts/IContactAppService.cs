using System.ComponentModel.DataAnnotations;
using Parties.Parties;
using Volo.Abp.Application.Services;

namespace Crm.Contacts;

public interface IContactAppService : IApplicationService
{
    /// <summary>A known person, or a new one who becomes a party of their own.</summary>
    Task<Guid> AddAsync(AddContactDto input);

    Task UpdateAsync(Guid id, UpdateContactDto input);
    Task MakePrimaryAsync(Guid id);

    /// <summary>The person stays; only the link to this customer goes.</summary>
    Task RemoveAsync(Guid id);
}

public class AddContactDto : IValidatableObject
{
    public Guid CustomerId { get; set; }

    /// <summary>A person who is a party already; null for a new one.</summary>
    public Guid? PersonId { get; set; }

    [StringLength(PartyConsts.MaxFirstNameLength)]
    public string? FirstName { get; set; }

    [StringLength(PartyConsts.MaxLastNameLength)]
    public string? LastName { get; set; }

    [StringLength(PartyConsts.MaxContactPointLength)]
    public string? Mobile { get; set; }

    [StringLength(PartyConsts.MaxContactPointLength)]
    public string? Email { get; set; }

    [StringLength(ContactConsts.MaxPositionLength)]
    public string? Position { get; set; }

    public bool IsDecisionMaker { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (PersonId is null && string.IsNullOrWhiteSpace(LastName))
        {
            yield return new ValidationResult(context.Text("Contact:NameMissing"), [nameof(LastName)]);
        }
    }
}

public class UpdateContactDto
{
    [StringLength(ContactConsts.MaxPositionLength)]
    public string? Position { get; set; }

    public bool IsDecisionMaker { get; set; }
}

public record ContactRow(Guid Id, Guid PersonId, string Name, string Number, string? Position, bool IsDecisionMaker, bool IsPrimary);
