using Crm.Opportunities;
using Crm.Pipelines;
using Kernel.Monetary;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace Crm.Customers;

/// <summary>What CRM knows about a party beyond its master record. Its id is the party's; a party without a row has the defaults.</summary>
public class Customer : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public Guid? TenantId { get; private set; }

    /// <summary>Why nobody should sell to this customer for now. A blocked one keeps its history.</summary>
    public string? BlockReason { get; private set; }
    public bool IsBlocked => BlockReason is not null;

    public string? Interests { get; private set; }

    /// <summary>How they found us.</summary>
    public string? Source { get; private set; }

    /// <summary>Whether it is the customer we wish for; null while nobody has answered.</summary>
    public CustomerFit? Fit { get; private set; }
    public string? FitNote { get; private set; }

    /// <summary>Who answered.</summary>
    public Guid? FitById { get; private set; }

    /// <summary>When, in UTC.</summary>
    public DateTime? FitAt { get; private set; }
    public FitAnswer? FitAnswer => Fit is { } fit ? new FitAnswer(fit, FitNote, FitById, FitAt!.Value) : null;

    private Customer() { } // EF Core
    public Customer(Guid partyId) : base(Check.NotDefaultOrNull<Guid>(partyId, nameof(partyId))) { }

    public void Block(string reason) =>
        BlockReason = StoredText.Required(reason, nameof(reason), CustomerConsts.MaxBlockReasonLength);

    public void Unblock() => BlockReason = null;

    /// <param name="now">UTC.</param>
    /// <exception cref="BusinessException">The customer is blocked, or the pipeline takes no new opportunities.</exception>
    public Opportunity OpenOpportunity(
        Guid id, string title, Pipeline pipeline, Money amount, DateOnly? expectedClose, DateOnly openedOn, DateTime now, Guid moveId)
    {
        if (IsBlocked)
        {
            throw new BusinessException(CrmErrorCodes.CustomerBlocked).WithData("Reason", BlockReason!);
        }
        return new Opportunity(id, Id, title, pipeline, amount, expectedClose, openedOn, now, moveId);
    }

    public void Describe(string? interests, string? source)
    {
        Interests = StoredText.Optional(interests, nameof(interests), CustomerConsts.MaxInterestsLength);
        Source = StoredText.Optional(source, nameof(source), CustomerConsts.MaxSourceLength);
    }

    /// <summary>Somebody answers whether it is the customer we wish for; the answer before it stays in the history of changes.</summary>
    public void Judge(FitAnswer answer)
    {
        FitNote = StoredText.Optional(answer.Note, nameof(answer), CustomerConsts.MaxFitNoteLength);
        (Fit, FitById, FitAt) = (answer.Fit, answer.ById, answer.At);
    }
}
