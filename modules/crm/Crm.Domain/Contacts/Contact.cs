using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Contacts;

/// <summary>A person we talk to at a customer. Person and customer are parties; one person may stand at several customers.</summary>
public class Contact : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }
    public Guid CustomerId { get; private set; }
    public Guid PersonId { get; private set; }
    public string? Position { get; private set; }
    public bool IsDecisionMaker { get; private set; }

    /// <summary>Whom to ask first. At most one at a customer: <see cref="ContactManager"/> sees to it.</summary>
    public bool IsPrimary { get; internal set; }

    private Contact() { } // EF Core

    internal Contact(Guid id, Guid customerId, Guid personId) : base(id)
    {
        CustomerId = Check.NotDefaultOrNull<Guid>(customerId, nameof(customerId));
        PersonId = Check.NotDefaultOrNull<Guid>(personId, nameof(personId));
        if (personId == customerId)
        {
            throw new BusinessException(CrmErrorCodes.ContactIsCustomer);
        }
    }

    public void Describe(string? position, bool isDecisionMaker)
    {
        Position = StoredText.Optional(position, nameof(position), ContactConsts.MaxPositionLength);
        IsDecisionMaker = isDecisionMaker;
    }

    /// <summary>A person who left and came back is the same contact.</summary>
    internal void Restore() => (IsDeleted, DeletionTime, DeleterId, IsPrimary) = (false, null, null, false);
}
