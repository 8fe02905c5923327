using System.ComponentModel.DataAnnotations;
using Parties.Parties;
using Volo.Abp.Application.Services;

namespace Crm.Customers;

public interface ICustomerAppService : IApplicationService
{
    /// <summary>By name, page after page; never counts.</summary>
    Task<CustomerPage> GetListAsync(CustomerListInput input);

    /// <summary>A new party in the role of a customer, with what CRM wants to know about it.</summary>
    Task<Guid> CreateAsync(CreateCustomerDto input);

    Task UpdateProfileAsync(Guid id, UpdateProfileDto input);

    /// <summary>Answers whether it is the customer we wish for; all its opportunities show the answer.</summary>
    Task JudgeFitAsync(Guid id, JudgeFitDto input);
    Task BlockAsync(Guid id, BlockCustomerDto input);
    Task UnblockAsync(Guid id);
}

public class CustomerListInput
{
    /// <summary>Part of the name, of the number, or the end of a telephone.</summary>
    public string? Text { get; set; }

    /// <summary>Only those of a group, as people call it.</summary>
    [StringLength(PartyConsts.MaxGroupLength)]
    public string? Group { get; set; }

    /// <summary>Only those the current user is in charge of.</summary>
    public bool Mine { get; set; }

    /// <summary>The last row's SortKey and Id of the page before.</summary>
    public string? AfterKey { get; set; }
    public Guid? AfterId { get; set; }

    [Range(1, 200)]
    public int Max { get; set; } = 50;
}

/// <param name="Stopped">More fit the text than were looked at (<see cref="PartyCandidates"/>): these are not the first of all.</param>
public record CustomerPage(List<CustomerRow> Rows, bool HasMore, bool Stopped = false);

public class CustomerRow
{
    public Guid Id { get; set; }
    public PartyKind Kind { get; set; }
    public string Name { get; set; } = null!;
    public string Number { get; set; } = null!;
    public string SortKey { get; set; } = null!;
    public string? Group { get; set; }
    public Guid? OwnerId { get; set; }
    public string? OwnerName { get; set; }
    public bool IsBlocked { get; set; }

    /// <summary>When somebody last talked with them, in UTC.</summary>
    public DateTime? LastContactAt { get; set; }

    /// <summary>The day of the next step.</summary>
    public DateOnly? NextOn { get; set; }
}

public class CreateCustomerDto
{
    [EnumDataType(typeof(PartyKind))]
    public PartyKind Kind { get; set; } = PartyKind.Company;

    /// <summary>Of a company.</summary>
    [StringLength(PartyConsts.MaxNameLength)]
    public string? Name { get; set; }

    /// <summary>Of a person.</summary>
    [StringLength(PartyConsts.MaxFirstNameLength)]
    public string? FirstName { get; set; }

    /// <summary>Of a person.</summary>
    [StringLength(PartyConsts.MaxLastNameLength)]
    public string? LastName { get; set; }

    /// <summary>National id of a person (10 digits) or a company (11 digits).</summary>
    [StringLength(PartyConsts.MaxIdentifierLength)]
    public string? NationalId { get; set; }

    [StringLength(PartyConsts.MaxContactPointLength)]
    public string? Mobile { get; set; }

    [StringLength(PartyConsts.MaxContactPointLength)]
    public string? Phone { get; set; }

    [StringLength(PartyConsts.MaxContactPointLength)]
    public string? Email { get; set; }

    [StringLength(PartyConsts.MaxPlaceLength)]
    public string? City { get; set; }

    [StringLength(PartyConsts.MaxAddressLength)]
    public string? Address { get; set; }

    /// <summary>Who is in charge; the current user when left out.</summary>
    public Guid? OwnerId { get; set; }

    [StringLength(CustomerConsts.MaxInterestsLength)]
    public string? Interests { get; set; }

    [StringLength(CustomerConsts.MaxSourceLength)]
    public string? Source { get; set; }
}

public class UpdateProfileDto
{
    [StringLength(CustomerConsts.MaxInterestsLength)]
    public string? Interests { get; set; }

    [StringLength(CustomerConsts.MaxSourceLength)]
    public string? Source { get; set; }
}

public class BlockCustomerDto
{
    [Required, StringLength(CustomerConsts.MaxBlockReasonLength)]
    public string Reason { get; set; } = null!;
}
